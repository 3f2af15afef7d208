import type { FileRecord } from '../blog/record';
import { recordKey } from '../blog/record';
import type { ExportedFile } from '../contracts/report';
import type { PostVersion } from '../contracts/service';
import type { PostStatus } from '../contracts/status';
import { postPages } from '../entries/rows';
import { isWaiting } from '../export/hold-back';
import type { Run } from '../export/run';
import { findUnchanged, type Version } from '../export/unchanged';
import { readBehind } from './behind';
import type { VersionHead } from './documents';
import { planInRoom } from './plan-in-room';
import { statusOfVersion } from './state-of';

/**
 * How a few posts stand to the blog, each in the given locales: their published versions are planned
 * as an export would.
 *
 * @param onDependent told of posts whose state depends on a post that has their place
 */
export async function planStatuses(
  run: Run,
  page: ReadonlyMap<string, readonly VersionHead[]>,
  locales: readonly string[],
  onDependent: (documentId: string) => void = () => undefined,
): Promise<PostStatus[]> {
  const documentIds = [...page.keys()];
  const records = await run.records.ofPosts(documentIds);
  const plans = await planPublished(run, { documentIds, locales, records, onDependent });
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
    readonly onDependent: (documentId: string) => void;
  },
): Promise<Map<string, Planned>> {
  const plans = new Map<string, Planned>();
  const { documentIds, locales, records, onDependent } = page;
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
    const planned = await planInRoom(run, rows, records);
    for (const row of rows) {
      const key = keyOf(row);
      const plan = planned.get(key);
      if (plan?.dependent) onDependent(row.documentId);
      plans.set(key, {
        planned: plan?.planned.files[0] ?? null,
        waiting: isWaiting(run, row, records.get(key) ?? null),
      });
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
