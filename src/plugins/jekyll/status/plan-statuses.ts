import type { FileRecord } from '../blog/record';
import { recordKey } from '../blog/record';
import type { ExportedFile } from '../contracts/report';
import type { PostVersion } from '../contracts/service';
import type { PostStatus } from '../contracts/status';
import { composePost } from '../entries/compose';
import { openMediaPage } from '../entries/media';
import { postPages, type PostRow } from '../entries/rows';
import { isWaiting } from '../export/hold-back';
import { placeMedia, planPost } from '../export/plan-post';
import type { Run } from '../export/run';
import { findUnchanged, type Version } from '../export/unchanged';
import { openVersions } from '../export/versions';
import { readBehind } from './behind';
import type { VersionHead } from './documents';
import { statusOfVersion } from './state-of';

/**
 * How a few posts stand to the blog, each in the given locales: their published versions are planned
 * as an export would.
 */
export async function planStatuses(
  run: Run,
  page: ReadonlyMap<string, readonly VersionHead[]>,
  locales: readonly string[],
): Promise<PostStatus[]> {
  const documentIds = [...page.keys()];
  const records = await run.records.ofPosts(documentIds);
  const plans = await planPublished(run, { documentIds, locales, records });
  const behind = await readBehind(run.strapi, documentIds);
  return documentIds.map((documentId) => {
    const heads = page.get(documentId) ?? [];
    const versions = locales.map((locale) => {
      const key = recordKey(documentId, locale);
      const ofLocale = heads.filter((head) => head.locale === locale);
      return statusOfVersion({
        locale,
        draft: ofLocale.find(({ publishedAt }) => publishedAt === null) ?? null,
        published: ofLocale.find(({ publishedAt }) => publishedAt !== null) ?? null,
        record: records.get(key) ?? null,
        behind: behind.has(key),
        ...(plans.get(key) ?? { planned: null, waiting: false }),
      });
    });
    const named = locales.flatMap((locale) => heads.find((head) => head.locale === locale) ?? []);
    const { slug = null, title = null } = named[0] ?? {};
    return { documentId, slug, title, versions };
  });
}

interface Planned {
  readonly planned: ExportedFile | null;
  readonly waiting: boolean;
}

/** What an export would do with the published versions of a page. */
async function planPublished(
  run: Run,
  page: {
    readonly documentIds: readonly string[];
    readonly locales: readonly string[];
    readonly records: ReadonlyMap<string, FileRecord>;
  },
): Promise<Map<string, Planned>> {
  const plans = new Map<string, Planned>();
  const { documentIds, locales, records } = page;
  const filter = { status: 'published' as const, documentIds, locales };
  const ids: number[] = [];
  for await (const found of findUnchanged(run, filter)) {
    for (const version of found) {
      if (version.unchanged)
        plans.set(keyOf(version), { planned: inStep(version), waiting: false });
      else ids.push(version.id);
    }
  }
  if (ids.length === 0) return plans;
  for await (const rows of postPages(run.strapi, { ...filter, ids })) {
    const posts = rows.map((row: PostRow) => ({ row, content: composePost(row) }));
    const media = await openMediaPage(run.media, posts);
    const versions = await openVersions(run, rows, records);
    for (const { row, content } of posts) {
      const key = keyOf(row);
      const record = records.get(key) ?? null;
      const placed = await placeMedia(media, row, content);
      const { files } = await planPost(run, row, placed, record, versions);
      plans.set(key, { planned: files[0] ?? null, waiting: isWaiting(run, row, record) });
    }
  }
  return plans;
}

const keyOf = ({ documentId, locale }: PostVersion): string => recordKey(documentId, locale);

/** What an export says of a version in which nothing has changed, nor in its file. */
function inStep({ documentId, locale, unchanged }: Version): ExportedFile | null {
  const { slug, path } = unchanged ?? {};
  if (slug === undefined || path === undefined) return null;
  return { path, slug, locale, documentId, action: 'same', problems: [] };
}
