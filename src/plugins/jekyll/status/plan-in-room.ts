import { type FileRecord, isAsKnown, recordKey } from '../blog/record';
import { composePost } from '../entries/compose';
import { openMediaPage } from '../entries/media';
import { loadVersion, type PostRow } from '../entries/rows';
import type { TakenAddresses } from '../export/addresses';
import { makeRoom, type PlannedEntry, type WaitingPost } from '../export/make-room';
import { placeMedia, planPost, type PlannedPost } from '../export/plan-post';
import type { Run } from '../export/run';
import { openVersions } from '../export/versions';
import { NO_WRITER } from '../export/writer';

/** A post as an export of all posts would plan it. */
export interface PlanInRoom {
  readonly planned: PlannedPost;
  /** Another post has the place to which it goes: what becomes of it depends on that one. */
  readonly dependent: boolean;
}

interface Entry extends PlannedEntry {
  readonly plan: (taken: TakenAddresses) => Promise<PlannedPost>;
}

/**
 * Plans some versions of posts as an export of all would: whose place another post has gets it where
 * that one moves away or is removed, and posts may take one another's places.
 *
 * @param records of all versions of these posts, by `recordKey`
 * @returns by `recordKey`
 */
export async function planInRoom(
  run: Run,
  rows: readonly PostRow[],
  records: ReadonlyMap<string, FileRecord>,
): Promise<Map<string, PlanInRoom>> {
  const entries = new Map<string, Entry>();
  const add = async (added: readonly PostRow[], known: ReadonlyMap<string, FileRecord>) => {
    const all = await planEach(run, added, known);
    for (const [key, entry] of all) entries.set(key, entry);
    return [...all.values()];
  };
  const asked = await add(rows, records);
  const dependent = new Set(waitingOf(asked));
  for (let waiting = waitingOf(asked); run.makesRoom && waiting.length > 0; ) {
    const holders: PostRow[] = [];
    for (const { planned } of waiting) {
      holders.push(...(await holdersOf(run, planned.waits?.path ?? '', entries)));
    }
    const ids = [...new Set(holders.map(({ documentId }) => documentId))];
    waiting =
      holders.length === 0 ? [] : waitingOf(await add(holders, await run.records.ofPosts(ids)));
  }
  const all = [...entries.values()];
  const waits = waitingOf(all).map((entry): WaitingPost => ({ entry, plan: entry.plan }));
  await makeRoom(run, NO_WRITER, all, waits);
  return new Map(
    [...entries].map(([key, entry]) => [
      key,
      { planned: entry.planned, dependent: dependent.has(entry) },
    ]),
  );
}

const waitingOf = (entries: readonly Entry[]): Entry[] =>
  entries.filter(({ planned }) => planned.waits != null && planned.waits.path !== null);

async function planEach(
  run: Run,
  rows: readonly PostRow[],
  records: ReadonlyMap<string, FileRecord>,
): Promise<Map<string, Entry>> {
  const posts = rows.map((row) => ({ row, content: composePost(row) }));
  const media = await openMediaPage(run.media, posts);
  const versions = await openVersions(run, rows, records);
  const entries = new Map<string, Entry>();
  for (const { row, content } of posts) {
    const { documentId, locale, slug } = row;
    const key = recordKey(documentId, locale);
    const placed = await placeMedia(media, row, content);
    const record = records.get(key) ?? null;
    const plan: Entry['plan'] = (taken) => planPost(run, row, placed, record, versions, taken);
    const planned = await planPost(run, row, placed, record, versions);
    entries.set(key, { row: { documentId, locale, slug }, planned, tickets: [], plan });
  }
  return entries;
}

/**
 * The published versions that have a path, without those that are planned already. One that is
 * withdrawn leaves it.
 */
async function holdersOf(
  run: Run,
  path: string,
  known: ReadonlyMap<string, Entry>,
): Promise<PostRow[]> {
  const rows: PostRow[] = [];
  for (const record of await run.records.at(path)) {
    const { post, locale, withdrawn } = record;
    if (known.has(recordKey(post, locale))) continue;
    const row = await loadVersion(run.strapi, post, locale, 'published');
    if (row) rows.push(row);
    if (row || !withdrawn) continue;
    const blog = await run.sides.find(record);
    const file = blog.status === 'standing' && blog.file.path === path ? blog.file : null;
    if (file && isAsKnown(record, file)) run.leaving.set(path, file.hash);
  }
  return rows;
}
