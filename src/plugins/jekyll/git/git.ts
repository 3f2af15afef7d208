import { setTimeout as pause } from 'node:timers/promises';
import { GIT_CONFIG, gitEnvironment, networkConfig, sshCommand, tokenOf } from './environment';
import { GitError } from './error';
import { gitFailed, lockHeld } from './problems';
import { redactor } from './redact';
import { type GitOutcome, runGit } from './run-git';
import type { GitSettings } from './settings';

export interface GitOptions {
  readonly input?: string | Buffer;
  /** Variables on top of the usual ones. */
  readonly env?: NodeJS.ProcessEnv;
  /** Exit statuses that are answers; others throw. Only 0 without it. */
  readonly accept?: readonly number[] | 'any';
  readonly onStderr?: (text: string) => void;
}

export interface GitResult {
  readonly code: number;
  readonly bytes: Buffer;
  /** Standard output as text, as it is. */
  readonly text: string;
  /** Without secrets. */
  readonly stderr: string;
}

/** The program in one folder, under one set of settings. */
export interface Git {
  readonly dir: string;
  readonly settings: GitSettings;
  /** Takes the secrets of the settings out of a text. */
  redact(text: string): string;
  /** @throws {GitError} with Git's own words, without secrets */
  run(args: readonly string[], options?: GitOptions): Promise<GitResult>;
  /** First line of the output. */
  line(args: readonly string[], options?: GitOptions): Promise<string>;
  /** Parts of output that NUL ends (`-z`). */
  list(args: readonly string[], options?: GitOptions): Promise<string[]>;
  /** Runs what talks to a remote: with credentials, within the time the settings allow; never throws for its status. */
  network(
    url: string,
    args: readonly string[],
    options?: Pick<GitOptions, 'onStderr'> & {
      readonly signal?: AbortSignal | undefined;
      readonly timeout?: number;
    },
  ): Promise<GitResult & { readonly timedOut: boolean }>;
}

/** How long to wait for a lock that another Git program holds, in milliseconds. */
export const LOCK_WAIT = 5000;
const LOCK_PAUSE = 100;

/** @param dir folder that commands run in */
export function createGit(dir: string, settings: GitSettings, lockWait = LOCK_WAIT): Git {
  const redact = redactor([
    tokenOf(settings.tokenVariable),
    settings.pullRequest.tokenVariable === null
      ? undefined
      : tokenOf(settings.pullRequest.tokenVariable),
  ]);
  const toResult = ({ code, stdout, stderr, timedOut }: GitOutcome) => ({
    code,
    bytes: stdout,
    text: stdout.toString('utf8'),
    stderr: redact(stderr).trim(),
    timedOut,
  });
  let ssh: Promise<NodeJS.ProcessEnv> | undefined;

  async function run(args: readonly string[], options: GitOptions = {}): Promise<GitResult> {
    const { input, env, accept = [0], onStderr } = options;
    const end = Date.now() + lockWait;
    for (;;) {
      const result = toResult(
        await runGit({
          args: [...GIT_CONFIG, ...args],
          cwd: dir,
          env: { ...gitEnvironment(settings), ...env },
          input,
          onStderr,
        }),
      );
      if (accept === 'any' || accept.includes(result.code)) return result;
      const lock = heldLock(result.stderr);
      if (lock === null) throw new GitError(gitFailed(commandOf(args), result.stderr));
      if (Date.now() >= end) throw new GitError(lockHeld(lock));
      await pause(LOCK_PAUSE);
    }
  }

  return {
    dir,
    settings,
    redact,
    run,
    async line(args, options) {
      return (await run(args, options)).text.split('\n', 1)[0] ?? '';
    },
    async list(args, options) {
      const parts = (await run(args, options)).text.split('\0');
      if (parts.at(-1) === '') parts.pop();
      return parts;
    },
    async network(url, args, options = {}) {
      ssh ??= run(['config', '--get', 'core.sshCommand'], { accept: 'any' }).then(({ text }) =>
        sshCommand(text.trim()),
      );
      const outcome = await runGit({
        args: [...GIT_CONFIG, ...networkConfig(settings, url), ...args],
        cwd: dir,
        env: { ...gitEnvironment(settings), ...(await ssh) },
        signal: options.signal,
        timeout: options.timeout ?? settings.timeout * 1000,
        onStderr: options.onStderr,
      });
      return toResult(outcome);
    },
  };
}

/** The command among arguments that may begin with settings (`-c name=value`). */
const commandOf = (args: readonly string[]): string =>
  args.find((arg, at) => arg !== '-c' && args[at - 1] !== '-c') ?? '';

/** The lock file that made a command give up; null where something else did. */
function heldLock(stderr: string): string | null {
  return /Unable to create '([^'\n]+\.lock)': File exists/.exec(stderr)?.[1] ?? null;
}
