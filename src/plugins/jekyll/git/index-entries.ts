import type { RepositoryContext } from './context';
import type { Entry } from './tree';

/** Gives the checkout's index these entries; every other one stays as it is. */
export async function setIndexEntries(
  { git }: RepositoryContext,
  entries: readonly Entry[],
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  if (entries.length === 0) return;
  const zero = '0'.repeat(40);
  const input = entries
    .map(({ path, mode, id }) => `${mode ?? '0'} ${mode === null ? zero : id}\t${path}\0`)
    .join('');
  await git.run(['update-index', '-z', '--index-info'], { input, env });
  await refreshIndex({ git }, env);
}

/** Notes which files are as the index says; nothing else changes. */
export async function refreshIndex(
  { git }: Pick<RepositoryContext, 'git'>,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  await git.run(['update-index', '-q', '--refresh'], { accept: [0, 1], env });
}
