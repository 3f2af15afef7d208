import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { appDir, goldenDatabase, testEnvironment } from '../../helpers/environment';

const PROGRAM = path.join(appDir, 'src', 'plugins', 'jekyll', 'bin', 'strapi-jekyll.js');

export interface Ended {
  /** Exit status; null for a process that a signal ended. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Gets the process while it runs. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Starts the real program on a database. */
export function runProgram(
  args: readonly string[],
  databaseFile: string,
  options: RunOptions = {},
): Promise<Ended> {
  const { PATH = '', HOME = '' } = process.env;
  const own = { PATH, HOME, LANG: 'C.UTF-8', JEKYLL_BLOG_DIR: '' };
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: appDir,
    env: { ...own, ...testEnvironment(databaseFile), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
  });
}

/** A database of a test's own, as the command line is pointed at it. */
export class CommandLine {
  private constructor(
    private readonly dir: string,
    readonly databaseFile: string,
  ) {}

  static async onNewDatabase(): Promise<CommandLine> {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-cli-'));
    const databaseFile = path.join(dir, 'cms.db');
    await copyFile(goldenDatabase, databaseFile);
    return new CommandLine(dir, databaseFile);
  }

  /** See {@link runProgram}. */
  run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
    return runProgram(args, this.databaseFile, options);
  }

  async remove(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}
