import { writeCommit } from './commit-object';
import { isAncestor, type RepositoryContext } from './context';
import { GitError } from './error';
import type { Git } from './git';
import { gitTooOld, unrelated } from './problems';

/** How two lines of commits come together. */
export type Combined =
  | { readonly kind: 'same' }
  | { readonly kind: 'ahead' }
  | { readonly kind: 'behind' | 'merged'; readonly commit: string }
  | { readonly kind: 'conflict'; readonly files: readonly string[] };

/**
 * Brings `theirs` into `ours` without touching a work tree: `behind` means that theirs holds all of
 * ours, `merged` names a new commit with both as parents.
 *
 * @param branch name of their branch, for the message
 */
export async function combine(
  context: RepositoryContext,
  ours: string,
  theirs: string,
  branch: string,
): Promise<Combined> {
  if (ours === theirs) return { kind: 'same' };
  if (await isAncestor(context, theirs, ours)) return { kind: 'ahead' };
  if (await isAncestor(context, ours, theirs)) return { kind: 'behind', commit: theirs };
  const merge = await mergeTrees(context, ours, theirs, branch);
  if (merge.tree === null) return { kind: 'conflict', files: merge.conflicts };
  const message = messageOf(context.git, branch);
  const commit = await writeCommit(context, merge.tree, [ours, theirs], { message, author: null });
  return { kind: 'merged', commit };
}

/**
 * The tree that a merge of two commits gives.
 *
 * @throws {GitError} `git-too-old`, or `git-unrelated` for commits without a common one
 */
export async function mergeTrees(
  { git, root }: RepositoryContext,
  ours: string,
  theirs: string,
  branch: string,
): Promise<
  { readonly tree: string } | { readonly tree: null; readonly conflicts: readonly string[] }
> {
  await assertMerges(git);
  const args = ['merge-tree', '--write-tree', '-z', '--name-only', '--no-messages', ours, theirs];
  const { code, text, stderr } = await git.run(args, { accept: [0, 1, 128] });
  if (code === 128 || !/^[0-9a-f]{40,}\0/.test(text)) {
    if (/unrelated histories/.test(stderr)) throw new GitError(unrelated(root, branch));
    // Says again what it said, as an error.
    await git.run(args);
  }
  const [tree = '', ...conflicts] = text.split('\0');
  if (code === 0) return { tree };
  return { tree: null, conflicts: [...new Set(conflicts.filter((file) => file !== ''))] };
}

async function assertMerges(git: Git): Promise<void> {
  const version = (await git.line(['version'])).replace(/^git version /, '');
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major < 2 || (major === 2 && minor < 38)) throw new GitError(gitTooOld(version));
}

const messageOf = ({ settings }: Git, branch: string): string =>
  settings.language === 'ko'
    ? `원격의 "${branch}" 브랜치 병합`
    : `Merge branch "${branch}" of the remote`;
