import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../core/problem';
import { ended, noProgram, readMessages, tookTooLong } from './messages';
import type { Scratch } from './scratch';

export interface JekyllRun {
  readonly command: readonly string[];
  /** Seconds. */
  readonly timeout: number;
  readonly checkout: string;
  readonly scratch: Scratch;
  readonly signal: AbortSignal;
  onLine(line: string): void;
}

export interface JekyllResult {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
}

/** Output that is kept: the beginning of what went wrong says more than its thousandth line. */
const MAX_LOG = 200_000;
/** Variables that Ruby needs to find itself and the blog's gems; secrets of the CMS are not among them. */
const PASSED = /^(?:PATH|HOME|TMPDIR|SystemRoot|BUNDLE_.*|GEM_.*|RUBY.*|RBENV_.*|RVM_.*)$/;

async function environmentOf(checkout: string): Promise<Record<string, string>> {
  const passed = Object.entries(process.env).filter(([name]) => PASSED.test(name));
  const gems = path.join(checkout, 'vendor', 'bundle');
  const own = await access(gems).then(
    () => ({ BUNDLE_PATH: gems }),
    () => ({}),
  );
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    ...own,
    LANG: 'C.UTF-8',
    JEKYLL_ENV: 'production',
    // Never writes a lock file, not even into the copy.
    BUNDLE_FROZEN: 'true',
  };
}

/** Builds the scratch copy; ends with its children when time is up or the signal comes. */
export async function runJekyll(run: JekyllRun): Promise<JekyllResult> {
  const { scratch, signal, timeout } = run;
  signal.throwIfAborted();
  const [program = '', ...first] = run.command;
  const args = [
    ...first,
    'build',
    '--source',
    scratch.source,
    '--destination',
    scratch.site,
    '--incremental',
    '--future',
  ];
  const env = await environmentOf(run.checkout);
  return new Promise((resolve, reject) => {
    // A group of its own: `bundle exec` starts another process.
    const child = spawn(program, args, { cwd: scratch.source, env, detached: true });
    let log = '';
    let late = false;
    const end = (): void => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, timeout * 1000);
    signal.addEventListener('abort', end);
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        if (log.length < MAX_LOG) log += text;
        const last = text.trim().split('\n').at(-1)?.trim();
        if (last) run.onLine(last.slice(0, 200));
      });
    }
    child.on('error', () => {
      done();
      resolve({ ok: false, problems: [noProgram(program)] });
    });
    child.on('close', (code, killed) => {
      done();
      if (signal.aborted) return reject(signal.reason as Error);
      const said = readMessages(log, [scratch.source, run.checkout]);
      if (late) return resolve({ ok: false, problems: [tookTooLong(timeout), ...said] });
      const ok = code === 0;
      const silent = !ok && !said.some(({ severity }) => severity === 'error');
      resolve({ ok, problems: silent ? [...said, ended(String(code ?? killed))] : said });
    });
  });
}
