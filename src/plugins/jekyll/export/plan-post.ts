import type { ExportedFile } from '../contracts/report';
import { type PostContent, type WriteContext, writePost } from '../core/post';
import type { Problem } from '../core/problem';
import { hashOf } from '../blog/hash';
import { BlogFolderError } from '../blog/blog-folder';
import { standingFile } from '../blog/standing-file';
import { type FileRecord, originInBlog } from '../blog/record';
import type { MediaCopy, MediaPage } from '../entries/media';
import { missingMedia } from '../entries/restore-media';
import { loadVersion, type PostRow } from '../entries/rows';
import { type PlacedText, strategyOf, writeVersion } from '../entries/write-version';
import { planTakeBack } from '../import/take-back';
import type { StagedUnit } from './apply';
import { type PostPlace, placeOf, redirectOf, type TakenAddresses } from './addresses';
import { checkWritten } from './check-written';
import { PLACE_TAKEN } from './conflicts';
import { decide, type Decision, type Sides } from './decide';
import { unifiedDiff } from './diff';
import { isLeftOut, leftOut } from './left-out';
import { knownRecord, type MediaNote, type Note, type PostNote } from './note';
import * as problems from './problems';
import type { Run } from './run';
import type { InStep } from './unchanged';
import type { Versions } from './versions';

/** What one post means for the blog. */
export interface PlannedPost {
  /** The post's file, then the media that come along. */
  readonly files: readonly ExportedFile[];
  readonly units: readonly StagedUnit<Note>[];
  /** Where the post would stand and be shown, for the check that no other one does; null for one left out. */
  readonly place: PostPlace | null;
  /** Where the post and the blog agree once the units are carried out; null where something is left to tell. */
  readonly inStep?: Pick<InStep, 'path' | 'hash' | 'media'> | null;
  /**
   * What it is put off for: until the addresses are known that other posts take, or until the post
   * that still has its place moves away.
   */
  readonly waits?: Waits;
}

export interface Waits {
  /** Path that another post has; null where only addresses are waited for. */
  readonly path: string | null;
  /** The post's own file in the blog, which it would leave; null for a new one. */
  readonly from: { readonly path: string; readonly hash: string } | null;
}

/** A version of a post, composed, with its media at their places. */
export interface PlacedPost {
  readonly content: PostContent;
  readonly copies: readonly MediaCopy[];
  readonly problems: readonly Problem[];
}

/** Media that would stand outside the blog are a problem of the post that shows them. */
export async function placeMedia(
  media: MediaPage,
  row: PostRow,
  content: PostContent,
): Promise<PlacedPost> {
  try {
    return await media.place(row, content);
  } catch (error) {
    if (!(error instanceof BlogFolderError)) throw error;
    return { content, copies: [], problems: [problems.outside(error)] };
  }
}

/**
 * Writes one post, compares it with the blog and says what is to be done. Touches nothing.
 *
 * @param taken addresses from which no redirect may lead away; while they are unknown, a post that
 * would get a redirect is put off
 */
