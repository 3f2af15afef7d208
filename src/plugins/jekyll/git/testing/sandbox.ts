import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type GitSettings, gitSettingsSchema } from '../settings';
import type { CommittedFile } from '../tree';

// Real programs on a machine that may be busy.
jest.setTimeout(60_000);

export const EDITOR = { name: '김하나', email: 'hana@example.com' };
export const SERVICE = { name: 'Jekyll CMS', email: 'cms@example.com' };

/** Settings of a blog whose remote is a folder, with what a test wants otherwise. */
export const settings = (changes: object = {}): GitSettings =>
  gitSettingsSchema.parse({
    enabled: true,
    allowLocalRemotes: true,
    committer: SERVICE,
    language: 'en',
    ...changes,
  });

export const text = (file: string, content: string | null): CommittedFile => ({
  path: file,
  bytes: content === null ? null : Buffer.from(content),
});

export const meta = (message = 'Update') => ({ message, author: EDITOR });

/** A checkout of somebody who uses Git by hand. */
export interface Checkout {
  readonly dir: string;
  git(...args: string[]): string;
  write(file: string, content: string): void;
  read(file: string): string;
  exists(file: string): boolean;
  /** Writes, adds and commits. */
  commit(file: string, content: string): string;
  /** All that Git says of the checkout, to compare before and after. */
  state(): string;
}

export function checkout(dir: string): Checkout {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: dir, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const write = (file: string, content: string): void => {
    mkdirSync(path.dirname(path.join(dir, file)), { recursive: true });
    writeFileSync(path.join(dir, file), content);
  };
  return {
    dir,
    git,
    write,
    read: (file) => readFileSync(path.join(dir, file), 'utf8'),
    exists: (file) => existsSync(path.join(dir, file)),
    commit(file, content) {
      write(file, content);
      git('add', '--', file);
      git('commit', '-qm', `Write ${file}`);
      return git('rev-parse', 'HEAD').trim();
    },
    state: () =>
      [
        git('status', '--porcelain=v2', '--untracked-files=all', '--ignored', '-z'),
        git('diff'),
        git('diff', '--cached'),
      ].join('\n=====\n'),
  };
}

export interface Sandbox {
  readonly dir: string;
  /** Bare remote whose `main` holds one post. */
  readonly remote: string;
  /** The blog that the CMS writes into. */
  readonly blog: Checkout;
  /** Another person's clone. */
  readonly other: Checkout;
  init(name: string, ...options: string[]): Checkout;
  clone(name: string): Checkout;
  remove(): void;
}

/** Keeps the tests from the configuration of the machine they run on. */
export function isolateGit(): void {
  process.env.GIT_CONFIG_GLOBAL = '/dev/null';
  process.env.GIT_CONFIG_NOSYSTEM = '1';
}

export const POST = '_posts/2025-01-01-first.md';
export const BODY = Array.from({ length: 12 }, (_, index) => `Line ${index + 1}\n`).join('');

const identify = (made: Checkout): Checkout => {
  writeFileSync(
    path.join(made.dir, '.git/config'),
    '[user]\n\tname = Someone\n\temail = someone@example.com\n',
    { flag: 'a' },
  );
  return made;
};

const cloneInto = (dir: string, name: string): Checkout => {
  const remote = path.join(dir, 'remote.git');
  execFileSync('git', ['clone', '-q', '--template=', remote, name], { cwd: dir, stdio: 'ignore' });
  return identify(checkout(path.join(dir, name)));
};

const makeFolder = (): string => realpathSync(mkdtempSync(path.join(tmpdir(), 'jekyll-git-')));

/** The repositories of a sandbox as they begin: made once, then copied. */
let pattern: string | undefined;
function makePattern(): string {
  const dir = makeFolder();
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  const remote = path.join(dir, 'remote.git');
  mkdirSync(path.join(remote, 'hooks'), { recursive: true });
  checkout(remote).git('init', '-q', '--bare', '-b', 'main', '--template=');
  const other = cloneInto(dir, 'other');
  other.git('symbolic-ref', 'HEAD', 'refs/heads/main');
  other.commit(POST, BODY);
  other.git('push', '-q', 'origin', 'main');
  cloneInto(dir, 'blog');
  return dir;
}

export function createSandbox(): Sandbox {
  isolateGit();
  pattern ??= makePattern();
  const dir = makeFolder();
  cpSync(pattern, dir, { recursive: true, preserveTimestamps: true });
  for (const name of ['other', 'blog']) {
    const config = path.join(dir, name, '.git/config');
    writeFileSync(config, readFileSync(config, 'utf8').replaceAll(pattern, dir));
    mkdirSync(path.join(dir, name, '.git/info'), { recursive: true });
    mkdirSync(path.join(dir, name, '.git/hooks'), { recursive: true });
  }
  return {
    dir,
    remote: path.join(dir, 'remote.git'),
    blog: checkout(path.join(dir, 'blog')),
    other: checkout(path.join(dir, 'other')),
    init(name, ...options) {
      mkdirSync(path.join(dir, name), { recursive: true });
      const made = checkout(path.join(dir, name));
      made.git('init', '-q', '-b', 'main', ...options);
      return options.includes('--bare') ? made : identify(made);
    },
    clone: (name) => cloneInto(dir, name),
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Replaces a line of the first post's body. */
export const edited = (line: number, content: string): string =>
  BODY.replace(`Line ${line}\n`, `${content}\n`);
