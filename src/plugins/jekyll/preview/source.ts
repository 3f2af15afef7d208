import type { Core } from '@strapi/strapi';
import { writePost } from '../core/post';
import type { Problem } from '../core/problem';
import { createRecords } from '../blog/record';
import { composePost } from '../entries/compose';
import { localeRulesOf } from '../entries/locale-rules';
import { type MediaCopy, openMediaPage } from '../entries/media';
import type { PostRow } from '../entries/rows';
import { writeContextOf } from '../entries/write-version';
import { jekyllConfig } from '../server/src/config';
import type { BlogContext } from './blog-context';
import * as problems from './problems';

/** A version as the file that an export would write. */
export interface PreviewFile {
  /** Relative to the blog. */
  readonly path: string;
  readonly text: string;
  /** Media of the library that the export would copy, and the paths that the text shows them at. */
  readonly copies: readonly MediaCopy[];
  readonly problems: readonly Problem[];
}

/** Writes a version with the code of the export, onto the file that the blog was last seen to hold. */
export async function writeFile(
  strapi: Core.Strapi,
  blog: BlogContext,
  row: PostRow,
): Promise<PreviewFile> {
  const config = jekyllConfig(strapi);
  const { postsFolder, mediaFolder, postForm: form } = config;
  const record =
    row.documentId === '' ? null : await createRecords(strapi).find(row.documentId, row.locale);
  const contextOf = writeContextOf({
    zone: blog.zone,
    postsFolder,
    locales: localeRulesOf(config, blog.site, blog.defaultLocale),
    form,
  });
  // A new entry without a date is published today: the file's name needs one.
  const composed = composePost(row.date === null ? { ...row, date: today() } : row);
  let content = composed;
  let copies: readonly MediaCopy[] = [];
  const found: Problem[] = [];
  if (blog.folder) {
    const media = {
      strapi,
      folder: blog.folder,
      site: blog.site,
      defaultFolder: mediaFolder,
      planned: new Map<string, string>(),
      places: new Map<number, string>(),
    };
    const page = await openMediaPage(media, [{ row, content }]);
    const placed = await page.place(row, content);
    ({ content, copies } = placed);
    found.push(...placed.problems);
  } else if (row.cover && !row.coverPath) {
    content = { ...content, cover: { ...content.cover, path: row.cover.url } };
  }
  // An empty slug stops a file, and an editor who has only begun is to see something.
  const named = content.slug === '' ? { ...content, slug: 'untitled' } : content;
  const baseline = record && { text: record.text, path: record.path };
  const context = contextOf(row.locale, record);
  const written = writePost(named, baseline, context);
  if (written.text !== null) {
    const { path, text } = written;
    return { path, text, copies, problems: [...found, ...written.problems] };
  }
  // Other front matter is what an editor types by hand: without it the rest can be shown.
  const plain = writePost({ ...named, otherFrontMatter: '' }, null, context);
  return {
    path: written.path,
    text: plain.text ?? `---\n---\n\n${named.body}\n`,
    copies,
    problems: [...found, problems.notWritable(written.problems)],
  };
}

const today = (): string =>
  new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000).toISOString();
