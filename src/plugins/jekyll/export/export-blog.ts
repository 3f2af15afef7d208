import type { Core } from '@strapi/strapi';
import type { ExportedFile, ExportReport } from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import type { RowFilter } from '../entries/rows';
import { type PlannedPlace, refuseCollisions } from './collisions';
import type { PlannedEntry } from './make-room';
import { planPosts } from './plan-posts';
import { planRemovals } from './removals';
import type { Run } from './run';
import { withBlog } from './session';
import type { Writer } from './writer';

/**
 * Brings a checkout up to date with what is published: everything is planned, then staged, then put
 * into place, then settled in the database, then committed.
 *
 * @throws see {@link withBlog}
 */
export const exportBlog = (strapi: Core.Strapi, request: ExportRequest): Promise<ExportReport> =>
  withBlog(strapi, 'export', request, planRun);

async function planRun(run: Run, writer: Writer): Promise<readonly ExportedFile[]> {
  const { options } = run;
  const filter: RowFilter = {
    status: 'published',
    locales: options.locales,
    slugs: options.posts,
    versions: options.documents,
  };
  const removals = await planRemovals(run);
  for (const unit of removals.units) await writer.add(unit);

  const posts = await planPosts(run, writer, filter);
  return reportOf(run, writer, removals.files, posts);
}

/** The files of all posts, without those that would meet another one. */
async function reportOf(
  run: Run,
  writer: Writer,
  removed: readonly ExportedFile[],
  posts: readonly PlannedEntry[],
): Promise<readonly ExportedFile[]> {
  const files = [...removed];
  const places: PlannedPlace[] = [];
  for (const { row, planned, tickets } of posts) {
    const { place, files: own } = planned;
    const [at, count] = [files.length, own.length];
    if (place) places.push({ ...place, row, tickets, at, count });
    files.push(...own);
  }
  return refuseCollisions(run, places, files, writer.leaveOut);
}
