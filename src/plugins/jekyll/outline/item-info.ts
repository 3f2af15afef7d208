import type { Core } from '@strapi/strapi';
import { readReference } from '../core/trend-post';
import type { OutlineCitation, OutlineItem } from '../contracts/outline';
import type { CitationRow, TrendItemRow } from '../entries/rows';
import { TREND_ITEM_UID } from '../server/src/content-model';

/** The draft of an item, as the database has it. */
export interface ItemRow extends TrendItemRow {
  readonly id: number;
  readonly locale: string;
  readonly updatedAt: string | null;
  readonly topic: string | null;
}

/** To populate: what an outline says about an item. */
export const ITEM_POPULATE = { citations: { populate: { reference: true } } };

/** How the drafts of some items stand to what is published of them. */
export async function readStatuses(
  strapi: Core.Strapi,
  items: readonly ItemRow[],
  locale: string,
): Promise<(item: ItemRow) => OutlineItem['status']> {
  const ids = [...new Set(items.map(({ documentId }) => documentId))];
  const rows: { documentId: string; updatedAt: string | null }[] =
    ids.length === 0
      ? []
      : await strapi.db.query(TREND_ITEM_UID).findMany({
          where: { documentId: { $in: ids }, locale, publishedAt: { $notNull: true } },
          select: ['documentId', 'updatedAt'],
        });
  const published = new Map(
    rows.map(({ documentId, updatedAt }) => [documentId, timeOf(updatedAt)]),
  );
  return ({ documentId, updatedAt }) => {
    const at = published.get(documentId);
    if (at === undefined) return 'draft';
    return timeOf(updatedAt) > at ? 'modified' : 'published';
  };
}

const timeOf = (date: string | null): number => (date === null ? 0 : new Date(date).getTime());

/**
 * What an outline says about an item.
 *
 * @param labels of its citations, where they are known
 */
export const describeItem = (
  { id, documentId, title, citations }: ItemRow,
  status: OutlineItem['status'],
  labels: readonly string[] | null,
): OutlineItem => ({
  id,
  documentId,
  title: title ?? '',
  status,
  citations: citations.map((citation, index) => ({
    label: labels?.[index] ?? null,
    ...textOf(citation),
  })),
});

function textOf({ reference, text }: CitationRow): Pick<OutlineCitation, 'text' | 'url'> {
  if (reference) return { text: reference.title || reference.url || '', url: reference.url };
  const { title, url } = readReference(text ?? '');
  return { text: title, url };
}

/** Nothing of an item that the editor may not read but that it is there. */
export const hiddenItem = ({ id, documentId }: ItemRow): OutlineItem => ({
  id,
  documentId,
  title: null,
  status: 'draft',
  citations: [],
});
