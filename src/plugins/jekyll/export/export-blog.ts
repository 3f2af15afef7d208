import type { Core } from '@strapi/strapi';
import {
  EXPORT_ACTIONS,
  type ExportAction,
  type ExportedFile,
  type ExportReport,
} from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import { type PostContent, type WriteContext, writePost, type WrittenPost } from '../core/post';
import type { Problem } from '../core/problem';
import { BlogFolderError } from './blog-folder';
import { composePost } from './compose';
import { unifiedDiff } from './diff';
import { copyMedia, type MediaCopy, type MediaPage, openMediaPage } from './media';
import { decide } from './plan';
import { outside, samePath } from './problems';
import { type FileRecord, recordKey } from './record';
import { removeWithdrawn } from './removals';
import { countPosts, postPages, type PostRow, type RowFilter } from './rows';
import { openRun, type Run, writeContext } from './run';

/**
 * Brings a checkout up to date with what is published: read, compose, plan, apply, record, a page of
 * posts at a time.
 *
 * @throws {BlogFolderError} where the checkout is no folder
 */
export async function exportBlog(
  strapi: Core.Strapi,
  options: ExportRequest,
): Promise<ExportReport> {
  const run = await openRun(strapi, options);
  const filter: RowFilter = {
    status: 'published',
    locales: options.locales,
    slugs: options.posts,
  };
  const files: ExportedFile[] = [];
  const total = await countPosts(strapi, filter);
  let done = 0;

  files.push(...(await removeWithdrawn(run)));
  for await (const page of postPages(strapi, filter)) {
    const records = await run.records.ofPosts(page.map((row) => row.documentId));
    const posts = page.map((row) => ({ row, content: composePost(row) }));
    const media = await openMediaPage(run.media, posts);
    for (const post of posts) {
      options.signal?.throwIfAborted();
      const record = records.get(recordKey(post.row.documentId, post.row.locale)) ?? null;
      const placed = await placeMedia(media, post.row, post.content);
      files.push(...(await exportPost(run, post.row, placed, record)));
      done += 1;
      options.onProgress?.({ done, total, label: post.content.slug });
    }
  }
  return { files, totals: totalsOf(files), commit: null };
}

interface PlacedPost {
  readonly content: PostContent;
  readonly copies: readonly MediaCopy[];
  readonly problems: readonly Problem[];
}

/** Media that would stand outside the blog are a problem of the post that shows them. */
async function placeMedia(
  media: MediaPage,
  row: PostRow,
  content: PostContent,
): Promise<PlacedPost> {
  try {
    return await media.place(row, content);
  } catch (error) {
    if (!(error instanceof BlogFolderError)) throw error;
    return { content, copies: [], problems: [outside(error)] };
  }
}

async function exportPost(
  run: Run,
  row: PostRow,
  { content, copies, problems }: PlacedPost,
  record: FileRecord | null,
): Promise<ExportedFile[]> {
  const about = { slug: content.slug, locale: row.locale };
  const context = writeContext(run, row.locale, record);
  const baseline = record && { text: record.text, path: record.path };
  const written = writePost(content, baseline, context);
  const all = [...problems, ...written.problems];
  if (written.text === null || problems.some(({ severity }) => severity === 'error')) {
    return [{ path: written.path, ...about, action: 'refused', problems: all }];
  }
  const rival = run.taken.get(written.path);
  if (rival) {
    const problem = samePath(written.path, content.slug, rival);
    return [{ path: written.path, ...about, action: 'refused', problems: [...all, problem] }];
  }
  run.taken.set(written.path, `${content.slug} (${row.locale})`);
  try {
    return await applyPost(
      run,
      row,
      record,
      { ...written, text: written.text },
      copies,
      all,
      context,
    );
  } catch (error) {
    if (!(error instanceof BlogFolderError)) throw error;
    const problem = outside(error);
    return [{ path: written.path, ...about, action: 'refused', problems: [...all, problem] }];
  }
}

async function applyPost(
  run: Run,
  row: PostRow,
  record: FileRecord | null,
  written: WrittenPost & { readonly text: string },
  copies: readonly MediaCopy[],
  problems: readonly Problem[],
  context: WriteContext,
): Promise<ExportedFile[]> {
  const { folder, options } = run;
  const { path, text } = written;
  const target = await folder.read(path);
  const moved = record !== null && record.path !== path;
  const recorded = moved ? await folder.read(record.path) : target;
  const decision = decide(text, path, record, { target, recorded });
  const writes = ['add', 'change', 'rename'].includes(decision.action);
  const old = (recorded ?? target)?.toString('utf8') ?? '';
  const file: ExportedFile = {
    path,
    slug: row.slug ?? null,
    locale: row.locale,
    action: decision.action,
    problems: [...problems, ...decision.problems],
    ...(moved && decision.action === 'rename' ? { from: record.path } : {}),
    ...(options.diff && decision.action !== 'same'
      ? { diff: unifiedDiff(moved ? record.path : path, path, old, text) }
      : {}),
  };
  const newMedia = writes ? copies.filter((copy) => !copy.there) : [];
  const media = newMedia.map(
    (copy): ExportedFile => ({
      path: copy.path,
      slug: null,
      locale: null,
      action: 'add',
      problems: [],
    }),
  );
  if (options.dryRun || decision.action === 'conflict') return [file, ...media];

  if (writes) {
    await copyMedia(run.media, copies);
    await folder.write(path, Buffer.from(text, 'utf8'));
    if (decision.action === 'rename' && record) await folder.remove(record.path);
  }
  // A file that says the same but was never ours stays unowned: import takes it over.
  const stale = record !== null && (record.text !== text || moved || !record.live);
  if (writes || stale) {
    await run.records.save(
      {
        post: row.documentId,
        locale: row.locale,
        path,
        text,
        zone: context.zone,
        origin: record?.origin ?? 'exported',
        live: true,
        withdrawn: false,
      },
      record,
    );
  }
  return [file, ...media];
}

function totalsOf(files: readonly ExportedFile[]): Record<ExportAction, number> {
  const totals = Object.fromEntries(EXPORT_ACTIONS.map((action) => [action, 0])) as Record<
    ExportAction,
    number
  >;
  for (const { action } of files) totals[action] += 1;
  return totals;
}
