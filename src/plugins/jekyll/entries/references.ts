import type { Core } from '@strapi/strapi';
import type { SurveyCitation } from '../core/trend-post';
import { REFERENCE_UID } from '../server/src/content-model';
import { documentsOf } from './documents';
import { citedReference, type KnownReference, referenceKey } from './decompose';

interface ReferenceRow {
  readonly id: number;
  readonly documentId: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly locale: string;
}

/** What a citation says of its reference. */
export type CitedReference = ReturnType<typeof citedReference>;

/** A row of a reference in one locale; without an id it is still to be made. */
export interface StoredReference extends KnownReference {
  readonly id: number | null;
  readonly locale: string;
}

/** Keys of one query, which looks through all references: every database takes as many variables. */
const KEYS = 2_000;

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

/** The references that citations name, each once, by {@link referenceKey}. */
export const wantedReferences = (
  citations: readonly SurveyCitation[],
): Map<string, CitedReference> =>
  new Map(
    citations.map((citation) => {
      const reference = citedReference(citation);
      return [referenceKey(reference), reference] as const;
    }),
  );

/** Rows of the references that are wanted, in any locale, the oldest first. */
export async function findReferences(
  strapi: Core.Strapi,
  wanted: readonly CitedReference[],
): Promise<StoredReference[]> {
  const rows: ReferenceRow[] = [];
  for (let start = 0; start < wanted.length; start += KEYS) {
    const some = wanted.slice(start, start + KEYS);
    const urls = some.flatMap(({ url }) => (url === null ? [] : [url]));
    const titles = some.flatMap(({ url, title }) => (url === null ? [title] : []));
    const found = await strapi.db.query(REFERENCE_UID).findMany({
      select: ['id', 'documentId', 'title', 'url', 'locale'],
      where: {
        $or: [{ url: { $in: urls } }, { url: { $null: true }, title: { $in: titles } }],
      },
    });
    rows.push(...(found as ReferenceRow[]));
  }
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => ({ ...row, title: row.title ?? '', url: row.url || null }));
}

/**
 * References by what identifies them: one document for an address, one row for each locale that cites
 * it. Without an address, a text is a reference of its own in each locale.
 */
export interface ReferenceIndex {
  /** The row of a locale, or none. */
  find(reference: CitedReference, locale: string): StoredReference | null;
  /** The document that a row of the locale belongs to, or would. */
  documentOf(reference: CitedReference, locale: string): string | null;
  /** Of several documents with one address the first counts. */
  add(reference: StoredReference): void;
}

export function createReferenceIndex(rows: readonly StoredReference[] = []): ReferenceIndex {
  const documents = new Map<string, string>();
  const known = new Map<string, StoredReference>();
  const keyOf = (reference: CitedReference, locale: string): string =>
    reference.url ?? `${locale}${referenceKey(reference)}`;
  const rowKey = (key: string, locale: string): string => `${locale} ${key}`;

  function add(reference: StoredReference): void {
    const key = keyOf(reference, reference.locale);
    const documentId = documents.get(key) ?? reference.documentId;
    documents.set(key, documentId);
    if (reference.documentId === documentId) known.set(rowKey(key, reference.locale), reference);
  }
  rows.forEach(add);
  return {
    find: (reference, locale) => known.get(rowKey(keyOf(reference, locale), locale)) ?? null,
    documentOf: (reference, locale) => documents.get(keyOf(reference, locale)) ?? null,
    add,
  };
}

/** Attributes of a reference that a citation names for the first time. */
export const referenceData = (reference: CitedReference): Record<string, unknown> => ({
  title: reference.title,
  url: reference.url,
  kind: kindOfSource(reference.url),
});

/**
 * Finds the references that citations name, or creates them: a query or two, however many citations
 * there are.
 *
 * @returns references of `locale` by {@link referenceKey}
 */
export async function resolveReferences(
  strapi: Core.Strapi,
  citations: readonly SurveyCitation[],
  locale: string,
): Promise<Map<string, KnownReference>> {
  const wanted = wantedReferences(citations);
  const index = createReferenceIndex(await findReferences(strapi, [...wanted.values()]));
  const resolved = new Map<string, KnownReference>();
  for (const [key, reference] of wanted) {
    resolved.set(
      key,
      index.find(reference, locale) ??
        (await makeReference(strapi, reference, index.documentOf(reference, locale), locale)),
    );
  }
  return resolved;
}

async function makeReference(
  strapi: Core.Strapi,
  reference: CitedReference,
  documentId: string | null,
  locale: string,
): Promise<KnownReference> {
  const data = referenceData(reference);
  const service = documentsOf(strapi, REFERENCE_UID);
  const row = documentId
    ? await service.update({ documentId, locale, data })
    : await service.create({ locale, data });
  if (!row) throw new Error(`Reference "${reference.url ?? reference.title}" could not be stored.`);
  return { documentId: row.documentId, ...reference };
}
