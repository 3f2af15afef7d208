import type { Core } from '@strapi/strapi';
import { canonicalUrl } from '../core/citation/canonical-url';
import type { NewReference } from '../contracts/citations';
import type { NewItemsRequest, OutlineItem } from '../contracts/outline';
import { findReferences } from '../citations/known';
import { documentsOf } from '../entries/documents';
import { REFERENCE_UID, TREND_ITEM_UID } from '../server/src/content-model';
import { writeTransaction } from '../server/src/database';
import { describeItem, ITEM_POPULATE, type ItemRow } from './item-info';

type Data = Record<string, unknown>;

/** What the editor may store: fields that are none of theirs are left out, and who made it is added. */
export interface Author {
  item(data: Data): Promise<Data>;
  reference(data: Data): Promise<Data>;
}

/** A reference that the request names and the CMS does not have. */
export class UnknownReferenceError extends Error {}

/**
 * Makes drafts of items with their references, all of them or none. A source that the CMS has
 * meanwhile is cited, not stored again; one that has no version in this locale gets one.
 *
 * @throws UnknownReferenceError
 */
export function makeItems(
  strapi: Core.Strapi,
  { locale, items }: NewItemsRequest,
  author: Author,
): Promise<OutlineItem[]> {
  return writeTransaction(strapi, async () => {
    const cited = references(strapi, locale, author);
    const made: string[] = [];
    for (const { title, references: named } of items) {
      const documents: string[] = [];
      for (const one of named) {
        const id = 'documentId' in one ? await cited.stored(one.documentId) : await cited.made(one);
        if (!documents.includes(id)) documents.push(id);
      }
      const citations = documents.map((reference) => ({ reference }));
      const data = await author.item({ title, citations });
      made.push((await documentsOf(strapi, TREND_ITEM_UID).create({ locale, data })).documentId);
    }
    const rows: ItemRow[] = await strapi.db.query(TREND_ITEM_UID).findMany({
      where: { documentId: { $in: made }, locale, publishedAt: null },
      populate: ITEM_POPULATE,
    });
    return made.flatMap((documentId) => {
      const row = rows.find((one) => one.documentId === documentId);
      return row ? [describeItem(row, 'draft', null)] : [];
    });
  });
}

/** References by document and by address, made where they are missing. */
function references(strapi: Core.Strapi, locale: string, author: Author) {
  const service = documentsOf(strapi, REFERENCE_UID);
  const query = strapi.db.query(REFERENCE_UID);

  /** @returns the document, which has a version in the locale then */
  async function stored(documentId: string): Promise<string> {
    const versions: Data[] = await query.findMany({
      where: { documentId },
      orderBy: { id: 'asc' },
    });
    const [first] = versions;
    if (!first) throw new UnknownReferenceError(documentId);
    if (versions.some((version) => version['locale'] === locale)) return documentId;
    const { title, url, kind, publisher, publishedOn } = first;
    const data = await author.reference({ title, url, kind, publisher, publishedOn });
    await service.update({ documentId, locale, data });
    return documentId;
  }

  async function made(reference: NewReference): Promise<string> {
    const key = canonicalUrl(reference.url);
    const known = key === null ? undefined : (await findReferences(strapi, [key], locale)).get(key);
    if (known) return stored(known.documentId);
    const data = await author.reference({ ...reference });
    return (await service.create({ locale, data })).documentId;
  }
  return { stored, made };
}
