import type { ImportAction, ImportedPost } from '../contracts/report';
import { readPost, type ReadPost } from '../core/post';
import { readFileName } from '../core/post-file';
import type { Problem } from '../core/problem';
import { BlogFolderError } from '../blog/blog-folder';
import { type FileSummary, summaryOf } from '../blog/file-summary';
import { hashOf } from '../blog/hash';
import type { FileRecordHead } from '../blog/record';
import { decodeText } from '../blog/standing-file';
import { loadVersion } from '../entries/rows';
import * as problems from './problems';
import type { ImportRun } from './run';
import { storePost } from './store-post';
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
  readonly summary: FileSummary;
  /** What the report says of it. */
  report(action: ImportAction, found?: readonly Problem[]): ImportedPost;
}

/** What is to become of a file. */
export type FileReading =
  /** Nothing: the report says why. */
  | { readonly kind: 'told'; readonly report: ImportedPost }
  | { readonly kind: 'new'; readonly source: PostSource }
  /** Its entry is to be brought in line. */
  | { readonly kind: 'known'; readonly source: PostSource; readonly head: FileRecordHead };

const told = (report: ImportedPost): FileReading => ({ kind: 'told', report });

/**
 * Looks at one file and tells what is to be done with it; stores nothing.
 *
 * @param reading its bytes, which may be read already
 */
export async function lookAt(
  run: ImportRun,
  file: string,
  reading: Promise<Buffer | null>,
  head: FileRecordHead | null,
  versions: BlogVersions,
): Promise<FileReading> {
  try {
    const bytes = await reading;
    const same = bytes && head && reportUnread(run, file, bytes, head);
    if (same) return told(same);
    const source = sourceIn(run, file, bytes, head, versions);
    return isSource(source) ? compare(run, source, head) : told(source);
  } catch (error) {
    return told(notTaken(run, file, error));
  }
}

/** A file that stands as it was read before: what it says is known. */
function reportUnread(
  run: ImportRun,
  file: string,
  bytes: Buffer,
  head: FileRecordHead,
): ImportedPost | null {
  const summary = run.summaries.get(head.id);
  if (!summary || head.path !== file || !run.locales.includes(head.locale)) return null;
  // The blog is seen to hold what an archive brought: that is to be noted.
  if (head.origin === 'archive' && !run.options.archive) return null;
  return head.hash === hashOf(bytes) ? reportOf(file, head.locale, summary, 'same') : null;
}

/** Brings an entry in line with its file. */
export async function takeKnown(
  run: ImportRun,
  versions: BlogVersions,
  source: PostSource,
  head: FileRecordHead,
): Promise<ImportedPost> {
  try {
    if (saysAsKnown(source, head)) {
      await seenInBlog(run, head);
      return source.report('same');
    }
    const record = await run.records.load(head.id);
    return record ? await updatePost(run, source, record) : await storePost(run, versions, source);
  } catch (error) {
    return notTaken(run, source.file, error);
  }
}

/** What the report says of a file that could not be read or stored. */
export function notTaken(run: ImportRun, file: string, error: unknown): ImportedPost {
  if (run.options.signal?.aborted) throw error;
  if (error instanceof BlogFolderError) return failed(file, [problems.outsideBlog(file, error)]);
  return failed(file, [problems.notStored(file, error)]);
}

export const isSource = (one: PostSource | ImportedPost): one is PostSource => 'post' in one;

function sourceIn(
  run: ImportRun,
  file: string,
  bytes: Buffer | null,
  head: FileRecordHead | null,
  versions: BlogVersions,
): PostSource | ImportedPost {
  if (!hasPostName(file)) return failed(file, [problems.noPostName(file)]);
  if (!bytes) return failed(file, [problems.unreadable(file)]);
  if (bytes.length > MAX_POST_BYTES) return failed(file, [problems.tooLarge(file)]);
  const text = decodeText(bytes);
  if (text === null) return failed(file, [problems.notUtf8(file)]);
  const zone = head?.zone ?? run.zone;
  const post = readPost(text, file, zone, (read) => run.frontMatters.read(file, read));
  if (post.problems.some(({ severity }) => severity === 'error')) {
    return failed(file, post.problems);
  }
  const locale = head?.locale ?? versions.localeOf(file) ?? run.defaultLocale;
  if (!run.locales.includes(locale))
    return failed(file, [problems.unknownLocale(locale, run.locales)]);
  return sourceOf(file, text, post, locale, zone);
}

/** Jekyll reads no other file of `_posts` (document.rb, `DATE_FILENAME_MATCHER`). */
function hasPostName(file: string): boolean {
  const name = readFileName(file);
  return name !== null && name.date !== null && name.slug !== '';
}

function compare(run: ImportRun, source: PostSource, head: FileRecordHead | null): FileReading {
  const { file, text, locale, report } = source;
  if (run.options.archive) {
    const known = head ?? run.named(file, locale);
    if (known?.hash === hashOf(text)) return told(report('same'));
    if (known) return told(report('skipped', [problems.knownAlready(file, known.path)]));
  }
  if (!head) return { kind: 'new', source };
  const settled = saysAsKnown(source, head) && head.origin !== 'archive';
  return settled ? told(report('same')) : { kind: 'known', source, head };
}

/** Whether a file stands where it was last seen, with the text that it had. */
const saysAsKnown = ({ file, text }: PostSource, head: FileRecordHead): boolean =>
  head.path === file && head.hash === hashOf(text);

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
  const summary = summaryOf(post);
  return {
    file,
    text,
    post,
    locale,
    zone,
    summary,
    report: (action, found = []) =>
      reportOf(file, locale, summary, action, [...post.problems, ...found]),
  };
}

const reportOf = (
  file: string,
  locale: string,
  { slug, kind, sections, items, citations }: FileSummary,
  action: ImportAction,
  found: readonly Problem[] = [],
): ImportedPost => ({
  file,
  slug,
  locale,
  kind,
  action,
  sections,
  items,
  citations,
  problems: found,
});

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
