import type { Core } from '@strapi/strapi';
import type { ExportedFile, ExportReport } from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import { recordKey } from '../blog/record';
import type { PostContent } from '../core/post';
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
import { findUnchanged, type Head, type Version } from './unchanged';
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
  const sources = new Map<PlannedEntry, string>();
  for await (const versions of findUnchanged(run, filter)) {
    options.signal?.throwIfAborted();
    const planned = await planChanged(run, writer, versions, ({ slug }, done) =>
      options.onProgress?.({ done: posts.length + done, total, label: slug }),
    );
    for (const { head, unchanged, source } of versions) {
      const entry = unchanged === null ? planned.get(head.id) : asBefore(head, unchanged);
      // Gone while the run goes on.
      if (!entry) continue;
      posts.push(entry);
      sources.set(entry, source);
      if (entry.planned.waits && entry.plan) waiting.push({ entry, plan: entry.plan });
    }
    options.onProgress?.({ done: posts.length, total, label: posts.at(-1)?.row.slug ?? '' });
  }
  await makeRoom(run, writer, posts, waiting);
  for (const entry of posts) {
    const { row, planned } = entry;
    const { documentId, locale } = row;
    const source = sources.get(entry) ?? '';
    if (planned.inStep) run.inStep.push({ documentId, locale, source, ...planned.inStep });
  }
  return reportOf(run, writer, removals.files, posts);
}

/** A post of a run, and how to plan it anew. */
interface ChangedEntry extends PlannedEntry {
  readonly plan?: WaitingPost['plan'];
}

/** Plans the versions of a page in which something may have changed, by row id. */
async function planChanged(
  run: Run,
  writer: Writer,
  versions: readonly Version[],
  onPost: (content: PostContent, done: number) => void,
): Promise<ReadonlyMap<number, ChangedEntry>> {
  const ids = versions.filter(({ unchanged }) => unchanged === null).map(({ head }) => head.id);
  const entries = new Map<number, ChangedEntry>();
  if (ids.length === 0) return entries;
  for await (const page of postPages(run.strapi, { status: 'published', ids })) {
    const records = await run.records.ofPosts(page.map((row) => row.documentId));
    const composed = page.map((row) => ({ row, content: composePost(row) }));
    const media = await openMediaPage(run.media, composed);
    const siblings = await openVersions(run, page, records);
    for (const { row, content } of composed) {
      run.options.signal?.throwIfAborted();
      const record = records.get(recordKey(row.documentId, row.locale)) ?? null;
      const placed = await placeMedia(media, row, content);
      const plan = (taken: TakenAddresses) => planPost(run, row, placed, record, siblings, taken);
      const held = isWaiting(run, row, record);
      const planned = await plan(held ? new Set() : 'unknown');
      const entry = await addPost(writer, row, held ? await holdBack(run, row, planned) : planned);
      entries.set(row.id, { ...entry, plan });
      onPost(content, entries.size);
    }
  }
  return entries;
}

/** A post in which nothing has changed, nor in its file: it was in step, and is. */
const asBefore = ({ documentId, locale, slug }: Head, path: string): ChangedEntry => ({
  row: { documentId, locale, slug },
  planned: {
    files: [{ path, slug, locale, documentId, action: 'same', problems: [] }],
    units: [],
    place: null,
  },
  tickets: [],
});

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
