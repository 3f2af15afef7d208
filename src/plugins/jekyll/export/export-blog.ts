import type { Core } from '@strapi/strapi';
import {
  EXPORT_ACTIONS,
  type ExportAction,
  type ExportedFile,
  type ExportReport,
} from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import { type PostContent, type WriteContext, writePost, type WrittenPost } from '../core/post';
import { readFileName } from '../core/post-file';
import type { Problem } from '../core/problem';
import { jekyllConfig } from '../server/src/config';
import { type BlogFolder, BlogFolderError, openBlogFolder } from './blog-folder';
import { composePost } from './compose';
import { unifiedDiff } from './diff';
import {
  copyMedia,
  type MediaContext,
  type MediaCopy,
  type MediaPage,
  openMediaPage,
} from './media';
import { decide, decideRemoval, isMassRemoval } from './plan';
import { createRecords, type FileRecord, recordKey, type Records } from './record';
import { countPosts, postPages, type PostRow, type RowFilter } from './rows';
import { DEFAULT_TIMEZONE, readSite } from './site';

interface Run {
  readonly strapi: Core.Strapi;
  readonly options: ExportRequest;
  readonly folder: BlogFolder;
  readonly records: Records;
  readonly media: MediaContext;
  readonly zone: string;
  readonly postsFolder: string;
  readonly defaultLocale: string;
  /** Paths that posts of this run took, with the name of the post. */
  readonly taken: Map<string, string>;
}

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

async function openRun(strapi: Core.Strapi, options: ExportRequest): Promise<Run> {
  const config = jekyllConfig(strapi);
  const folder = await openBlogFolder(options.blogDir);
  const site = await readSite(folder);
  return {
    strapi,
    options,
    folder,
    records: createRecords(strapi),
    media: { strapi, folder, site, defaultFolder: config.mediaFolder },
    zone: config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE,
    postsFolder: config.postsFolder,
    defaultLocale: await strapi.plugin('i18n').service('locales').getDefaultLocale(),
    taken: new Map(),
  };
}

/** How a version of a post is written: its locale's name and front matter, the zone its file was read in. */
function writeContext(run: Run, locale: string, record: FileRecord | null): WriteContext {
  const other = locale !== run.defaultLocale;
  return {
    zone: record?.zone ?? run.zone,
    folder: run.postsFolder,
    suffix: other ? `-${locale}` : '',
    localeFrontMatter: other && record?.origin !== 'imported' ? `lang: ${locale}\n` : '',
  };
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

/** Removes the files of entries that were unpublished or deleted in the CMS after the blog had them. */
async function removeWithdrawn(run: Run): Promise<ExportedFile[]> {
  const { posts, locales, dryRun, force } = run.options;
  const wanted = (await run.records.withdrawn()).filter(
    (record) =>
      (!locales || locales.includes(record.locale)) &&
      (!posts || posts.includes(readFileName(record.path)?.slug ?? '')),
  );
  if (wanted.length === 0) return [];
  const decided = await Promise.all(
    wanted.map(async (record) => ({
      record,
      ...decideRemoval(record, await run.folder.read(record.path)),
    })),
  );
  const removals = decided.filter(({ action }) => action === 'delete').length;
  const halted = !force && isMassRemoval(removals, await run.records.count());

  const files: ExportedFile[] = [];
  for (const { record, action, problems } of decided) {
    const refused = halted && action === 'delete';
    files.push({
      path: record.path,
      slug: null,
      locale: record.locale,
      action: refused ? 'refused' : action,
      problems: refused ? [massRemoval(record.path, removals)] : problems,
    });
    if (dryRun || refused || action === 'conflict') continue;
    if (action === 'delete') await run.folder.remove(record.path);
    await run.records.forget(record);
  }
  return files;
}

function totalsOf(files: readonly ExportedFile[]): Record<ExportAction, number> {
  const totals = Object.fromEntries(EXPORT_ACTIONS.map((action) => [action, 0])) as Record<
    ExportAction,
    number
  >;
  for (const { action } of files) totals[action] += 1;
  return totals;
}

const samePath = (path: string, slug: string, rival: string): Problem => ({
  code: 'same-path',
  severity: 'error',
  field: 'slug',
  message: {
    en: `"${slug}" and "${rival}" would both be written to ${path}. Give one of them another slug or date.`,
    ko: `"${slug}"와(과) "${rival}"이(가) 모두 ${path} 경로에 쓰이게 됩니다. 한쪽의 슬러그나 날짜를 바꾸세요.`,
  },
});

const outside = (error: BlogFolderError): Problem => ({
  code: 'outside-blog',
  severity: 'error',
  message: {
    en: error.message,
    ko: `"${error.path}" 경로는 블로그 밖이거나 심볼릭 링크 뒤에 있어 쓸 수 없습니다.`,
  },
});

const massRemoval = (path: string, removals: number): Problem => ({
  code: 'mass-removal',
  severity: 'error',
  message: {
    en: `${path} was not removed: this run would remove ${removals} files. If that is meant, export again with --force.`,
    ko: `${path} 파일을 지우지 않았습니다. 이번 실행이 지울 파일이 ${removals}개입니다. 의도한 것이라면 --force로 다시 내보내세요.`,
  },
});
