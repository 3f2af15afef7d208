import type { Core } from '@strapi/strapi';
import type { LeftItemsRequest, LeftItemsResponse } from '../contracts/outline';
import { documentsOf } from '../entries/documents';
import { REFERENCE_UID, TREND_ITEM_UID } from '../server/src/content-model';
import { writeTransaction } from '../server/src/database';
import { itemsCiting, postsShowing } from '../server/src/publishing/usage';

type LeftItem = LeftItemsResponse['data'][number];

interface Row {
  readonly documentId: string;
  readonly locale: string;
  readonly title: string | null;
  readonly publishedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly createdBy: { readonly id: number } | null;
  readonly updatedBy: { readonly id: number } | null;
}
interface ItemRow extends Row {
  readonly body: string | null;
  readonly notes: string | null;
  readonly topic: string | null;
  readonly citations: readonly { readonly reference: { readonly documentId: string } | null }[];
}

/** Milliseconds within which a reference counts as made along with an item. */
const ALONG = 60_000;
const BY = { createdBy: true, updatedBy: true };

/**
 * Those of some items that are nobody's but the asker's, and of no use: never published, in one
 * locale, with nothing but what the outline gave them, and shown by no version of any post.
 *
 * @param mayDelete whether the asker has the right to delete an item
 */
export async function leftItems(
  strapi: Core.Strapi,
  { locale, documentIds }: LeftItemsRequest,
  user: number,
  mayDelete: (item: object) => boolean,
): Promise<LeftItem[]> {
  return (await unusedRows(strapi, { locale, documentIds }, user, mayDelete)).map(
    ({ documentId, title }) => ({ documentId, title: title ?? '' }),
  );
}

/** Deletes what {@link leftItems} names, all of it or nothing. Asked anew within the transaction. */
export function discardItems(
  strapi: Core.Strapi,
  request: LeftItemsRequest,
  user: number,
  mayDelete: (item: object) => boolean,
): Promise<LeftItem[]> {
  return writeTransaction(strapi, async () => {
    const rows = await unusedRows(strapi, request, user, mayDelete);
    for (const { documentId } of rows) {
      await documentsOf(strapi, TREND_ITEM_UID).delete({ documentId, locale: '*' });
    }
    for (const documentId of await unusedReferences(strapi, rows, user)) {
      await documentsOf(strapi, REFERENCE_UID).delete({ documentId, locale: '*' });
    }
    return rows.map(({ documentId, title }) => ({ documentId, title: title ?? '' }));
  });
}

async function unusedRows(
  strapi: Core.Strapi,
  { locale, documentIds }: LeftItemsRequest,
  user: number,
  mayDelete: (item: object) => boolean,
): Promise<ItemRow[]> {
  const rows: ItemRow[] = await strapi.db.query(TREND_ITEM_UID).findMany({
    where: { documentId: { $in: [...documentIds] } },
    populate: { ...BY, citations: { populate: { reference: true } } },
    orderBy: { id: 'asc' },
  });
  const versions = countBy(rows);
  const shown = await postsShowingEach(strapi, documentIds);
  return rows.filter(
    (row) =>
      row.locale === locale &&
      row.publishedAt === null &&
      versions.get(row.documentId) === 1 &&
      isOnly(row, user) &&
      [row.body, row.notes, row.topic].every((text) => (text ?? '') === '') &&
      !shown.has(row.documentId) &&
      mayDelete(row),
  );
}

/** References that were made together with the items, by the same person, and that nobody cites. */
async function unusedReferences(
  strapi: Core.Strapi,
  items: readonly ItemRow[],
  user: number,
): Promise<string[]> {
  const made = new Map<string, number>();
  for (const { citations, createdAt } of items) {
    for (const { reference } of citations) {
      if (reference) made.set(reference.documentId, Date.parse(createdAt));
    }
  }
  const rows: Row[] = await strapi.db.query(REFERENCE_UID).findMany({
    where: { documentId: { $in: [...made.keys()] } },
    populate: BY,
  });
  const versions = countBy(rows);
  const unused: string[] = [];
  for (const row of rows) {
    const { documentId, createdAt, updatedAt } = row;
    const apart = Math.abs(Date.parse(createdAt) - (made.get(documentId) ?? 0));
    const isChanged = Date.parse(updatedAt) - Date.parse(createdAt) > ALONG;
    if (apart > ALONG || isChanged || !isOnly(row, user)) continue;
    if (versions.get(documentId) !== 1) continue;
    const citing = { documentIds: [documentId], scope: 'all' as const, drafts: true };
    if ((await itemsCiting(strapi, citing)).length === 0) unused.push(documentId);
  }
  return unused;
}

const isOnly = ({ createdBy, updatedBy }: Row, user: number): boolean =>
  createdBy?.id === user && (updatedBy === null || updatedBy.id === user);

function countBy(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { documentId } of rows) counts.set(documentId, (counts.get(documentId) ?? 0) + 1);
  return counts;
}

/** Those of some items that any version of a post shows. */
async function postsShowingEach(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const shown = new Set<string>();
  for (const documentId of documentIds) {
    const query = { documentIds: [documentId], scope: 'all' as const, drafts: true };
    if ((await postsShowing(strapi, query)).length > 0) shown.add(documentId);
  }
  return shown;
}
