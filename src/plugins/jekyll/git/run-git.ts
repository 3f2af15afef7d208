import { spawn } from 'node:child_process';
import { GitError } from './error';
import { gitFailed, gitMissing } from './problems';

export interface GitCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the command reads from standard input. */
  readonly input?: string | Buffer | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which the command is ended. */
  readonly timeout?: number | undefined;
  /** Hears each piece of standard error, for progress. */
  readonly onStderr?: ((text: string) => void) | undefined;
}

export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
  /** Whether time ran out. */
  readonly timedOut: boolean;
}

/** A process that ignores the request to end is killed after this many milliseconds. */
const GRACE = 3000;

/**
 * Runs `git`, without a shell and without a terminal: a process group of its own, so that what Git
 * started (ssh, http) ends with it.
 *
 * @throws {GitError} `git-missing` where there is no such program
 * @throws the reason of `signal`
 */
export function runGit(command: GitCommand): Promise<GitOutcome> {
  const { args, cwd, env, input, signal, timeout, onStderr } = command;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const group = process.platform !== 'win32';
    const child = spawn('git', args, { cwd, env, detached: group, windowsHide: true });
    const stdout: Buffer[] = [];
    let stderr = '';
    let timedOut = false;
    let killer: NodeJS.Timeout | undefined;

    const kill = (name: NodeJS.Signals): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(group ? -child.pid : child.pid, name);
      } catch {
        // It has ended by itself.
      }
    };
    const stop = (): void => {
      kill('SIGTERM');
      killer = setTimeout(() => {
        kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
      }, GRACE);
    };
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stop();
          }, timeout);
    signal?.addEventListener('abort', stop, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      clearTimeout(killer);
      signal?.removeEventListener('abort', stop);
    };

    child.stdout.on('data', (piece: Buffer) => stdout.push(piece));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      onStderr?.(text);
    });
    // A command that ends before it has read all says why by its status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    child.on('error', (error: NodeJS.ErrnoException) => {
      settle();
      const failure =
        error.code === 'ENOENT' ? gitMissing() : gitFailed(args[0] ?? '', error.message);
      reject(new GitError(failure));
    });
    child.on('close', (code) => {
      settle();
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr, timedOut });
    });
  });
}
