import { access } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type CommitMeta, writeCommit } from './commit-object';
import { commitAt, moveRef, readyBranch, type RepositoryContext, treeOf } from './context';
import { GitError } from './error';
import { setIndexEntries } from './index-entries';
import { branchMoves, lockHeld } from './problems';
import { withScratch } from './scratch';
import { type CommittedFiles, type Entry, stageFiles, treeWith } from './tree';

const ATTEMPTS = 4;

/**
 * Puts exactly these files into one commit on the branch that is checked out. Staged and dirty
 * files of others stay as they are; hooks are not run.
 *
 * @returns id of the commit; null where the branch says the same already
 * @throws {GitError}
 */
export function commitFiles(
  context: RepositoryContext,
  files: CommittedFiles,
  meta: CommitMeta,
  lockWait: number,
): Promise<string | null> {
  return withScratch(context.gitDir, async (scratch) => {
    const staged = await stageFiles(context, scratch, files);
    let branch = await readyBranch(context);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      branch = await readyBranch(context);
      const ref = `refs/heads/${branch}`;
      const head = await commitAt(context, ref);
      const { tree, entries } = await treeWith(context, staged, head);
      if (tree === (await treeOf(context, head))) {
        if (head !== null) await completeIndex(context, head, entries);
        return null;
      }
      await untilUnlocked(context, lockWait);
      const commit = await writeCommit(context, tree, head === null ? [] : [head], meta);
      if (!(await moveRef(context, ref, commit, head))) continue;
      await setIndexEntries(context, entries);
      return commit;
    }
    throw new GitError(branchMoves(branch));
  });
}

/** Waits for the index before a commit is made, rather than making one that the index does not follow. */
async function untilUnlocked({ gitDir }: RepositoryContext, lockWait: number): Promise<void> {
  const lock = path.join(gitDir, 'index.lock');
  const end = Date.now() + lockWait;
  const held = () =>
    access(lock).then(
      () => true,
      () => false,
    );
  while (await held()) {
    if (Date.now() >= end) throw new GitError(lockHeld(lock));
    await pause(50);
  }
}

/**
 * Lets the index follow a commit whose process was killed in between: an entry that is still what
 * it was before that commit. Anything else that is staged was staged by somebody.
 */
async function completeIndex(
  context: RepositoryContext,
  head: string,
  entries: readonly Entry[],
): Promise<void> {
  const before = await commitAt(context, `${head}^`);
  const staged = await differing(context, head);
  const wanted = entries.filter(({ path: file }) => staged.has(file));
  if (wanted.length === 0) return;
  const since = await differing(context, before ?? (await treeOf(context, null)));
  await setIndexEntries(
    context,
    wanted.filter(({ path: file }) => !since.has(file)),
  );
}

/** Paths whose entry in the index is not that of the commit. */
async function differing({ git }: RepositoryContext, tree: string): Promise<Set<string>> {
  const args = ['diff-index', '--cached', '--no-renames', '--name-only', '-z', tree, '--'];
  return new Set(await git.list(args));
}
