import type { Core } from '@strapi/strapi';
import type { SurveyCitation } from '../core/trend-post';
import { REFERENCE_UID } from '../server/src/content-model';
import { documentsOf } from './documents';
import { citedReference, type KnownReference, referenceKey } from './decompose';

interface ReferenceRow {
  readonly documentId: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly locale: string;
}

/** Kind of a source, guessed from its address; an editor corrects it. */
export function kindOfSource(url: string | null): string {
  if (!url) return 'other';
  let host: string;
  try {
    host = new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return 'other';
  }
  if (/(?:^|\.)arxiv\.org$|(?:^|\.)doi\.org$|openreview\.net$|aclanthology\.org$/.test(host))
    return 'paper';
  if (/(?:^|\.)(?:github|gitlab)\.com$/.test(host)) return 'repository';
  if (/(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com)$/.test(host)) return 'video';
  if (/\.pdf(?:$|[?#])/i.test(url)) return 'report';
  return 'article';
}

/**
 * Finds the references that citations name, or creates them: one document for an address, one row
 * for each locale that cites it. Without an address, a text is a reference of its own in each locale. Two queries, however many citations there are.
 *
 * @returns references of `locale` by {@link referenceKey}
 */
export async function resolveReferences(
  strapi: Core.Strapi,
  citations: readonly SurveyCitation[],
  locale: string,
): Promise<Map<string, KnownReference>> {
  const wanted = new Map(
    citations.map((citation) => {
      const reference = citedReference(citation);
      return [referenceKey(reference), reference] as const;
    }),
  );
  if (wanted.size === 0) return new Map();

  const all = [...wanted.values()];
  const urls = all.flatMap(({ url }) => (url === null ? [] : [url]));
  const titles = all.flatMap(({ url, title }) => (url === null ? [title] : []));
  const rows = (await strapi.db.query(REFERENCE_UID).findMany({
    where: {
      $or: [{ url: { $in: urls } }, { url: { $null: true }, title: { $in: titles } }],
    },
    orderBy: { id: 'asc' },
  })) as ReferenceRow[];

  const documents = new Map<string, string>();
  const known = new Map<string, KnownReference>();
  for (const row of rows) {
    const reference = { title: row.title ?? '', url: row.url || null };
    const key = referenceKey(reference);
    if (reference.url === null && row.locale !== locale) continue;
    if (!documents.has(key)) documents.set(key, row.documentId);
    if (row.locale === locale && row.documentId === documents.get(key)) {
      known.set(key, { documentId: row.documentId, ...reference });
    }
  }
  for (const [key, reference] of wanted) {
    if (known.has(key)) continue;
    const data = { ...reference, kind: kindOfSource(reference.url) };
    const documentId = documents.get(key);
    const service = documentsOf(strapi, REFERENCE_UID);
    const row = documentId
      ? await service.update({ documentId, locale, data })
      : await service.create({ locale, data });
    if (!row)
      throw new Error(`Reference "${reference.url ?? reference.title}" could not be stored.`);
    known.set(key, { documentId: row.documentId, ...reference });
  }
  return known;
}
