import type { Problem } from '../core/problem';
import { checkOut } from './check-out';
import { combine } from './combine';
import { commitAt, moveRef, readyBranch, type RepositoryContext } from './context';
import { GitError } from './error';
import { fetchBranch } from './fetch';
import { branchMoves, inTheWay, mergeConflict } from './problems';
import { remoteBranch } from './remote';

/** What became of the remote's commits. Files are relative to the blog; those outside of it are left out. */
export type IntegrateResult =
  | { readonly status: 'up-to-date' }
  | {
      readonly status: 'fast-forwarded' | 'merged';
      readonly head: string;
      readonly files: readonly string[];
    }
  /** Both sides changed the same lines, or a dirty file is in the way: nothing was done. */
  | {
      readonly status: 'conflict' | 'blocked';
      readonly files: readonly string[];
      readonly problem: Problem;
    }
  | { readonly status: 'unreachable'; readonly problem: Problem };

/**
 * Fetches the remote's commits and brings them in.
 *
 * @throws {GitError} where the checkout is in no state for it
 */
export async function integrate(
  context: RepositoryContext,
  signal?: AbortSignal,
): Promise<IntegrateResult> {
  const branch = await readyBranch(context);
  const remote = await remoteBranch(context, branch);
  if (!remote) return { status: 'up-to-date' };
  const fetched = await fetchBranch(context, remote, signal);
  if (fetched.status === 'unreachable') return fetched;
  if (fetched.status === 'absent') return { status: 'up-to-date' };

  const ref = `refs/heads/${branch}`;
  const head = await commitAt(context, ref);
  const combined =
    head === null
      ? ({ kind: 'behind', commit: fetched.commit } as const)
      : await combine(context, head, fetched.commit, remote.branch);
  if (combined.kind === 'same' || combined.kind === 'ahead') return { status: 'up-to-date' };
  if (combined.kind === 'conflict') {
    const problem = mergeConflict(context.root, remote.branch, combined.files);
    return { status: 'conflict', files: inBlog(context, combined.files), problem };
  }
  const { blocked, changed } = await checkOut(context, head, combined.commit);
  if (blocked.length > 0) {
    const problem = inTheWay(context.root, blocked);
    return { status: 'blocked', files: inBlog(context, blocked), problem };
  }
  if (!(await moveRef(context, ref, combined.commit, head))) {
    throw new GitError(branchMoves(branch));
  }
  return {
    status: combined.kind === 'merged' ? 'merged' : 'fast-forwarded',
    head: combined.commit,
    files: inBlog(context, changed),
  };
}

const inBlog = ({ prefix }: RepositoryContext, files: readonly string[]): readonly string[] =>
  files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
