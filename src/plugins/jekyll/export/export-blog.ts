import type { Core } from '@strapi/strapi';
import type { ExportedFile, ExportReport } from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import { recordKey } from '../blog/record';
import { composePost } from '../entries/compose';
import { openMediaPage } from '../entries/media';
import { countPosts, postPages, type RowFilter } from '../entries/rows';
import type { TakenAddresses } from './addresses';
import { holdBack, isWaiting } from './hold-back';
import { type PlannedPlace, refuseCollisions } from './collisions';
import { addPost, makeRoom, type PlannedEntry, type WaitingPost } from './make-room';
import { placeMedia, planPost } from './plan-post';
import { planRemovals } from './removals';
import type { Run } from './run';
import { openVersions } from './versions';
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
  const { strapi, options } = run;
  const filter: RowFilter = {
    status: 'published',
    locales: options.locales,
    slugs: options.posts,
    versions: options.documents,
  };
  const total = await countPosts(strapi, filter);
  const removals = await planRemovals(run);
  for (const unit of removals.units) await writer.add(unit);

  const posts: PlannedEntry[] = [];
  const waiting: WaitingPost[] = [];
  for await (const page of postPages(strapi, filter)) {
    const records = await run.records.ofPosts(page.map((row) => row.documentId));
    const composed = page.map((row) => ({ row, content: composePost(row) }));
    const media = await openMediaPage(run.media, composed);
    const versions = await openVersions(run, page, records);
    for (const { row, content } of composed) {
      options.signal?.throwIfAborted();
      const record = records.get(recordKey(row.documentId, row.locale)) ?? null;
      const placed = await placeMedia(media, row, content);
      const plan = (taken: TakenAddresses) => planPost(run, row, placed, record, versions, taken);
      const held = isWaiting(run, row, record);
      const planned = await plan(held ? new Set() : 'unknown');
      const entry = await addPost(writer, row, held ? await holdBack(run, row, planned) : planned);
      posts.push(entry);
      if (entry.planned.waits) waiting.push({ entry, plan });
      options.onProgress?.({ done: posts.length, total, label: content.slug });
    }
  }
  await makeRoom(run, writer, posts, waiting);
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
