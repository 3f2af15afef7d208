import { TextDecoder } from 'node:util';
import type { Core } from '@strapi/strapi';
import type { ImportAction, ImportedPost, ImportReport } from '../contracts/report';
import type { ImportRequest } from '../contracts/service';
import { readPost, type ReadPost, saysSame } from '../core/post';
import { readFileName } from '../core/post-file';
import type { Problem } from '../core/problem';
import {
  assertBlog,
  type BlogFolder,
  BlogFolderError,
  openBlogFolder,
} from '../export/blog-folder';
import { composePost } from '../export/compose';
import { hashOf } from '../export/hash';
import {
  createRecords,
  type FileRecord,
  type FileRecordHead,
  type Records,
} from '../export/record';
import { postPages, type PostRow } from '../export/rows';
import { DEFAULT_TIMEZONE, readSite, type Site } from '../export/site';
import { jekyllConfig } from '../server/src/config';
import { POST_UID } from '../server/src/content-model';
import { documentsOf } from './documents';
import { storeEntry } from './entries';
import { localeOf, twinSlug } from './locale';
import { createMediaImport, type MediaImport } from './media';
import * as problems from './problems';
import { scanPosts } from './scan';

/** Larger files are no posts. */
const MAX_POST_BYTES = 5 * 1024 * 1024;

interface Run {
  readonly strapi: Core.Strapi;
  readonly options: ImportRequest;
  readonly folder: BlogFolder;
  readonly site: Site;
  readonly zone: string;
  readonly locales: readonly string[];
  readonly defaultLocale: string;
  readonly records: Records;
  readonly byPath: ReadonlyMap<string, FileRecordHead>;
  readonly byHash: ReadonlyMap<string, FileRecordHead>;
  readonly media: MediaImport;
}

/**
 * Reads the posts of a Jekyll checkout into Strapi: one transaction a file, media before it. What
 * was imported before and has not changed is left alone, so that a second run changes nothing; a bad
 * file is reported and does not stop the others.
 *
 * @throws {BlogFolderError} where the checkout is no folder
 */
export async function importBlog(
  strapi: Core.Strapi,
  options: ImportRequest,
): Promise<ImportReport> {
  const run = await openRun(strapi, options);
  const files = await scanPosts(run.folder.root, options.posts);
  const posts: ImportedPost[] = [];
  for (const file of files) {
    options.signal?.throwIfAborted();
    posts.push(await importFile(run, file, run.byPath.get(file) ?? null));
    options.onProgress?.({ done: posts.length, total: files.length, label: file });
  }
  return { posts, totals: totalsOf(posts, run.media.count()) };
}

async function openRun(strapi: Core.Strapi, options: ImportRequest): Promise<Run> {
  const config = jekyllConfig(strapi);
  const folder = await openBlogFolder(options.blogDir);
  await assertBlog(options.blogDir);
  const site = await readSite(folder);
  const records = createRecords(strapi);
  const byPath = await records.byPath();
  const service = strapi.plugin('i18n').service('locales');
  const locales = ((await service.find()) as { code: string }[]).map(({ code }) => code);
  return {
    strapi,
    options,
    folder,
    site,
    zone: config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE,
    locales,
    defaultLocale: await service.getDefaultLocale(),
    records,
    byPath,
    byHash: new Map([...byPath.values()].map((head) => [head.hash ?? '', head])),
    media: createMediaImport(strapi, folder, site),
  };
}

/** The record of a file that was moved in the blog: the same bytes, and its old place is empty. */
async function movedRecord(run: Run, hash: string): Promise<FileRecordHead | null> {
  const head = run.byHash.get(hash);
  return head && !(await run.folder.read(head.path)) ? head : null;
}

async function importFile(
  run: Run,
  file: string,
  here: FileRecordHead | null,
): Promise<ImportedPost> {
  try {
    const bytes = await run.folder.read(file);
    if (!hasPostName(file)) return failed(file, [problems.noPostName(file)]);
    if (!bytes) return failed(file, [problems.unreadable(file)]);
    if (bytes.length > MAX_POST_BYTES) return failed(file, [problems.tooLarge(file)]);
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return failed(file, [problems.notUtf8(file)]);
    }
    const head = here ?? (await movedRecord(run, hashOf(text)));
    const zone = head?.zone ?? run.zone;
    const post = readPost(text, file, zone);
    if (post.problems.some(({ severity }) => severity === 'error')) {
      return failed(file, post.problems);
    }
    return await importPost(run, file, text, post, head, zone);
  } catch (error) {
    if (run.options.signal?.aborted) throw error;
    if (error instanceof BlogFolderError) return failed(file, [problems.outsideBlog(file, error)]);
    return failed(file, [problems.notStored(file, error)]);
  }
}

/** Jekyll reads no other file of `_posts` (document.rb, `DATE_FILENAME_MATCHER`). */
function hasPostName(file: string): boolean {
  const name = readFileName(file);
  return name !== null && name.date !== null && name.slug !== '';
}

