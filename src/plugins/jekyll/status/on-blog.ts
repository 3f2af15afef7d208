import type { Core } from '@strapi/strapi';
import { BlogFolderError } from '../blog/blog-folder';
import { type FileRecord, recordKey } from '../blog/record';
import type { FileChange, PostChanges, PostOnBlog, StateOnBlog } from '../contracts/on-blog';
import type { ExportedFile } from '../contracts/report';
import type { ExportRequest } from '../contracts/service';
import { readPost } from '../core/post';
import { suggestSlug } from '../core/post-file';
import { loadVersion, POST_POPULATE, type PostRow, type TrendItemRow } from '../entries/rows';
import { writeVersion } from '../entries/write-version';
import { recordedShown, shownAt } from '../export/addresses';
import type { Run } from '../export/run';
import { withBlog } from '../export/session';
import { TREND_ITEM_UID } from '../server/src/content-model';
import { headsOf } from './documents';
import { labelChanges } from './label-changes';
import { planInRoom } from './plan-in-room';
import { planStatuses } from './plan-statuses';

/** A version of a post, beside a blog. */
export interface VersionOnBlog {
  readonly blogDir: string;
  readonly documentId: string;
  readonly locale: string;
}

/**
 * How some posts stand to the blog in one locale, in few queries however many they are.
 *
 * @throws {BlogFolderError} where the checkout is no blog
 */
export async function readStates(
  strapi: Core.Strapi,
  request: {
    readonly blogDir: string;
    readonly documentIds: readonly string[];
    readonly locale: string;
  },
): Promise<StateOnBlog[]> {
  const { documentIds, locale, blogDir } = request;
  return within(strapi, { blogDir }, async (run) =>
    (await statesOf(run, documentIds, locale)).flatMap(({ documentId, versions }) =>
      versions.map(({ state, modified }) => ({ documentId, state, modified })),
    ),
  );
}

/**
 * One version with its file and its address.
 *
 * @returns null where there is no such version
 * @throws {BlogFolderError} where the checkout is no blog
 */
export async function readOnBlog(
  strapi: Core.Strapi,
  { blogDir, documentId, locale }: VersionOnBlog,
): Promise<PostOnBlog | null> {
  return within(strapi, { blogDir }, async (run) => {
    const [post] = await statesOf(run, [documentId], locale);
    const [status] = post?.versions ?? [];
    const versions = await loadVersions(run.strapi, documentId, locale);
    if (!status || !versions.draft) return null;
    const record = await run.records.find(documentId, locale);
    const { state, modified, path, problems } = status;
    const before = versions.published && (await write(run, versions.published, record));
    const after = await write(run, await onceDraftIsPublished(strapi, versions.draft), record);
    const inBlog = record !== null && (record.live || record.withdrawn);
    const zone = run.contextOf(locale, record).zone;
    const written = before ?? after;
    const shown =
      (inBlog ? recordedShown(run, record) : null) ?? (written && shownAt(run, written, zone));
    const address = shown?.address ?? null;
    return {
      documentId,
      locale,
      state,
      modified,
      path: path ?? after?.path ?? null,
      address,
      url: inBlog && address !== null ? pageOf(run, address) : null,
      problems,
      labels:
        before && after ? labelChanges(sectionsOf(before, zone), sectionsOf(after, zone)) : [],
    };
  });
}

/**
 * What an export would change in the blog's file: as it is published, and once the saved draft is.
 *
 * @throws {BlogFolderError} where the checkout is no blog
 */
export async function readChanges(
  strapi: Core.Strapi,
  { blogDir, documentId, locale }: VersionOnBlog,
): Promise<PostChanges> {
  const versions = await loadVersions(strapi, documentId, locale);
  const planned = (row: PostRow, ignoreChecks: boolean) =>
    // A run for each: what one of them would bring along, the other has not.
    within(strapi, { blogDir, ignoreChecks }, async (run) => {
      const records = await run.records.ofPosts([documentId]);
      const plan = (await planInRoom(run, [row], records)).get(recordKey(documentId, locale));
      const [file] = plan?.planned.files ?? [];
      return file ? toChange(file) : null;
    });
  const plan = async (row: PostRow): Promise<FileChange | null> => {
    const change = await planned(row, false);
    if (change?.action !== 'refused' || change.diff !== undefined) return change;
    // What the checks refuse can be read all the same.
    const written = await planned(row, true);
    return written?.diff === undefined ? change : { ...change, diff: written.diff };
  };
  const published = versions.published && (await plan(versions.published));
  const draft = versions.draft && (await plan(await onceDraftIsPublished(strapi, versions.draft)));
  const isSame =
    published !== null &&
    draft !== null &&
    published.diff === draft.diff &&
    published.path === draft.path;
  return { published, draft: isSame ? null : draft };
}

/** The saved versions of a post in a locale. */
export async function loadVersions(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<{ readonly draft: PostRow | null; readonly published: PostRow | null }> {
  return {
    draft: await loadVersion(strapi, documentId, locale, 'draft'),
    published: await loadVersion(strapi, documentId, locale, 'published'),
  };
}

/**
 * What publishing the draft would make of it: items that are published already keep their published
 * text, and a post without slug and date gets them.
 */
async function onceDraftIsPublished(strapi: Core.Strapi, draft: PostRow): Promise<PostRow> {
  const ids = draft.sections.flatMap(({ items }) => items.map(({ documentId }) => documentId));
  const rows: TrendItemRow[] =
    ids.length === 0
      ? []
      : await strapi.db.query(TREND_ITEM_UID).findMany({
          where: {
            documentId: { $in: ids },
            locale: draft.locale,
            publishedAt: { $notNull: true },
          },
          populate: POST_POPULATE.sections.populate.items.populate,
        });
  const published = new Map(rows.map((row) => [row.documentId, row]));
  return {
    ...draft,
    slug: draft.slug || suggestSlug(draft.title ?? ''),
    date: draft.date ?? new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
    sections: draft.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => published.get(item.documentId) ?? item),
    })),
  };
}

const statesOf = async (run: Run, documentIds: readonly string[], locale: string) =>
  planStatuses(run, await headsOf(run.strapi, documentIds), [locale]);

const write = (run: Run, row: PostRow, record: FileRecord | null) =>
  writeVersion(run.media, run.contextOf, row, record).catch((error: unknown) => {
    if (error instanceof BlogFolderError) return null;
    throw error;
  });

const sectionsOf = ({ text, path }: { text: string; path: string }, zone: string) =>
  readPost(text, path, zone).content.sections;

/** The page's own address; null where the site says none. */
function pageOf({ site }: Run, address: string): string | null {
  if (site.url === null || !URL.canParse(site.url)) return null;
  const page = new URL(`${site.url}${site.baseurl}${encodeURI(address)}`);
  return page.protocol === 'http:' || page.protocol === 'https:' ? page.href : null;
}

const toChange = ({ action, path, from, diff, problems }: ExportedFile): FileChange => ({
  action,
  path,
  problems,
  ...(from === undefined ? {} : { from }),
  ...(diff === undefined ? {} : { diff }),
});

/** A look at the blog that changes nothing. */
async function within<T>(
  strapi: Core.Strapi,
  options: Pick<ExportRequest, 'blogDir' | 'ignoreChecks'>,
  look: (run: Run) => Promise<T>,
): Promise<T> {
  const seen: T[] = [];
  await withBlog(strapi, 'status', { ...options, dryRun: true, diff: true }, async (run) => {
    seen.push(await look(run));
    return [];
  });
  return seen[0] as T;
}
