import { copyFile, lstat } from 'node:fs/promises';
import path from 'node:path';
import { type RepositoryContext, treeOf } from './context';
import { GitError } from './error';
import { refreshIndex, setIndexEntries } from './index-entries';
import { withScratch } from './scratch';
import type { Entry } from './tree';

/** What a file of the new commit meets: `id` is null where the commit removes the file. */
interface Change extends Entry {
  readonly isNew: boolean;
}

/**
 * Turns index and work tree from one commit to another. Staged, dirty, untracked and ignored files
 * stay; where one of them would be overwritten, nothing is done at all, except where it says what
 * the new commit says: such a file then counts as that commit's.
 *
 * @returns the files in the way (none: done), and the files that changed, both as repository paths
 */
export function checkOut(
  context: RepositoryContext,
  from: string | null,
  to: string,
): Promise<{ readonly blocked: readonly string[]; readonly changed: readonly string[] }> {
  const { git, gitDir } = context;
  return withScratch(gitDir, async (scratch) => {
    const old = await treeOf(context, from);
    const changes = await changesOf(context, old, to);
    const changed = changes.map((change) => change.path);
    const { same, blocked } = await met(context, old, changes);
    if (blocked.length > 0) return { blocked, changed };
    if (same.length > 0) {
      const env = { GIT_INDEX_FILE: path.join(scratch, 'index') };
      const index = await git.line(['rev-parse', '--git-path', 'index']);
      await copyFile(path.resolve(git.dir, index), env.GIT_INDEX_FILE).catch(() => undefined);
      await setIndexEntries(context, same, env);
      const names = await turn(context, old, to, ['-n'], env);
      if (names.length > 0) return { blocked: names, changed };
      await setIndexEntries(context, same);
    }
    return { blocked: await turn(context, old, to), changed };
  });
}

/** Does it, or says what is in the way. */
async function turn(
  { git }: RepositoryContext,
  old: string,
  to: string,
  options: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<readonly string[]> {
  try {
    await git.run(['read-tree', '-m', '-u', ...options, old, to], { env });
    return [];
  } catch (error) {
    if (!(error instanceof GitError) || error.code !== 'git-failed') throw error;
    const names = [...error.message.matchAll(/^error: [^'\n]*'([^'\n]+)'/gm)];
    if (names.length === 0) throw error;
    return names.map(([, name = '']) => name);
  }
}

async function changesOf(
  { git }: RepositoryContext,
  old: string,
  to: string,
): Promise<readonly Change[]> {
  const parts = await git.list(['diff-tree', '-r', '-z', '--no-renames', old, to]);
  const changes: Change[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    // :<old mode> <new mode> <old id> <new id> <letter>
    const [, mode = '', , id = '', letter] = (parts[at] ?? '').split(' ');
    changes.push({
      path: parts[at + 1] ?? '',
      mode: letter === 'D' ? null : mode,
      id,
      isNew: letter === 'A',
    });
  }
  return changes;
}

/** Sorts what stands in the way of the changes by whether it says the same as the new commit. */
async function met(
  context: RepositoryContext,
  old: string,
  changes: readonly Change[],
): Promise<{ readonly same: readonly Entry[]; readonly blocked: readonly string[] }> {
  const { git, root } = context;
  await refreshIndex(context);
  const dirty = new Set(
    await git.list(['diff-index', '--no-renames', '--name-only', '-z', old, '--']),
  );
  const tracked = new Set(
    changes.some((change) => change.isNew) ? await git.list(['ls-files', '-z']) : [],
  );
  const blocked: string[] = [];
  const same: Entry[] = [];
  const toHash: Change[] = [];
  for (const change of changes) {
    const obstacle = change.isNew ? await untrackedAt(root, change.path, tracked) : null;
    if (obstacle !== null && obstacle !== change.path) blocked.push(obstacle);
    else if (obstacle !== null || dirty.has(change.path)) {
      const info = await lstat(path.join(root, change.path)).catch(() => null);
      if (change.mode === null && !info) same.push(change);
      else if (change.mode?.startsWith('100') && info?.isFile()) toHash.push(change);
      else blocked.push(change.path);
    }
  }
  for (const change of toHash) {
    const id = await git.line(['hash-object', '--', change.path]);
    if (id === change.id) same.push(change);
    else blocked.push(change.path);
  }
  return { same, blocked: [...new Set(blocked)] };
}

/** Path of an untracked file, ignored or not, that stands where a new file goes or where its folder goes. */
async function untrackedAt(
  root: string,
  file: string,
  tracked: ReadonlySet<string>,
): Promise<string | null> {
  const parts = file.split('/');
  for (let depth = 1; depth <= parts.length; depth++) {
    const at = parts.slice(0, depth).join('/');
    const info = await lstat(path.join(root, at)).catch(() => null);
    if (!info) return null;
    if (depth < parts.length && info.isDirectory()) continue;
    return tracked.has(at) ? null : depth === parts.length && info.isDirectory() ? `${at}/` : at;
  }
  return null;
}
