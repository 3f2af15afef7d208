import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../server/src/database';
import type { ConflictSides, ExportedFile, ExportReport } from '../contracts/report';
import type { Resolution, ResolveRequest } from '../contracts/service';
import { hasMarkers } from '../core/merge';
import { readPost, writePost } from '../core/post';
import { readFileName } from '../core/post-file';
import { hashOf } from '../blog/hash';
import { type FileRecord, isUnseen, originInBlog } from '../blog/record';
import { composePost } from '../entries/compose';
import { documentsOf } from '../entries/documents';
import { openMediaPage } from '../entries/media';
import { loadVersion, postPages, type PostRow } from '../entries/rows';
import { type PlacedText, writeVersion } from '../entries/write-version';
import { POST_UID } from '../server/src/content-model';
import { conflictVersion } from './conflict-version';
import { decide } from './decide';
import { unifiedDiff } from './diff';
import { knownRecord, type PostNote } from './note';
import { lookAtBlog, placeMedia } from './plan-post';
import { fileToRemove, isUntouched, withdrawnSides } from './removals';
import { ResolveError } from './resolve-error';
import type { Run } from './run';
import { withBlog } from './session';
import type { Writer } from './writer';

/**
 * Settles the conflict of one post in one locale as a person decided: with the blog's text, the
 * CMS's, or one made of both. Afterwards both sides say the same.
 *
 * @throws {ResolveError} where there is no conflict, or where it can't be settled in this way
 * @throws see {@link withBlog}
 */
export function resolveConflict(
  strapi: Core.Strapi,
  request: ResolveRequest,
): Promise<ExportReport> {
  const { slug, locale, documentId, expected, resolution, ...options } = request;
  const asked = { ...options, posts: [slug], locales: [locale] };
  const answer = { resolution, expected };
  return withBlog(strapi, 'resolve', asked, async (run, writer) => {
    const row = await publishedPost(run, slug, locale, documentId);
    if (row) return resolvePublished(run, writer, row, answer);
    const record = await withdrawnRecord(run, slug, locale, documentId);
    if (record) return resolveWithdrawn(run, writer, record, answer);
    throw new ResolveError('no-post', slug, locale);
  });
}

/** What a person chose, and which texts they had seen. */
interface Answer {
  readonly resolution: Resolution;
  /** undefined: whatever stands. */
  readonly expected: string | undefined;
}

/** Whether the texts are other ones than those that were looked at. */
const isStale = ({ expected }: Answer, sides: ConflictSides): boolean =>
  expected !== undefined && conflictVersion(sides) !== expected;

async function publishedPost(
  run: Run,
  slug: string,
  locale: string,
  documentId: string | undefined,
): Promise<PostRow | null> {
  const versions = documentId === undefined ? undefined : [{ documentId, locale }];
  const asked = versions ? { versions } : { slugs: [slug], locales: [locale] };
  const filter = { status: 'published' as const, ...asked };
  for await (const page of postPages(run.strapi, filter, 1)) return page[0] ?? null;
  return null;
}

async function withdrawnRecord(
  run: Run,
  slug: string,
  locale: string,
  documentId: string | undefined,
): Promise<FileRecord | null> {
  const isAsked = ({ post, path }: FileRecord): boolean =>
    documentId === undefined ? readFileName(path)?.slug === slug : post === documentId;
  const known = await run.records.withdrawn();
  return known.find((record) => record.locale === locale && isAsked(record)) ?? null;
}

async function resolvePublished(
  run: Run,
  writer: Writer,
  row: PostRow,
  answer: Answer,
): Promise<ExportedFile[]> {
  const { resolution } = answer;
  const { documentId: post, locale } = row;
  const record = await run.records.find(post, locale);
  const ours = await ownFile(run, row, record);
  const sides = await lookAtBlog(run, ours, record);
  const { conflict } = decide(sides, run.contextOf(locale, record).zone);
  const fail = (reason: ConstructorParameters<typeof ResolveError>[0]): never => {
    throw new ResolveError(reason, row.slug ?? '', locale);
  };
  if (!conflict) return fail('no-conflict');
  if (isStale(answer, conflict)) return fail('changed');
  if (resolution.use === 'merged') {
    const both = [conflict.blog ?? '', conflict.cms ?? ''];
    if (hasMarkers(resolution.text, both)) return fail('marked');
  }
  const { blog } = sides;
  if (blog.status === 'deleted' && resolution.use === 'blog') {
    return withdraw(run, row, record);
  }
  const standing = blog.status === 'standing' ? blog.file : sides.target;
  const occupied = sides.target !== null && sides.target !== standing;
  // A file that the CMS does not own is taken over, never overwritten.
  const owned = record !== null && !(isUnseen(record) && standing);
  if (occupied || (!owned && resolution.use !== 'blog')) return fail('not-ours');
  const moves = record !== null && ours.path !== record.path;
  const place = moves || !standing ? ours.path : standing.path;
  const chosen: PlacedText =
    resolution.use === 'cms'
      ? ours
      : resolution.use === 'blog'
        ? { path: standing?.path ?? '', text: standing?.text ?? fail('not-readable') }
        : { path: place, text: resolution.text };
  assertReadable(run, chosen, record, () => fail('not-readable'));
  const note = noteOf(run, row, record, chosen, resolution.use === 'cms' ? null : ours);
  const from = standing && standing.path !== chosen.path ? standing : null;
  const there = standing?.path === chosen.path ? standing : null;
  const writes = from !== null || there?.text !== chosen.text;
  await writer.add({
    changes: writes ? [changeOf(chosen, there?.hash ?? null, from)] : [],
    note,
  });
  return [
    {
      path: chosen.path,
      slug: row.slug,
      locale,
      action: from ? 'rename' : !standing ? 'add' : writes ? 'change' : 'same',
      problems: [],
      ...(from ? { from: from.path } : {}),
      ...(resolution.use === 'cms' ? {} : { pulled: true as const }),
      diff: unifiedDiff(chosen.path, chosen.path, standing?.text ?? '', chosen.text),
    },
  ];
}

