import path from 'node:path';
import { writeTransaction } from '../server/src/database';
import type { ImportAction, ImportedPost } from '../contracts/report';
import { readPost, type ReadPost } from '../core/post';
import { readFileName } from '../core/post-file';
import type { Problem } from '../core/problem';
import { BlogFolderError } from '../blog/blog-folder';
import { hashOf } from '../blog/hash';
import type { FileRecordHead } from '../blog/record';
import { decodeText } from '../blog/standing-file';
import { loadVersion } from '../entries/rows';
import { storeEntry } from '../entries/store';
import { findTwin } from './twin';
import * as problems from './problems';
import type { ImportRun } from './run';
import { updatePost } from './update-post';
import type { BlogVersions } from './versions';

/** Larger files are no posts. */
const MAX_POST_BYTES = 5 * 1024 * 1024;

/** A file that was read as a post. */
export interface PostSource {
  /** Relative to the blog. */
  readonly file: string;
  readonly text: string;
  readonly post: ReadPost;
  readonly locale: string;
  readonly zone: string;
  /** What the report says of it. */
  report(action: ImportAction, found?: readonly Problem[]): ImportedPost;
}

/** Reads one file and stores it; whatever is wrong with it becomes a problem of its report. */
export async function importFile(
  run: ImportRun,
  file: string,
  head: FileRecordHead | null,
  versions: BlogVersions,
): Promise<ImportedPost> {
  try {
    const bytes = await run.folder.read(file);
    if (!hasPostName(file)) return failed(file, [problems.noPostName(file)]);
    if (!bytes) return failed(file, [problems.unreadable(file)]);
    if (bytes.length > MAX_POST_BYTES) return failed(file, [problems.tooLarge(file)]);
    const text = decodeText(bytes);
    if (text === null) return failed(file, [problems.notUtf8(file)]);
    const zone = head?.zone ?? run.zone;
    const post = readPost(text, file, zone);
    if (post.problems.some(({ severity }) => severity === 'error')) {
      return failed(file, post.problems);
    }
    const locale = head?.locale ?? versions.localeOf(file) ?? run.defaultLocale;
    if (!run.locales.includes(locale))
      return failed(file, [problems.unknownLocale(locale, run.locales)]);
    return await importPost(run, sourceOf(file, text, post, locale, zone), head, versions);
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
  run: ImportRun,
  source: PostSource,
  head: FileRecordHead | null,
  versions: BlogVersions,
): Promise<ImportedPost> {
  const { file, text, post, locale, report } = source;
  if (run.options.archive) {
    const known = head ?? recordOfName(run, file, locale);
    if (known?.hash === hashOf(text)) return report('same');
    if (known) return report('skipped', [problems.knownAlready(file, known.path)]);
  }
  if (head && head.path === file && head.hash === hashOf(text)) {
    if (head.origin === 'archive') await seenInBlog(run, head);
    return report('same');
  }
  const record = head && (await run.records.load(head.id));
  if (record) return updatePost(run, source, record);
  const { twin, problems: found } = await findTwin(run, versions, source);
  if (run.options.dryRun) return report('created', found);

  const media = await run.media.take(post.content);
  const draft = post.draft || run.options.draft === true;
  const documentId = await writeTransaction(run.strapi, async () => {
    const documentId = await storeEntry(run.strapi, post.content, {
      locale,
      draft,
      coverId: media.coverId,
      existing: null,
      twin,
    });
    const place = { post: documentId, locale, path: file, text, zone: source.zone };
    const state = run.options.archive
      ? { origin: 'archive' as const, strategy: null, live: false, withdrawn: false }
      : { origin: 'imported' as const, strategy: null, live: !draft, withdrawn: false };
    await run.records.save({ ...place, ...state }, null);
    return documentId;
  });
  run.made.set(file, { documentId, locale });
  return report('created', [...found, ...media.problems]);
}

/** The record of a file of the same name in another folder of the blog. */
function recordOfName(run: ImportRun, file: string, locale: string): FileRecordHead | null {
  const name = path.basename(file, path.extname(file));
  for (const head of run.byPath.values()) {
    const known = path.basename(head.path, path.extname(head.path));
    if (known === name && head.locale === locale) return head;
  }
  return null;
}

/** The blog holds what an archive brought before: from now on it is the blog's. */
async function seenInBlog(run: ImportRun, { id }: FileRecordHead): Promise<void> {
  const record = await run.records.load(id);
  if (!record || record.text === null || run.options.dryRun) return;
  const published = await loadVersion(run.strapi, record.post, record.locale, 'published');
  const { text } = record;
  const state = { origin: 'imported' as const, live: published !== null };
  await run.records.save({ ...record, text, ...state }, record);
}

function sourceOf(
  file: string,
  text: string,
  post: ReadPost,
  locale: string,
  zone: string,
): PostSource {
  const { content, kind } = post;
  const items = content.sections.flatMap((section) => section.items);
  return {
    file,
    text,
    post,
    locale,
    zone,
    report: (action, found = []) => ({
      file,
      slug: content.slug,
      locale,
      kind,
      action,
      sections: content.sections.length,
      items: items.length,
      citations: items.reduce((sum, item) => sum + item.citations.length, 0),
      problems: [...post.problems, ...found],
    }),
  };
}

/** A file that was not taken: nothing is known of its post. */
export const failed = (file: string, found: readonly Problem[]): ImportedPost => ({
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
