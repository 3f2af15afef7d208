import type { Core } from '@strapi/strapi';
import type { PostVersion } from '../contracts/service';
import { POST_UID } from '../server/src/content-model';

/** A medium as the upload plugin stores it. */
export interface MediaRow {
  readonly id: number;
  readonly name: string;
  /** Hash-named file without its extension; `url` is `/uploads/<hash><ext>` with the local provider. */
  readonly hash: string;
  readonly ext: string | null;
  readonly url: string;
  readonly provider: string;
}

export interface ReferenceRow {
  readonly documentId: string;
  readonly title: string | null;
  readonly url: string | null;
}

export interface CitationRow {
  readonly reference: ReferenceRow | null;
  /** The text as printed; null where it is `[title](url)`. */
  readonly text: string | null;
  /** The label by which texts of the item name it. */
  readonly label: string | null;
}

export interface TrendItemRow {
  readonly documentId: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly citations: readonly CitationRow[];
}

export interface SectionRow {
  readonly heading: string | null;
  readonly prefix: string | null;
  readonly lead: string | null;
  readonly items: readonly TrendItemRow[];
}

/** One version of a post with all that it shows. */
export interface PostRow {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly updatedAt: string | null;
  readonly title: string | null;
  readonly slug: string | null;
  readonly date: string | null;
  readonly description: string | null;
  readonly categories: unknown;
  readonly tags: unknown;
  readonly authors: unknown;
  readonly cover: MediaRow | null;
  readonly coverPath: string | null;
  readonly coverAlt: string | null;
  readonly coverLqip: string | null;
  readonly keywords: unknown;
  readonly body: string | null;
  readonly sections: readonly SectionRow[];
  readonly closing: string | null;
  readonly math: boolean | null;
  readonly mermaid: boolean | null;
  readonly toc: boolean | null;
  readonly pin: boolean | null;
  readonly comments: boolean | null;
  readonly mediaBase: string | null;
  readonly mediaBaseKey: 'img_path' | 'media_subpath' | null;
  readonly redirects: unknown;
  readonly otherFrontMatter: string | null;
}

/** Everything that a post shows, in the order of its links. */
export const POST_POPULATE = {
  cover: true,
  sections: {
    populate: { items: { populate: { citations: { populate: { reference: true } } } } },
  },
};

export interface RowFilter {
  readonly status: 'published' | 'draft';
  readonly locales?: readonly string[] | undefined;
  readonly slugs?: readonly string[] | undefined;
  readonly documentIds?: readonly string[] | undefined;
  /** Versions by document and locale. */
  readonly versions?: readonly PostVersion[] | undefined;
  /** Rows, by id. */
  readonly ids?: readonly number[] | undefined;
}

const where = (filter: RowFilter): object => ({
  publishedAt: filter.status === 'published' ? { $notNull: true } : { $null: true },
  ...(filter.locales ? { locale: { $in: filter.locales } } : {}),
  ...(filter.slugs ? { slug: { $in: filter.slugs } } : {}),
  ...(filter.documentIds ? { documentId: { $in: filter.documentIds } } : {}),
  ...(filter.versions ? { $or: oneByOne(filter.versions) } : {}),
  ...(filter.ids ? { id: { $in: filter.ids } } : {}),
});

/** One condition for the versions of each locale: there are few locales and may be many posts. */
function oneByOne(versions: readonly PostVersion[]): object[] {
  const byLocale = new Map<string, string[]>();
  for (const { documentId, locale } of versions) {
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), documentId]);
  }
  if (byLocale.size === 0) return [{ id: { $null: true } }];
  return [...byLocale].map(([locale, ids]) => ({ locale, documentId: { $in: ids } }));
}

export const countPosts = (strapi: Core.Strapi, filter: RowFilter): Promise<number> =>
  strapi.db.query(POST_UID).count({ where: where(filter) });

/**
 * Posts in pages by row id: memory does not grow with the number of posts, and no page costs more
 * than the one before it.
 */
export async function* postPages(
  strapi: Core.Strapi,
  filter: RowFilter,
  size = 200,
): AsyncGenerator<readonly PostRow[]> {
  let last = 0;
  for (;;) {
    const rows = (await strapi.db.query(POST_UID).findMany({
      where: { $and: [where(filter), { id: { $gt: last } }] },
      orderBy: { id: 'asc' },
      limit: size,
      populate: POST_POPULATE,
    })) as PostRow[];
    if (rows.length === 0) return;
    yield rows;
    if (rows.length < size) return;
    last = rows[rows.length - 1]?.id ?? last;
  }
}

/** Published versions of some posts without what they show: enough to tell where they stand. */
export async function postHeads(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<PostRow[]> {
  const rows = (await strapi.db.query(POST_UID).findMany({
    where: where({ status: 'published', documentIds }),
    orderBy: { id: 'asc' },
  })) as Omit<PostRow, 'cover' | 'sections'>[];
  return rows.map((row) => ({ ...row, cover: null, sections: [] }));
}

/** One version of an entry with all it shows, as an editor left it or as it is published. */
export async function loadVersion(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
  status: RowFilter['status'],
): Promise<PostRow | null> {
  const filter = { status, documentIds: [documentId], locales: [locale] };
  for await (const page of postPages(strapi, filter, 1)) return page[0] ?? null;
  return null;
}
