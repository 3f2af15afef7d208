import type { Core, UID } from '@strapi/strapi';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { CREATOR } from '../permission-checker';
import { itemTexts, postTexts, referenceTexts, type Row, type VersionTexts } from './texts';

/** Content types whose texts are translated. */
export const TRANSLATED_UIDS = [POST_UID, TREND_ITEM_UID, REFERENCE_UID] as const;
export type TranslatedUid = (typeof TRANSLATED_UIDS)[number];

export const isTranslated = (uid: string): uid is TranslatedUid =>
  (TRANSLATED_UIDS as readonly string[]).includes(uid);

/** A version as an editor left it, with what conditions of permissions look at. */
export type VersionRow = Row & {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
};

const CITATIONS = { citations: { populate: { reference: true } } };
const POPULATE: Readonly<Record<TranslatedUid, object>> = {
  [POST_UID]: { cover: true, sections: { populate: { items: true } } },
  [TREND_ITEM_UID]: CITATIONS,
  [REFERENCE_UID]: {},
};
const READ: Readonly<Record<TranslatedUid, (row: Row) => VersionTexts>> = {
  [POST_UID]: postTexts,
  [TREND_ITEM_UID]: itemTexts,
  [REFERENCE_UID]: referenceTexts,
};

export const textsOf = (uid: TranslatedUid, row: Row): VersionTexts => READ[uid](row);

/** References have no drafts: their one row counts. */
const draftsOf = (strapi: Core.Strapi, uid: UID.ContentType): object =>
  strapi.contentType(uid).options?.draftAndPublish ? { publishedAt: { $null: true } } : {};

/** Drafts of documents, in one read whatever their number. */
export async function readDrafts(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  where: { readonly documentIds: readonly string[]; readonly locales?: readonly string[] },
): Promise<VersionRow[]> {
  if (where.documentIds.length === 0) return [];
  return (await strapi.db.query(uid).findMany({
    where: {
      documentId: { $in: [...where.documentIds] },
      ...(where.locales ? { locale: { $in: [...where.locales] } } : {}),
      ...draftsOf(strapi, uid),
    },
    populate: { ...POPULATE[uid], ...CREATOR },
    orderBy: { id: 'asc' },
  })) as VersionRow[];
}

/** Locales in which a document has a draft. */
export async function draftLocales(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
): Promise<string[]> {
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, ...draftsOf(strapi, uid) },
    select: ['id', 'locale'],
  })) as { locale: string }[];
  return rows.map(({ locale }) => locale);
}