async function importPost(
  run: Run,
  file: string,
  text: string,
  post: ReadPost,
  head: FileRecordHead | null,
  zone: string,
): Promise<ImportedPost> {
  const { strapi, options } = run;
  const locale =
    head?.locale ??
    localeOf(
      { chosen: options.locale, lang: post.lang, path: file, siteLang: run.site.lang },
      run.locales,
      run.defaultLocale,
    );
  if (!run.locales.includes(locale))
    return failed(file, [problems.unknownLocale(locale, run.locales)]);
  const report = (action: ImportAction, found: readonly Problem[] = []): ImportedPost => ({
    file,
    slug: post.content.slug,
    locale,
    kind: post.kind,
    action,
    ...countsOf(post),
    problems: [...post.problems, ...found],
  });
  if (head && head.path === file && head.hash === hashOf(text)) return report('same');

  const record = head && (await run.records.load(head));
  const existing = record
    ? await loadVersion(strapi, { documentId: record.post, locale }, 'draft')
    : null;
  if (record && !existing) return report('failed', [problems.deletedInCms(file)]);
  const published = existing ? await loadVersion(strapi, existing, 'published') : null;
  if (record && existing && !unchangedInCms([existing, published], record)) {
    if (!says([existing, published], { text, path: file }, zone)) {
      return report('failed', [problems.changedInCms(file)]);
    }
    // Brought together by hand: both say the same by now.
    if (!options.dryRun) await run.records.save({ ...record, path: file, text }, record);
    return report('same');
  }
  const action = record ? 'updated' : 'created';
  if (options.dryRun) return report(action);

  // A published entry follows its file: left as a draft, it would bring the old text back.
  const draft = post.draft || (options.draft === true && !published);
  const twin = existing ? null : await findTwin(run, post.content.slug, locale);
  const media = await run.media.take(post.content);
  await strapi.db.transaction(async () => {
    const documentId = await storeEntry(strapi, post.content, {
      locale,
      draft,
      coverId: media.coverId,
      existing,
      twin,
    });
    if (draft && published) {
      await documentsOf(strapi, POST_UID).unpublish({ documentId, locale });
    }
    await run.records.save(
      {
        post: documentId,
        locale,
        path: file,
        text,
        zone,
        origin: record?.origin ?? 'imported',
        live: !draft,
        withdrawn: false,
      },
      record,
    );
  });
  return report(action, media.problems);
}

/** One version of an entry with all it shows, as an editor left it or as it is published. */
async function loadVersion(
  strapi: Core.Strapi,
  { documentId, locale }: { documentId: string; locale: string },
  status: 'draft' | 'published',
): Promise<PostRow | null> {
  const filter = { status, documentIds: [documentId], locales: [locale] };
  for await (const page of postPages(strapi, filter, 1)) return page[0] ?? null;
  return null;
}

/** Law 6: nothing that an editor changed since the blog was last seen is overwritten. */
const unchangedInCms = (
  versions: readonly (PostRow | null)[],
  { text, path, zone }: FileRecord,
): boolean => text !== null && says(versions, { text, path }, zone);

/** Whether every version of an entry says what a file says. */
function says(
  versions: readonly (PostRow | null)[],
  file: { readonly text: string; readonly path: string },
  zone: string,
): boolean {
  const said = readPost(file.text, file.path, zone).content.cover.path;
  return versions.every((row) => {
    if (!row) return true;
    const content = composePost(row);
    const cover = { ...content.cover, path: content.cover.path ?? said };
    return saysSame(file, { ...content, cover }, zone);
  });
}

/** The version of the same post in another locale, when this one would be its translation. */
async function findTwin(run: Run, slug: string, locale: string): Promise<PostRow | null> {
  const base = twinSlug(slug, locale);
  const others = run.locales.filter((other) => other !== locale);
  const slugs = [base, ...others.map((other) => `${base}-${other}`)];
  const rows = (await run.strapi.db.query(POST_UID).findMany({
    where: { publishedAt: { $null: true }, slug: { $in: slugs }, locale: { $in: others } },
    select: ['documentId', 'locale'],
  })) as { documentId: string; locale: string }[];
  for (const row of rows) {
    const taken = await run.strapi.db
      .query(POST_UID)
      .count({ where: { documentId: row.documentId, locale } });
    if (taken === 0) return loadVersion(run.strapi, row, 'draft');
  }
  return null;
}

function countsOf({ content }: ReadPost) {
  const items = content.sections.flatMap((section) => section.items);
  return {
    sections: content.sections.length,
    items: items.length,
    citations: items.reduce((sum, item) => sum + item.citations.length, 0),
  };
}

const failed = (file: string, found: readonly Problem[]): ImportedPost => ({
  file,
  slug: null,
  locale: null,
  kind: null,
  action: 'failed',
  sections: 0,
  items: 0,
  citations: 0,
  problems: found,
});

function totalsOf(posts: readonly ImportedPost[], media: number) {
  const of = (action: ImportAction) => posts.filter((post) => post.action === action).length;
  const sum = (field: 'items' | 'citations') =>
    posts.reduce((total, post) => total + post[field], 0);
  return {
    posts: posts.length,
    created: of('created'),
    updated: of('updated'),
    same: of('same'),
    failed: of('failed'),
    items: sum('items'),
    citations: sum('citations'),
    media,
  };
}
