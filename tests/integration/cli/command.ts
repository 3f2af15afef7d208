import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { appDir, goldenDatabase, testEnvironment } from '../../helpers/environment';

const PROGRAM = path.join(appDir, 'src', 'plugins', 'jekyll', 'bin', 'strapi-jekyll.js');

export interface Outcome {
  /** Exit status; null for a process that a signal ended. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
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

  /** Starts the real program; `onStart` gets the process while it runs. */
  run(
    args: readonly string[],
    options: {
      readonly env?: Readonly<Record<string, string>>;
      readonly onStart?: (child: ChildProcess) => void;
    } = {},
  ): Promise<Outcome> {
    const { PATH = '', HOME = '' } = process.env;
    const own = { PATH, HOME, LANG: 'C.UTF-8', JEKYLL_BLOG_DIR: '' };
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: appDir,
      env: { ...own, ...testEnvironment(this.databaseFile), ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    options.onStart?.(child);
    return new Promise((resolve, reject) => {
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  }

  async remove(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}
