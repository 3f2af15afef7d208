import type { Core } from '@strapi/strapi';
import {
  CITATION_FIELDS,
  POST_FIELDS,
  POST_UID,
  REFERENCE_FIELDS,
  SECTION_FIELDS,
  TREND_ITEM_FIELDS,
  TREND_ITEM_UID,
} from '../content-model';
import { localeCondition, type LocaleScope } from './scope';

/** A citation of an item; `reference` is null when the link leads nowhere. */
export interface Citation {
  readonly reference: { readonly documentId: string; readonly locale: string | null } | null;
}

/** One version (draft or published) of a trend item. */
export interface ItemVersion {
  /** Its row; changes with every publication. */
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string;
  /** Milliseconds; a published version carries the time of the draft it was made from. */
  readonly updatedAt: number;
  readonly citations: readonly Citation[];
}

/** A section of a post with the items it links, in order. `id` is that of the component's row. */
export interface Section {
  readonly id: number;
  readonly heading: string;
  readonly items: readonly ItemVersion[];
}

/** One version of a post, as far as publishing is concerned. */
export interface PostVersion {
  readonly documentId: string;
  readonly locale: string;
  readonly sections: readonly Section[];
}

export type Status = 'draft' | 'published';

/** A row as the database layer returns it: names of columns are not checked by a type. */
type Row = Readonly<Record<string, unknown>>;

const ITEM_QUERY = {
  select: ['id', 'documentId', 'locale', 'updatedAt', TREND_ITEM_FIELDS.title],
  populate: {
    [TREND_ITEM_FIELDS.citations]: {
      select: ['id'],
      populate: {
        [CITATION_FIELDS.reference]: {
          select: ['id', 'documentId', 'locale', REFERENCE_FIELDS.title],
        },
      },
    },
  },
};

const publishedAt = (status: Status) => (status === 'draft' ? { $null: true } : { $notNull: true });

/**
 * Reads what the versions of a post show: sections, items, citations. One read whose number of
 * queries does not grow with the post. Links are read as they are stored, whatever they lead to.
 */
export async function readPostVersions(
  strapi: Core.Strapi,
  where: { documentId: string; scope: LocaleScope; status: Status },
): Promise<PostVersion[]> {
  const rows: Row[] = await strapi.db.query(POST_UID).findMany({
    where: {
      documentId: where.documentId,
      publishedAt: publishedAt(where.status),
      ...localeCondition(where.scope),
    },
    select: ['id', 'documentId', 'locale'],
    populate: {
      [POST_FIELDS.sections]: {
        select: ['id', SECTION_FIELDS.heading],
        populate: { [SECTION_FIELDS.items]: ITEM_QUERY },
      },
    },
    orderBy: { locale: 'asc' },
  });
  return rows.map((row) => ({
    documentId: text(row.documentId),
    locale: text(row.locale),
    sections: list(row[POST_FIELDS.sections]).map(toSection),
  }));
}

/** Reads versions of items, all in one read. */
export async function readItemVersions(
  strapi: Core.Strapi,
  where: { documentIds: readonly string[]; scope: LocaleScope; status: Status },
): Promise<ItemVersion[]> {
  if (where.documentIds.length === 0) return [];
  const rows: Row[] = await strapi.db.query(TREND_ITEM_UID).findMany({
    where: {
      documentId: { $in: [...where.documentIds] },
      publishedAt: publishedAt(where.status),
      ...localeCondition(where.scope),
    },
    ...ITEM_QUERY,
  });
  return rows.map(toItem);
}

function toSection(row: Row): Section {
  return {
    id: Number(row.id),
    heading: text(row[SECTION_FIELDS.heading]),
    items: list(row[SECTION_FIELDS.items]).map(toItem),
  };
}

function toItem(row: Row): ItemVersion {
  return {
    id: Number(row.id),
    documentId: text(row.documentId),
    locale: nullableText(row.locale),
    title: text(row[TREND_ITEM_FIELDS.title]),
    updatedAt: new Date(row.updatedAt as string | number | Date).getTime(),
    citations: list(row[TREND_ITEM_FIELDS.citations]).map(toCitation),
  };
}

function toCitation(row: Row): Citation {
  const reference = row[CITATION_FIELDS.reference] as Row | null | undefined;
  if (!reference) return { reference: null };
  return {
    reference: { documentId: text(reference.documentId), locale: nullableText(reference.locale) },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const nullableText = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): Row[] => (Array.isArray(value) ? value : []);
