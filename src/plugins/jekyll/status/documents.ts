import type { Core } from '@strapi/strapi';
import { POST_UID } from '../server/src/content-model';

/** What a list shows of a version, without its text. */
export interface VersionHead {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  readonly title: string | null;
  readonly updatedAt: string;
  readonly publishedAt: string | null;
}

const HEAD = ['id', 'documentId', 'locale', 'slug', 'title', 'updatedAt', 'publishedAt'];

/** The versions of the given posts, in the given order. */
export async function headsOf(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly VersionHead[]>> {
  if (documentIds.length === 0) return new Map();
  const versions = (await strapi.db.query(POST_UID).findMany({
    select: HEAD,
    where: { documentId: { $in: documentIds } },
    orderBy: { id: 'asc' },
  })) as VersionHead[];
  return new Map(
    documentIds.map((documentId) => [
      documentId,
      versions.filter((version) => version.documentId === documentId),
    ]),
  );
}

/** Documents that one page holds. */
const PAGE = 100;

/**
 * The versions of all posts, drafts and published ones, a page of documents at a time, in the order
 * in which the posts were made.
 *
 * @param slugs keeps the documents of which a version has one of them
 */
export async function* documentPages(
  strapi: Core.Strapi,
  slugs?: readonly string[],
): AsyncGenerator<ReadonlyMap<string, readonly VersionHead[]>> {
  const query = strapi.db.query(POST_UID);
  const wanted = slugs ? { slug: { $in: slugs } } : {};
  const seen = new Set<string>();
  for (let last = 0; ; ) {
    const rows = (await query.findMany({
      select: ['id', 'documentId'],
      where: { $and: [wanted, { id: { $gt: last } }] },
      orderBy: { id: 'asc' },
      limit: PAGE,
    })) as VersionHead[];
    const fresh = [...new Set(rows.map(({ documentId }) => documentId))].filter(
      (documentId) => !seen.has(documentId),
    );
    for (const documentId of fresh) seen.add(documentId);
    if (fresh.length > 0) {
      yield headsOf(strapi, fresh);
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.id ?? last;
  }
}
