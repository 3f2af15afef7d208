import type { Problem } from '../core/problem';
import type { RepositoryContext } from './context';
import { networkProblem } from './failure';
import { rejected } from './problems';
import type { RemoteBranch } from './remote';

export type Pushed =
  | { readonly status: 'pushed' | 'nothing-to-push' }
  /** The remote has commits that ours does not hold. */
  | { readonly status: 'moved' }
  | { readonly status: 'rejected' | 'unreachable'; readonly problem: Problem };

/** Reasons that mean: somebody else pushed, or is pushing. */
const MOVED =
  /\((?:fetch first|non-fast-forward|stale info|needs force|cannot lock ref.*|incorrect old value.*|failed to update ref|failed to lock)\)/;

/** One attempt to bring a commit to the remote's branch. Never forces, runs no hooks of ours. */
export async function pushOnce(
  context: RepositoryContext,
  remote: RemoteBranch,
  commit: string,
  signal?: AbortSignal,
): Promise<Pushed> {
  const { git } = context;
  const { code, text, stderr, timedOut } = await git.network(
    remote.url,
    [
      'push',
      ...['--porcelain', '--no-progress', '--no-verify', '--no-signed', '--recurse-submodules=no'],
      '--',
      remote.target,
      `${commit}:refs/heads/${remote.branch}`,
    ],
    { signal },
  );
  const line = /^([ +\-*!=])\t[^\t]*\t(.*)$/m.exec(text);
  if (code === 0) {
    await git.run(['update-ref', '--end-of-options', remote.tracking, commit]);
    return { status: line?.[1] === '=' ? 'nothing-to-push' : 'pushed' };
  }
  if (!line) return refusal(networkProblem(stderr, timedOut));
  if (MOVED.test(line[2] ?? '')) return { status: 'moved' };
  const words = hookWords(stderr) || git.redact(line[2] ?? '');
  return { status: 'rejected', problem: rejected(remote.branch, words) };
}

/** What the remote let us know, line by line. */
const hookWords = (stderr: string): string =>
  stderr
    .split('\n')
    .flatMap((line) => /^remote: ?(.*?)\s*$/.exec(line)?.[1] ?? [])
    .join('\n')
    .trim();

const refusal = (problem: Problem): Pushed => ({
  status: problem.code === 'git-authentication' ? 'rejected' : 'unreachable',
  problem,
});
