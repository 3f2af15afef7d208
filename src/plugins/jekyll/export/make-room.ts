import { builtFile } from '../core/address';
import type { PostRow } from '../entries/rows';
import type { StagedUnit } from './apply';
import type { TakenAddresses } from './addresses';
import { type Note, type PostNote, postsOf } from './note';
import type { PlannedPost } from './plan-post';
import type { Run } from './run';
import type { Writer } from './writer';

/** A post of a run as it is planned by now. */
export interface PlannedEntry {
  readonly row: Pick<PostRow, 'documentId' | 'locale' | 'slug'>;
  planned: PlannedPost;
  /** Its units among those of the run. */
  tickets: readonly number[];
}

/** A post that was put off, and how to plan it anew. */
export interface WaitingPost {
  readonly entry: PlannedEntry;
  readonly plan: (taken: TakenAddresses) => Promise<PlannedPost>;
}

/** Gives the units of a planned post to the run. */
export async function addPost(
  writer: Writer,
  { documentId, locale, slug }: PostRow,
  planned: PlannedPost,
): Promise<PlannedEntry> {
  const tickets = await addUnits(writer, planned.units);
  return { row: { documentId, locale, slug }, planned, tickets };
}

async function addUnits(writer: Writer, units: readonly StagedUnit<Note>[]): Promise<number[]> {
  const tickets: number[] = [];
  for (const unit of units) tickets.push(await writer.add(unit));
  return tickets;
}

/**
 * Plans the posts that were put off, now that all others are: those that get a redirect, then those
 * whose places others leave, one after the other, then those that take one another's places, together.
 * Whose place nobody leaves stays as it was planned.
 */
export async function makeRoom(
  run: Run,
  writer: Writer,
  posts: readonly PlannedEntry[],
  waiting: readonly WaitingPost[],
): Promise<void> {
  if (waiting.length === 0) return;
  const taken = takenAddresses(posts);
  const again = async ({ entry, plan }: WaitingPost): Promise<void> => {
    entry.planned = await plan(taken);
    entry.tickets = await addUnits(writer, entry.planned.units);
  };
  for (const post of waiting) if (post.entry.planned.waits?.path === null) await again(post);
  if (!run.makesRoom) return;
  const isFree = ({ entry: { planned } }: WaitingPost): boolean =>
    run.leaving.has(planned.waits?.path ?? '');
  const left = new Set(waiting);
  for (let free = waiting.find(isFree); free; free = [...left].find(isFree)) {
    left.delete(free);
    await again(free);
  }
  for (const ring of ringsOf(waiting)) await exchange(run, writer, ring, taken);
}

/** Where posts of this run are shown that were not there before. */
function takenAddresses(posts: readonly PlannedEntry[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { planned } of posts) {
    const { shown = null, recordedAddress = null } = planned.place ?? {};
    if (shown && shown.address !== recordedAddress) taken.add(builtFile(shown.address));
  }
  return taken;
}

/** Posts that each wait for the place of the next, and the last for that of the first. */
function ringsOf(waiting: readonly WaitingPost[]): WaitingPost[][] {
  const byPlace = new Map<string, WaitingPost>();
  for (const post of waiting) {
    const from = post.entry.planned.waits?.from;
    if (from) byPlace.set(from.path, post);
  }
  const next = (post: WaitingPost): WaitingPost | undefined =>
    byPlace.get(post.entry.planned.waits?.path ?? '');
  const seen = new Set<WaitingPost>();
  const rings: WaitingPost[][] = [];
  for (const start of waiting) {
    const walk: WaitingPost[] = [];
    let post: WaitingPost | undefined = start;
    while (post && !seen.has(post)) {
      seen.add(post);
      walk.push(post);
      post = next(post);
    }
    const at = post ? walk.indexOf(post) : -1;
    if (at >= 0) rings.push(walk.slice(at));
  }
  return rings;
}

/** Puts posts into one another's places in one unit: all of them or none. */
async function exchange(
  run: Run,
  writer: Writer,
  ring: readonly WaitingPost[],
  taken: TakenAddresses,
): Promise<void> {
  const standing = new Map(
    ring.flatMap(({ entry }) => {
      const from = entry.planned.waits?.from;
      return from ? [[from.path, from.hash] as const] : [];
    }),
  );
  const undo = noteMedia(run);
  for (const [path, hash] of standing) run.leaving.set(path, hash);
  const plans: PlannedPost[] = [];
  for (const { plan } of ring) plans.push(await plan(taken));
  if (!plans.every(({ files }) => files[0]?.action === 'rename')) {
    for (const path of standing.keys()) run.leaving.delete(path);
    undo();
    return;
  }
  const units = plans.flatMap((plan) => plan.units);
  const moves = units.filter(({ note }) => postsOf(note).length > 0);
  const together: StagedUnit<Note> = {
    // No file goes: in each one's old place stands another one.
    changes: moves.flatMap(({ changes }) =>
      changes.map(({ path, bytes }) => ({ path, bytes, expected: standing.get(path) ?? null })),
    ),
    note: {
      kind: 'exchange',
      posts: moves.flatMap(({ note }): readonly PostNote[] => postsOf(note)),
    },
  };
  const media = units.filter(({ note }) => note.kind === 'media');
  const tickets = await addUnits(writer, [...media, together]);
  for (const [index, { entry }] of ring.entries()) {
    entry.planned = plans[index] ?? entry.planned;
    entry.tickets = tickets;
  }
}

/** @returns takes back which media posts were to bring along since */
function noteMedia({ media: { planned, places } }: Run): () => void {
  const known = [new Set<string>(planned.keys()), new Set<number>(places.keys())] as const;
  return () => {
    for (const path of planned.keys()) if (!known[0].has(path)) planned.delete(path);
    for (const id of places.keys()) if (!known[1].has(id)) places.delete(id);
  };
}
