import type { PushReport } from '../contracts/report';
import { combine, mergeTrees } from './combine';
import { type CommitMeta, writeCommit } from './commit-object';
import {
  assertBranchName,
  commitAt,
  currentBranch,
  isAncestor,
  moveRef,
  type RepositoryContext,
  treeOf,
} from './context';
import { GitError } from './error';
import { fetchBranch } from './fetch';
import { branchMoves, mergeConflict, noRemote } from './problems';
import { pushRef, type PushOptions, unreachable } from './push';
import { type RemoteBranch, remoteBranch } from './remote';
import { withScratch } from './scratch';
import { type CommittedFiles, stageFiles, treeWith } from './tree';

export interface BranchCommit {
  /** null where the branch says the same already. */
  readonly commit: string | null;
  readonly branch: string;
}

/**
 * Puts the files into a commit on a branch of its own. Work tree, index and HEAD stay as they are.
 * A branch that is still open goes on; one whose content has reached the base branch, or that was
 * deleted at the remote after we pushed it, starts anew from the base.
 *
 * @throws {GitError} also where reviewers' commits on the branch contradict ours
 */
export function commitOnBranch(
  context: RepositoryContext,
  branch: string,
  files: CommittedFiles,
  meta: CommitMeta,
  signal?: AbortSignal,
): Promise<BranchCommit> {
  return withScratch(context.gitDir, async (scratch) => {
    await assertBranchName(context, branch);
    const ref = `refs/heads/${branch}`;
    const staged = await stageFiles(context, scratch, files);
    const base = await baseCommit(context, signal);
    const local = await commitAt(context, ref);
    const open = await openTip(context, branch, local, signal);
    const spent = open !== null && base !== null && (await isSpent(context, open, base));
    const start = spent || open === null ? base : open;
    const { tree } = await treeWith(context, staged, start);
    if (tree === (await treeOf(context, start))) {
      if (start !== null && start === open) await follow(context, ref, open, local);
      return { commit: null, branch };
    }
    // A spent branch that the remote still has is continued: a push must not need force.
    const kept =
      spent && open !== null && base !== null && !(await isAncestor(context, open, base));
    const parents = [...(kept ? [open] : []), ...(start === null ? [] : [start])];
    const commit = await writeCommit(context, tree, parents, meta);
    await follow(context, ref, commit, local);
    return { commit, branch };
  });
}

async function follow(
  context: RepositoryContext,
  ref: string,
  commit: string,
  local: string | null,
): Promise<void> {
  if (commit === local) return;
  if (!(await moveRef(context, ref, commit, local))) throw new GitError(branchMoves(ref));
}

/**
 * Looks for a branch that says all of this already, so that the same content is not proposed twice.
 *
 * @param prefix start of the names to look at
 * @returns its name, the newest of several; null where there is none
 */
export function findBranchWith(
  context: RepositoryContext,
  prefix: string,
  files: CommittedFiles,
): Promise<string | null> {
  return withScratch(context.gitDir, async (scratch) => {
    const staged = await stageFiles(context, scratch, files);
    const format = '--format=%(refname)';
    const list = ['for-each-ref', '--sort=-committerdate', format, 'refs/heads/'];
    const refs = (await context.git.run(list)).text.split('\n');
    for (const ref of refs) {
      if (!ref.startsWith(`refs/heads/${prefix}`)) continue;
      const { tree } = await treeWith(context, staged, ref);
      if (tree === (await treeOf(context, ref))) return ref.slice('refs/heads/'.length);
    }
    return null;
  });
}

/** Newest commit of the base branch that is known: the remote's, else ours. */
async function baseCommit(
  context: RepositoryContext,
  signal?: AbortSignal,
): Promise<string | null> {
  const base = context.git.settings.branch ?? (await currentBranch(context));
  const remote = await remoteBranch(context, base);
  if (remote) {
    const fetched = await fetchBranch(context, remote, signal);
    if (fetched.status === 'fetched') return fetched.commit;
    const seen = await commitAt(context, remote.tracking);
    if (seen !== null) return seen;
  }
  return commitAt(context, `refs/heads/${base}`);
}

/** Where the branch stands, here and at the remote; null where there is none, or none any more. */
async function openTip(
  context: RepositoryContext,
  branch: string,
  local: string | null,
  signal?: AbortSignal,
): Promise<string | null> {
  const remote = await remoteBranch(context, branch);
  if (!remote) return local;
  const before = await commitAt(context, remote.tracking);
  const fetched = await fetchBranch(context, remote, signal);
  if (fetched.status === 'absent') return before === null ? local : null;
  if (fetched.status === 'unreachable' || local === null) {
    return fetched.status === 'fetched' ? fetched.commit : local;
  }
  return bringIn(context, branch, local, fetched.commit);
}

async function bringIn(
  context: RepositoryContext,
  branch: string,
  ours: string,
  theirs: string,
): Promise<string> {
  const combined = await combine(context, ours, theirs, branch);
  if (combined.kind === 'conflict') {
    throw new GitError(mergeConflict(context.root, branch, combined.files));
  }
  return 'commit' in combined ? combined.commit : ours;
}

/** Whether the base holds all that the branch says, be it merged, squashed or picked. */
async function isSpent(context: RepositoryContext, tip: string, base: string): Promise<boolean> {
  if (await isAncestor(context, tip, base)) return true;
  const merged = await mergeTrees(context, base, tip, 'base');
  return merged.tree === (await treeOf(context, base));
}

/** Pushes such a branch; commits that others put on it are brought in first. */
export async function pushBranch(
  context: RepositoryContext,
  branch: string,
  options: PushOptions = {},
): Promise<PushReport> {
  await assertBranchName(context, branch);
  const remote = await remoteBranch(context, branch);
  if (!remote) return { status: 'nothing-to-push', branch, problem: noRemote() };
  const ref = `refs/heads/${branch}`;
  return pushRef(context, remote, ref, options, () => catchUp(context, remote, ref, options));
}

async function catchUp(
  context: RepositoryContext,
  remote: RemoteBranch,
  ref: string,
  { signal }: PushOptions,
): Promise<Pick<PushReport, 'status' | 'problem'> | null> {
  const fetched = await fetchBranch(context, remote, signal);
  if (fetched.status === 'unreachable') return unreachable(fetched.problem);
  const ours = await commitAt(context, ref);
  if (fetched.status === 'absent' || ours === null) return null;
  const combined = await combine(context, ours, fetched.commit, remote.branch);
  if (combined.kind === 'conflict') {
    const problem = mergeConflict(context.root, remote.branch, combined.files);
    return { status: 'conflict', problem };
  }
  if ('commit' in combined) await follow(context, ref, combined.commit, ours);
  return null;
}
