import type { Core } from '@strapi/strapi';
import type { ExportedFile, ExportReport } from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import type { WasTracked } from '../blog/blog-sides';
import { jekyllConfig } from '../server/src/config';
import { createBranchWriter } from './branch-writer';
import { catchUp, type GitRun, openGit } from './git-run';
import { type LeaseOptions, waitingFor, withLease } from './lease';
import { ownBlogDir } from './own-blog';
import { openRun, type Run } from './run';
import { createStageWriter, recoverRun } from './stage-writer';
import { totalsOf } from './totals';
import { keepMarks } from './unchanged';
import { NO_WRITER, type Writer } from './writer';

/** Milliseconds to wait for another run that goes on. */
const LEASE_WAIT = 60_000;

/**
 * Plans and does a piece of work on a blog as its only writer. What a killed run left is completed
 * first, and the remote's commits are brought in, so that the plan sees the blog as it is.
 *
 * @param what the work's name, for those who wait for it
 * @param plan gives the writer its units and says what the report tells of them; touches nothing
 * @throws {BlogFolderError}, {BlogBusyError}, {GitError}, {StageError}: nothing was touched
 * @throws {ApplyError}, {LeaseLostError}: the next run completes this one
 */
export async function withBlog(
  strapi: Core.Strapi,
  what: string,
  request: ExportRequest,
  plan: (run: Run, writer: Writer) => Promise<readonly ExportedFile[]>,
): Promise<ExportReport> {
  const open = (wishes = request) => openGit(jekyllConfig(strapi), wishes, ownBlogDir(strapi));
  const openFor = (git: GitRun | null) =>
    openRun(strapi, request, trackedBy(git), git?.onBranches !== true);
  if (request.dryRun) {
    const run = await openFor(await open());
    const files = await plan(run, NO_WRITER);
    return { files, totals: totalsOf(files), commit: null, push: null, problems: [] };
  }
  const { signal } = request;
  return withLease(strapi, leaseOptions(what, request), async (lease) => {
    const git = await open();
    request.onStep?.('recover');
    const first = await openRun(strapi, request, trackedBy(git));
    const before = await recoverRun(
      first,
      async () => git ?? open({ ...request, commit: true }),
      lease,
    );
    if (git) request.onStep?.('fetch');
    const hindrances = git ? await catchUp(git, request) : [];
    // Anew: what was read before the remote's commits came in does not count.
    const run = await openFor(git);
    const writer = git?.onBranches
      ? createBranchWriter(run, git)
      : await createStageWriter(run, git, lease);
    try {
      request.onStep?.('plan');
      const files = await plan(run, writer);
      signal?.throwIfAborted();
      request.onStep?.('write');
      const report = await writer.carryOut(files);
      // The run is done: without the notes the next one only looks at more.
      await keepMarks(run, run.inStep).catch((error: unknown) =>
        strapi.log.warn(`jekyll: what is in step could not be noted: ${String(error)}`),
      );
      return {
        ...report,
        totals: totalsOf(report.files),
        commit: report.commit ?? before.commit,
        problems: [...before.problems, ...hindrances, ...report.problems],
      };
    } finally {
      await writer.discard();
    }
  });
}

/**
 * Does a work that reads a blog and stores what it says, as its only user: what a killed export left
 * is completed first.
 */
export async function withSettledBlog<T>(
  strapi: Core.Strapi,
  what: string,
  request: Pick<ExportRequest, 'blogDir' | 'signal' | 'onWait'>,
  work: () => Promise<T>,
): Promise<T> {
  const { blogDir } = request;
  const open = () => openGit(jekyllConfig(strapi), { blogDir, commit: true }, ownBlogDir(strapi));
  return withLease(strapi, leaseOptions(what, request), async (lease) => {
    // Nobody else makes the plugin's own clone, or brings it up to date.
    const own = blogDir === ownBlogDir(strapi) ? await open() : null;
    await recoverRun(await openRun(strapi, { blogDir }, null), open, lease);
    if (own) await catchUp(own, request);
    return work();
  });
}

/** Does a work that stores posts and has nothing to do with the blog's files, while nobody exports. */
export const withBlogLease = <T>(
  strapi: Core.Strapi,
  what: string,
  request: Pick<ExportRequest, 'signal' | 'onWait'>,
  work: () => Promise<T>,
): Promise<T> => withLease(strapi, leaseOptions(what, request), work);

const leaseOptions = (
  what: string,
  { signal, onWait }: Pick<ExportRequest, 'signal' | 'onWait'>,
): LeaseOptions => ({
  what,
  wait: LEASE_WAIT,
  signal,
  onWait: (holder) => onWait?.(waitingFor(holder)),
});

const trackedBy = (git: GitRun | null): WasTracked | null =>
  git && ((path) => git.repository.wasTracked(path));
