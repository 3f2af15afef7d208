import type { Core } from '@strapi/strapi';
import { canonicalUrl, commonPart } from '../core/citation/canonical-url';
import type { StoredReference } from '../contracts/citations';
import { REFERENCE_UID } from '../server/src/content-model';

/** A version of a reference, with who made it: rights may depend on that. */
export interface ReferenceVersion extends StoredReference {
  readonly locale: string;
  readonly publisher: string | null;
  readonly kind: string | null;
  readonly publishedOn: string | null;
}

/** Parts that one query looks for. */
const PAGE = 40;

/**
 * References that the CMS has for some addresses, whatever their spelling
 * ({@link canonicalUrl}); of several the oldest, and of its versions that of `locale`.
 *
 * @param canonical results of {@link canonicalUrl}
 * @param populate what a caller wants to know beside
 */
export async function findReferences(
  strapi: Core.Strapi,
  canonical: readonly string[],
  locale: string,
  populate: object = {},
): Promise<Map<string, ReferenceVersion>> {
  const wanted = new Set(canonical);
  const found = new Map<string, ReferenceVersion>();
  for (const row of await candidates(strapi, wanted, populate)) {
    const key = canonicalUrl(row.url);
    if (key === null || !wanted.has(key)) continue;
    const before = found.get(key);
    const better = before?.documentId === row.documentId && row.locale === locale;
    if (!before || better) found.set(key, row);
  }
  return found;
}

async function candidates(
  strapi: Core.Strapi,
  wanted: ReadonlySet<string>,
  populate: object,
): Promise<ReferenceVersion[]> {
  if (wanted.size === 0) return [];
  const parts = [...wanted].map(commonPart);
  const query = strapi.db.query(REFERENCE_UID);
  const all = { orderBy: { id: 'asc' }, populate };
  if (parts.includes(null)) return query.findMany({ ...all, where: { url: { $notNull: true } } });
  const distinct = [...new Set(parts as string[])];
  const rows = new Map<number, ReferenceVersion>();
  for (let at = 0; at < distinct.length; at += PAGE) {
    const or = distinct.slice(at, at + PAGE).map((part) => ({ url: { $containsi: part } }));
    const page = await query.findMany({ ...all, where: { $or: or } });
    for (const row of page as (ReferenceVersion & { id: number })[]) rows.set(row.id, row);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}
