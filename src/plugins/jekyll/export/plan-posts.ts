import { recordKey } from '../blog/record';
import { composePost } from '../entries/compose';
import { openMediaPage } from '../entries/media';
import { countPosts, postPages, type RowFilter } from '../entries/rows';
import type { TakenAddresses } from './addresses';
import { holdBack, isWaiting } from './hold-back';
import { addPost, makeRoom, type PlannedEntry, type WaitingPost } from './make-room';
import { placeMedia, planPost } from './plan-post';
import type { Run } from './run';
import { findUnchanged, type Version } from './unchanged';
import { openVersions } from './versions';
import type { Writer } from './writer';

/** Posts whose texts are in memory together. */
const PAGE = 200;

/** A post of a run, by the id of its row. */
interface Numbered {
  readonly id: number;
  readonly entry: PlannedEntry;
}

/**
 * Plans the published versions that a filter names, in the order of their rows, and gives the writer
 * their units. Those that cannot have changed since they were last in step are passed by.
 */
export async function planPosts(
  run: Run,
  writer: Writer,
  filter: RowFilter,
): Promise<readonly PlannedEntry[]> {
  const { options } = run;
  const total = await countPosts(run.strapi, filter);
  const posts: Numbered[] = [];
  const changed = new Map<number, Version>();
  for await (const versions of findUnchanged(run, filter)) {
    options.signal?.throwIfAborted();
    for (const version of versions) {
      if (version.unchanged) posts.push({ id: version.id, entry: asBefore(version) });
      else changed.set(version.id, version);
    }
    options.onProgress?.({
      done: posts.length,
      total,
      label: versions.at(-1)?.unchanged?.slug ?? '',
    });
  }
  const waiting: WaitingPost[] = [];
  const ids = [...changed.keys()].toSorted((a, b) => a - b);
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = { ...filter, ids: ids.slice(at, at + PAGE) };
    for await (const { id, entry, plan } of planChanged(run, writer, page)) {
      posts.push({ id, entry });
      if (entry.planned.waits) waiting.push({ entry, plan });
      options.onProgress?.({ done: posts.length, total, label: entry.row.slug ?? '' });
    }
  }
  const entries = posts.toSorted((a, b) => a.id - b.id).map(({ entry }) => entry);
  await makeRoom(run, writer, entries, waiting);
  for (const { id, entry } of posts) {
    const { row, planned } = entry;
    const source = changed.get(id)?.source;
    if (planned.inStep && source !== undefined) {
      run.inStep.push({ ...row, source, ...planned.inStep });
    }
  }
  return entries;
}

/** Plans a page of versions in which something may have changed. */
async function* planChanged(
  run: Run,
  writer: Writer,
  filter: RowFilter,
): AsyncGenerator<Numbered & Pick<WaitingPost, 'plan'>> {
  for await (const page of postPages(run.strapi, filter, PAGE)) {
    const records = await run.records.ofPosts(page.map((row) => row.documentId));
    const composed = page.map((row) => ({ row, content: composePost(row) }));
    const media = await openMediaPage(run.media, composed);
    const versions = await openVersions(run, page, records);
    for (const { row, content } of composed) {
      run.options.signal?.throwIfAborted();
      const record = records.get(recordKey(row.documentId, row.locale)) ?? null;
      const placed = await placeMedia(media, row, content);
      const plan = (taken: TakenAddresses) => planPost(run, row, placed, record, versions, taken);
      const held = isWaiting(run, row, record);
      const planned = await plan(held ? new Set() : 'unknown');
      const entry = await addPost(writer, row, held ? await holdBack(run, row, planned) : planned);
      yield { id: row.id, entry, plan };
    }
  }
}

/** A post in which nothing has changed, nor in its file: it was in step, and is. */
function asBefore({ documentId, locale, unchanged }: Version): PlannedEntry {
  const { slug, path } = unchanged ?? { slug: null, path: '' };
  return {
    row: { documentId, locale, slug },
    planned: {
      files: [{ path, slug, locale, documentId, action: 'same', problems: [] }],
      units: [],
      place: null,
    },
    tickets: [],
  };
}
