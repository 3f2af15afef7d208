import type { Problem } from '../core/problem';
import { commitAt, type RepositoryContext } from './context';
import { lacksBranch, networkProblem } from './failure';
import type { RemoteBranch } from './remote';

export type Fetched =
  | { readonly status: 'fetched'; readonly commit: string }
  /** The remote is there and has no such branch. */
  | { readonly status: 'absent' }
  | { readonly status: 'unreachable'; readonly problem: Problem };

/** Fetches one branch, without tags and without touching other refs than its tracking one. */
export async function fetchBranch(
  context: RepositoryContext,
  remote: RemoteBranch,
  signal?: AbortSignal,
): Promise<Fetched> {
  const { git } = context;
  const { code, stderr, timedOut } = await git.network(
    remote.url,
    [
      'fetch',
      ...['--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules', '--refmap='],
      '--',
      remote.target,
      `+refs/heads/${remote.branch}:${remote.tracking}`,
    ],
    { signal },
  );
  if (code === 0) {
    const commit = await commitAt(context, remote.tracking);
    if (commit !== null) return { status: 'fetched', commit };
  }
  if (!lacksBranch(stderr))
    return { status: 'unreachable', problem: networkProblem(stderr, timedOut) };
  await git.run(['update-ref', '-d', '--end-of-options', remote.tracking]);
  return { status: 'absent' };
}