export async function planPost(
  run: Run,
  row: PostRow,
  placed: PlacedPost,
  record: FileRecord | null,
  versions: Versions,
  taken: TakenAddresses = NO_ADDRESSES,
): Promise<PlannedPost> {
  const about = { slug: placed.content.slug, locale: row.locale, documentId: row.documentId };
  const known = versions.placeOf(row, record);
  const context = run.contextOf(row.locale, record, known.place);
  const baseline = record && { text: record.text, path: record.path };
  let { content } = placed;
  let written = writePost(content, baseline, context);
  if (isLeftOut(run, row, record)) return leftOut(run, row, written.path, about.slug);
  const redirect = redirectOf(run, record, written, context.zone, taken);
  if (redirect && taken === 'unknown') {
    const place = placeOf(run, record, written, context.zone);
    return { files: [], units: [], place, waits: { path: null, from: null } };
  }
  if (redirect) {
    content = { ...content, redirects: redirect.add(content.redirects) };
    written = writePost(content, baseline, context);
  }
  const place = placeOf(run, record, written, context.zone);
  const found = [...placed.problems, ...known.problems, ...written.problems];
  const refused = (more: readonly Problem[] = []): PlannedPost => ({
    files: [{ path: written.path, ...about, action: 'refused', problems: [...found, ...more] }],
    units: [],
    place,
  });
  const { text } = written;
  if (text === null || found.some(({ severity }) => severity === 'error')) return refused();
  try {
    const ours = { path: written.path, text };
    const sides = await lookAtBlog(run, ours, record);
    const decided = decide(sides, context.zone);
    const decision = await withTakeBack(run, row, record, sides, decided, context);
    const restored = comesBack(record, decision) ? await missingMedia(run.media, content) : [];
    const copies = [...placed.copies, ...restored];
    for (const { path } of copies) run.coming.add(path);
    const checked = await checkWritten(run, row, sides, decision, context.zone);
    if (checked.stops) return refused([...decision.problems, ...checked.problems]);
    const media = newMedia(run, row, decision, copies);
    const file = fileOf(run, about, sides, decision, [...found, ...checked.problems]);
    const settled = {
      zone: context.zone,
      strategy: strategyOf(run.locales, record),
      redirect: redirect?.note ?? null,
    };
    const note = noteOf(row, record, sides, decision, settled);
    return {
      files: [file, ...media.files],
      units: [...media.units, ...unitOf(run, sides, decision, note)],
      place,
      inStep: found.length > 0 ? null : inStepOf(sides, decision, note, copies),
      ...waitsOf(sides, decision),
    };
  } catch (error) {
    if (!(error instanceof BlogFolderError)) throw error;
    return refused([problems.outside(error)]);
  }
}

/** The file that the next run will find as it leaves it, made from the media that it shows. */
function inStepOf(
  { blog }: Sides,
  { action, final, pull, problems: found }: Decision,
  note: PostNote | null,
  copies: readonly MediaCopy[],
): PlannedPost['inStep'] {
  if (!final || !note || pull || note.agreed || found.length > 0) return null;
  if (action === 'same' && blog.status !== 'standing') return null;
  const media = copies.map(({ fileId }) => fileId);
  return { path: final.path, hash: note.final.hash, media };
}

const NO_ADDRESSES: TakenAddresses = new Set<string>();

/** A post whose place is still another's can have it once that one moves away in the same run. */
function waitsOf({ ours, blog }: Sides, { problems: found }: Decision): { waits?: Waits } {
  if (!found.some(({ code }) => code === PLACE_TAKEN)) return {};
  const from = blog.status === 'standing' ? { path: blog.file.path, hash: blog.file.hash } : null;
  return { waits: { path: ours.path, from } };
}

/** What the blog holds of a post, and what stands where it is to go. */
export async function lookAtBlog(
  run: Run,
  ours: PlacedText,
  record: FileRecord | null,
): Promise<Sides> {
  const blog = record ? await run.sides.find(record) : ({ status: 'absent' } as const);
  const own = blog.status === 'standing' && blog.file.path === ours.path;
  const standing = own ? null : await standingFile(run.folder, ours.path);
  // A file that this run takes away makes room.
  const isLeft = standing !== null && run.makesRoom && run.leaving.has(standing.path);
  const target = isLeft ? null : standing;
  const targetOwned = target !== null && (await run.sides.isOwned(target.path));
  return { ours, record, blog, target, targetOwned };
}

/**
 * Changes made in the blog go back into the entry where that overwrites no newer draft; else they
 * stay in the file alone.
 */
async function withTakeBack(
  run: Run,
  row: PostRow,
  record: FileRecord | null,
  { ours }: Sides,
  decision: Decision,
  context: WriteContext,
): Promise<Decision> {
  const { final, pull } = decision;
  if (!pull || !final || !record) return decision;
  if (run.options.pull === false) return { ...decision, pull: false };
  const draft = await loadVersion(run.strapi, row.documentId, row.locale, 'draft');
  const write = (version: PostRow) => writeVersion(run.media, () => context, version, record);
  const plan =
    draft &&
    (await planTakeBack({ draft, published: row }, ours, final, { zone: record.zone, write }));
  if (plan) return decision;
  const kept = problems.keptFromDraft(final.path);
  return { ...decision, pull: false, problems: [...decision.problems, kept] };
}

