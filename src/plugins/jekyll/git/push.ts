import { setTimeout as pause } from 'node:timers/promises';
import type { PushReport } from '../contracts/report';
import type { Problem } from '../core/problem';
import { commitAt, isAncestor, readyBranch, type RepositoryContext } from './context';
import { integrate } from './integrate';
import { keepsMoving, noRemote } from './problems';
import { pushOnce } from './push-once';
import { type RemoteBranch, remoteBranch } from './remote';

export interface PushOptions {
  /** How often to try where the remote moves on in between. */
  readonly attempts?: number;
  readonly signal?: AbortSignal | undefined;
}

export const PUSH_ATTEMPTS = 5;

/** Brings the remote's commits into what is to be pushed; a report where that can't be done. */
export type CatchUp = () => Promise<Pick<PushReport, 'status' | 'problem'> | null>;

/**
 * Pushes the branch that is checked out. When the remote moved on, its commits are brought in and
 * the push is tried again.
 *
 * @throws {GitError} where the checkout is in no state for it
 */
export async function push(
  context: RepositoryContext,
  options: PushOptions = {},
): Promise<PushReport> {
  const branch = await readyBranch(context);
  const remote = await remoteBranch(context, branch);
  const ref = `refs/heads/${branch}`;
  const commit = await commitAt(context, ref);
  if (!remote) return { status: 'nothing-to-push', branch, problem: noRemote() };
  const seen = await commitAt(context, remote.tracking);
  const known = seen !== null && commit !== null && (await isAncestor(context, commit, seen));
  if (commit === null || known) return { status: 'nothing-to-push', branch: remote.branch };
  return pushRef(context, remote, ref, options, async () => {
    const result = await integrate(context, options.signal);
    if (result.status === 'unreachable') return unreachable(result.problem);
    if (result.status !== 'conflict' && result.status !== 'blocked') return null;
    return { status: 'conflict', problem: result.problem };
  });
}

/** Pushes a ref, catching up with the remote as often as needed and allowed. */
export async function pushRef(
  context: RepositoryContext,
  remote: RemoteBranch,
  ref: string,
  { attempts = PUSH_ATTEMPTS, signal }: PushOptions,
  catchUp: CatchUp,
): Promise<PushReport> {
  const { branch } = remote;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const commit = await commitAt(context, ref);
    if (commit === null) return { status: 'nothing-to-push', branch };
    const pushed = await pushOnce(context, remote, commit, signal);
    if (pushed.status !== 'moved') return { ...pushed, branch };
    if (attempt === attempts) break;
    const stopped = await catchUp();
    if (stopped) return { ...stopped, branch };
    // Two that push in turn would otherwise stay in step.
    await pause(Math.random() * 100 * attempt);
  }
  return { status: 'rejected', branch, problem: keepsMoving(branch, attempts) };
}

/** A remote that doesn't let us in will not do so for waiting. */
export const unreachable = (problem: Problem): Pick<PushReport, 'status' | 'problem'> => ({
  status: problem.code === 'git-authentication' ? 'rejected' : 'unreachable',
  problem,
});
