import { access } from 'node:fs/promises';
import path from 'node:path';
import { GitError } from './error';
import type { Git } from './git';
import { badBranch, detachedHead, operationInProgress, otherBranch } from './problems';

/** A repository at hand: what every operation on it shares. */
export interface RepositoryContext {
  /** Runs in `root`. */
  readonly git: Git;
  /** Folder of the work tree, absolute, without links. */
  readonly root: string;
  /** The work tree's own Git folder, absolute. */
  readonly gitDir: string;
  /** Path of the blog in the repository: empty, or ending in `/`. */
  readonly prefix: string;
}

const OPERATIONS: readonly (readonly [file: string, operation: string])[] = [
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['MERGE_HEAD', 'merge'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
];

/**
 * Name of the branch that is checked out, which may have no commit yet.
 *
 * @throws {GitError} `git-detached-head`
 */
export async function currentBranch({ git, root }: RepositoryContext): Promise<string> {
  const ref = await git.line(['symbolic-ref', '-q', 'HEAD'], { accept: 'any' });
  if (!ref.startsWith('refs/heads/')) throw new GitError(detachedHead(root));
  return ref.slice('refs/heads/'.length);
}

/**
 * The branch that commits go onto directly.
 *
 * @throws {GitError} where the checkout is in the middle of something, or on another branch than the
 *   settings say
 */
export async function readyBranch(context: RepositoryContext): Promise<string> {
  const { git, root, gitDir } = context;
  for (const [file, operation] of OPERATIONS) {
    if (await exists(path.join(gitDir, file))) {
      throw new GitError(operationInProgress(root, operation));
    }
  }
  const branch = await currentBranch(context);
  const expected = git.settings.branch;
  if (expected !== null && branch !== expected) {
    throw new GitError(otherBranch(root, branch, expected));
  }
  return branch;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Id of the commit that a ref leads to; null where there is none. */
export async function commitAt({ git }: RepositoryContext, ref: string): Promise<string | null> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  return (await git.line(args, { accept: [0, 1, 128] })) || null;
}

/** Id of a commit's tree; of the empty tree without one. */
export async function treeOf(context: RepositoryContext, commit: string | null): Promise<string> {
  const { git } = context;
  if (commit !== null) return git.line(['rev-parse', '--verify', `${commit}^{tree}`]);
  return git.line(['hash-object', '-t', 'tree', '-w', '--stdin'], { input: '' });
}

/** Whether everything in `commit` is part of `other`. */
export async function isAncestor(
  { git }: RepositoryContext,
  commit: string,
  other: string,
): Promise<boolean> {
  const { code } = await git.run(['merge-base', '--is-ancestor', commit, other], {
    accept: [0, 1],
  });
  return code === 0;
}

/** @throws {GitError} `git-branch-name` for a name that Git would refuse or read as an option */
export async function assertBranchName({ git }: RepositoryContext, branch: string): Promise<void> {
  const odd = /^-|@\{|^HEAD$/.test(branch) || branch.includes('\0');
  const refused =
    odd ||
    (await git.run(['check-ref-format', `refs/heads/${branch}`], { accept: 'any' })).code !== 0;
  if (refused) throw new GitError(badBranch(branch));
}

/**
 * Moves a ref from one commit to another.
 *
 * @param old null where the ref must not exist yet
 * @returns false where the ref was no longer at `old`
 */
export async function moveRef(
  { git }: RepositoryContext,
  ref: string,
  commit: string,
  old: string | null,
): Promise<boolean> {
  const from = old ?? '0'.repeat(commit.length);
  try {
    await git.run(['update-ref', '-m', 'jekyll-cms', '--end-of-options', ref, commit, from]);
    return true;
  } catch (error) {
    const moved = error instanceof GitError && /but expected|already exists/.test(error.message);
    if (moved) return false;
    throw error;
  }
}