function fileOf(
  run: Run,
  about: { readonly slug: string; readonly locale: string; readonly documentId: string },
  { ours, blog }: Sides,
  decision: Decision,
  found: readonly Problem[],
): ExportedFile {
  const { action, final, merged, pull, conflict } = decision;
  const standing = blog.status === 'standing' ? blog.file : null;
  const path = final?.path ?? ours.path;
  const from = action === 'rename' && standing ? standing.path : undefined;
  const before = pull && action === 'same' ? ours.text : (standing?.text ?? '');
  const differs = action !== 'same' || pull;
  const diff = () =>
    conflict?.diff ?? unifiedDiff(from ?? path, path, before, final?.text ?? ours.text);
  return {
    path,
    ...about,
    action,
    problems: [...found, ...decision.problems],
    ...(from === undefined ? {} : { from }),
    ...(differs ? run.diffs.of(diff) : {}),
    ...(merged ? { merged } : {}),
    ...(pull ? { pulled: true } : {}),
    ...(conflict ? { conflict } : {}),
  };
}

/** A post that the blog had before, and lacks now. */
const comesBack = (record: FileRecord | null, { action }: Decision): boolean =>
  record !== null && action === 'add';

const writes = ({ action }: Decision): boolean => ['add', 'change', 'rename'].includes(action);

/** Media that the blog lacks go in before the post that shows them, once a run. */
function newMedia(
  run: Run,
  { documentId }: PostRow,
  decision: Decision,
  copies: readonly MediaCopy[],
): { files: ExportedFile[]; units: StagedUnit<MediaNote>[] } {
  if (!writes(decision)) return { files: [], units: [] };
  const files: ExportedFile[] = [];
  const units: StagedUnit<MediaNote>[] = [];
  for (const { path, bytes, hash, fileId, there } of copies) {
    const assets = [{ path, hash, fileId }];
    const isNew = !there && !run.media.planned.has(path);
    if (isNew) {
      run.media.planned.set(path, hash);
      run.media.places.set(fileId, path);
      files.push({ path, slug: null, locale: null, documentId, action: 'add', problems: [] });
    }
    const changes = isNew ? [{ path, bytes, expected: null }] : [];
    units.push({ changes, note: { kind: 'media', assets } });
  }
  return { files, units };
}

function noteOf(
  row: PostRow,
  record: FileRecord | null,
  { ours }: Sides,
  { final, pull }: Decision,
  settled: Pick<PostNote, 'zone' | 'strategy' | 'redirect'>,
): PostNote | null {
  if (!final) return null;
  const differs = final.text !== ours.text || final.path !== ours.path;
  return {
    kind: 'post',
    post: row.documentId,
    locale: row.locale,
    slug: row.slug,
    title: row.title,
    known: knownRecord(record),
    published: row.id,
    final: { path: final.path, hash: hashOf(final.text) },
    // Not taken back: both sides still agree on no more than what the CMS says.
    agreed: differs && !pull ? ours : null,
    origin: record ? originInBlog(record.origin) : 'exported',
    pull: pull ? ours : null,
    ...settled,
  };
}

function unitOf(
  run: Run,
  { blog, record, target }: Sides,
  decision: Decision,
  note: PostNote | null,
): StagedUnit<Note>[] {
  const { final, pull, action } = decision;
  if (!final || !note) return [];
  if (!writes(decision)) {
    const says = note.agreed ?? final;
    const stale =
      record && (record.text !== says.text || record.path !== says.path || !record.live);
    // A file that says the same but was never ours stays unowned: import takes it over.
    return pull || stale ? [{ changes: [], note }] : [];
  }
  const standing = blog.status === 'standing' ? blog.file : null;
  const moves = standing !== null && action === 'rename';
  if (moves) run.leaving.set(standing.path, standing.hash);
  const there = standing?.path === final.path ? standing : target;
  return [
    {
      changes: [
        {
          path: final.path,
          bytes: Buffer.from(final.text, 'utf8'),
          expected: there?.hash ?? null,
          ...(moves ? { from: { path: standing.path, expected: standing.hash } } : {}),
        },
      ],
      note,
    },
  ];
}
