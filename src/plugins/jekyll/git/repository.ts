import { realpath } from 'node:fs/promises';
import type { PushReport } from '../contracts/report';
import { type BranchCommit, commitOnBranch, findBranchWith, pushBranch } from './branches';
import { commitFiles } from './commit';
import type { CommitMeta } from './commit-object';
import { commitAt, currentBranch, readyBranch, type RepositoryContext } from './context';
import { GitError } from './error';
import { createGit, type Git, LOCK_WAIT } from './git';
import { integrate, type IntegrateResult } from './integrate';
import { repositoryPath } from './paths';
import { bareRepository, foreignOwner, gitFailed, ignoredFolder, noRepository } from './problems';
import { push, type PushOptions } from './push';
import { remoteBranch } from './remote';
import type { GitSettings } from './settings';
import type { CommittedFiles } from './tree';

/** The Git repository that a blog stands in. Paths of files are relative to the blog. */
export interface Repository {
  /** Folder of the work tree, absolute. */
  readonly root: string;
  /** Path of the blog in the repository: empty, or ending in `/`. */
  readonly prefix: string;
  /** The branch that is checked out. @throws {GitError} `git-detached-head` */
  branch(): Promise<string>;
  /** See {@link readyBranch}. */
  assertReady(): Promise<void>;
  /** Id of the newest commit; null in a repository without any. */
  head(): Promise<string | null>;
  /** Address of the remote; null where there is none. Never holds a secret. */
  remoteUrl(): Promise<string | null>;
  /** See {@link commitFiles}. */
  commit(files: CommittedFiles, meta: CommitMeta): Promise<string | null>;
  /** See {@link integrate}. */
  integrate(signal?: AbortSignal): Promise<IntegrateResult>;
  /** See {@link push}. */
  push(options?: PushOptions): Promise<PushReport>;
  /** See {@link commitOnBranch}. */
  commitOnBranch(
    branch: string,
    files: CommittedFiles,
    meta: CommitMeta,
    signal?: AbortSignal,
  ): Promise<BranchCommit>;
  /** See {@link findBranchWith}. */
  findBranchWith(prefix: string, files: CommittedFiles): Promise<string | null>;
  /** See {@link pushBranch}. */
  pushBranch(branch: string, options?: PushOptions): Promise<PushReport>;
  /** Bytes of a file in a commit; null where it has none. */
  show(commit: string, path: string): Promise<Buffer | null>;
  /** Whether a commit of the branch ever held the file: what is gone then was deleted by somebody. */
  wasTracked(path: string): Promise<boolean>;
}

export interface RepositoryOptions {
  /** Milliseconds to wait for a lock that another Git program holds. */
  readonly lockWait?: number;
}

/**
 * Opens the work tree that a folder stands in; the blog may be a subfolder of its repository.
 *
 * @throws {GitError} where there is none, or none to commit to
 */
export async function openRepository(
  dir: string,
  settings: GitSettings,
  { lockWait = LOCK_WAIT }: RepositoryOptions = {},
): Promise<Repository> {
  const blog = await realpath(dir).catch(() => {
    throw new GitError(noRepository(dir));
  });
  const [root, gitDir, prefix] = await locate(createGit(blog, settings, lockWait));
  const context = { git: createGit(root, settings, lockWait), root, gitDir, prefix };
  return createRepository(context, lockWait);
}

async function locate(git: Git): Promise<[root: string, gitDir: string, prefix: string]> {
  const dir = git.dir;
  const { code, stderr } = await git.run(['rev-parse', '--git-dir'], { accept: 'any' });
  if (code !== 0) {
    if (/dubious ownership/.test(stderr)) throw new GitError(foreignOwner(dir, stderr));
    if (/not a git repository/.test(stderr)) throw new GitError(noRepository(dir));
    throw new GitError(gitFailed('rev-parse', stderr));
  }
  if ((await git.line(['rev-parse', '--is-inside-work-tree'])) !== 'true') {
    throw new GitError(bareRepository(dir));
  }
  const whole = async (option: string): Promise<string> =>
    (await git.run(['rev-parse', option])).text.replace(/\r?\n$/, '');
  const root = await realpath(await whole('--show-toplevel'));
  const prefix = await whole('--show-prefix');
  if (prefix !== '') {
    const { code: ignored } = await git.run(['check-ignore', '-q', '.'], {
      accept: [0, 1],
      env: { GIT_LITERAL_PATHSPECS: '0' },
    });
    if (ignored === 0) throw new GitError(ignoredFolder(dir, root));
  }
  return [root, await whole('--absolute-git-dir'), prefix];
}

function createRepository(context: RepositoryContext, lockWait: number): Repository {
  const { git, root, prefix } = context;
  return {
    root,
    prefix,
    branch: () => currentBranch(context),
    async assertReady() {
      await readyBranch(context);
    },
    head: () => commitAt(context, 'HEAD'),
    async remoteUrl() {
      const branch = git.settings.branch ?? (await currentBranch(context));
      return (await remoteBranch(context, branch))?.url ?? null;
    },
    commit: (files, meta) => commitFiles(context, files, meta, lockWait),
    integrate: (signal) => integrate(context, signal),
    push: (options) => push(context, options),
    commitOnBranch: (branch, files, meta, signal) =>
      commitOnBranch(context, branch, files, meta, signal),
    findBranchWith: (prefix, files) => findBranchWith(context, prefix, files),
    pushBranch: (branch, options) => pushBranch(context, branch, options),
    async show(commit, path) {
      const object = `${commit}:${repositoryPath(prefix, path)}`;
      const args = ['cat-file', 'blob', '--end-of-options', object];
      const { code, bytes } = await git.run(args, { accept: [0, 128] });
      return code === 0 ? bytes : null;
    },
    async wasTracked(path) {
      if ((await commitAt(context, 'HEAD')) === null) return false;
      const file = repositoryPath(prefix, path);
      return (await git.line(['rev-list', '-1', 'HEAD', '--', file])) !== '';
    },
  };
}