const changeOf = (
  { path, text }: PlacedText,
  expected: string | null,
  from: { readonly path: string; readonly hash: string } | null,
) => ({
  path,
  bytes: Buffer.from(text, 'utf8'),
  expected,
  ...(from ? { from: { path: from.path, expected: from.hash } } : {}),
});

/** The file that the CMS would write. */
async function ownFile(run: Run, row: PostRow, record: FileRecord | null): Promise<PlacedText> {
  const composed = composePost(row);
  const page = await openMediaPage(run.media, [{ row, content: composed }]);
  const { content } = await placeMedia(page, row, composed);
  const baseline = record && { text: record.text, path: record.path };
  const { path, text } = writePost(content, baseline, run.contextOf(row.locale, record));
  if (text === null) throw new ResolveError('not-writable', row.slug ?? '', row.locale);
  return { path, text };
}

function assertReadable(
  run: Run,
  { path, text }: PlacedText,
  record: FileRecord | null,
  fail: () => never,
): void {
  const { problems } = readPost(text, path, record?.zone ?? run.zone);
  if (problems.some(({ severity }) => severity === 'error')) fail();
}

function noteOf(
  run: Run,
  row: PostRow,
  record: FileRecord | null,
  { path, text }: PlacedText,
  pull: PlacedText | null,
): PostNote {
  return {
    kind: 'post',
    post: row.documentId,
    locale: row.locale,
    slug: row.slug,
    title: row.title,
    known: knownRecord(record),
    published: row.id,
    final: { path, hash: hashOf(text) },
    agreed: null,
    zone: record?.zone ?? run.zone,
    origin: record ? originInBlog(record.origin) : 'imported',
    strategy: record?.strategy ?? null,
    pull,
    chosen: true,
    redirect: null,
  };
}

/** The blog's deletion counts: the post is unpublished, its draft stays. */
async function withdraw(
  run: Run,
  { documentId, locale, slug }: PostRow,
  record: FileRecord | null,
): Promise<ExportedFile[]> {
  if (!run.options.dryRun) {
    await writeTransaction(run.strapi, async () => {
      await documentsOf(run.strapi, POST_UID).unpublish({ documentId, locale });
      if (record) await run.records.release(record);
    });
  }
  const path = record?.path ?? '';
  return [{ path, slug, locale, action: 'same', problems: [], pulled: true }];
}

/** A post that was withdrawn in the CMS and changed in the blog since. */
async function resolveWithdrawn(
  run: Run,
  writer: Writer,
  record: FileRecord,
  answer: Answer,
): Promise<ExportedFile[]> {
  const { resolution } = answer;
  const { locale } = record;
  const slug = readFileName(record.path)?.slug ?? '';
  const fail = (reason: ConstructorParameters<typeof ResolveError>[0]): never => {
    throw new ResolveError(reason, slug, locale);
  };
  const file = await fileToRemove(run, record);
  if (!file || isUntouched({ record, file })) return fail('no-conflict');
  if (isStale(answer, withdrawnSides(record, file))) return fail('changed');
  const { path } = file;
  const about = { path, slug, locale, problems: [] };
  if (resolution.use === 'cms') {
    const note = { kind: 'removal' as const, known: { id: record.id, hash: record.hash } };
    await writer.add({
      changes: [{ path, bytes: null, expected: file.hash }],
      note: { ...note, path, title: slug, locale },
    });
    return [{ ...about, action: 'delete' }];
  }
  const text = resolution.use === 'merged' ? resolution.text : (file.text ?? fail('not-readable'));
  assertReadable(run, { path, text }, record, () => fail('not-readable'));
  const draft = await loadVersion(run.strapi, record.post, locale, 'draft');
  if (!draft || record.text === null) {
    // Its entry is gone: the file is the blog's alone again, and an import makes a new entry.
    if (!run.options.dryRun) await run.records.release(record);
    return [{ ...about, action: 'same' }];
  }
  const own = await writeVersion(run.media, run.contextOf, draft, record);
  const note = noteOf(run, draft, record, { path, text }, own ?? fail('not-writable'));
  const writes = text !== file.text;
  await writer.add({
    changes: writes ? [changeOf({ path, text }, file.hash, null)] : [],
    note: { ...note, published: null },
  });
  return [{ ...about, action: writes ? 'change' : 'same', pulled: true }];
}
