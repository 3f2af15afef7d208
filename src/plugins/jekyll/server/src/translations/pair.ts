import type { Core } from '@strapi/strapi';
import type { NamedDocument } from '../../../contracts/publishing';
import type { MissingParts } from '../../../contracts/translations';
import { readLocales } from '../../../entries/locales';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { type Reconciled, reconcile, type SectionPair } from './reconcile';
import { recordsOf, sourceOf, type TranslationRecord } from './records';
import { list, postTexts, type Row, str } from './texts';
import { readDrafts, textsOf, type TranslatedUid, type VersionRow } from './versions';

/** A document in two locales; `reconciled` where it has both. */
export interface DocumentPair {
  readonly uid: TranslatedUid;
  readonly documentId: string;
  readonly original: VersionRow | null;
  readonly translation: VersionRow | null;
  readonly reconciled: Reconciled | null;
}

/** A post with all that its two versions show. */
export interface PostPair {
  readonly documentId: string;
  readonly locale: string;
  readonly from: string;
  readonly locales: readonly string[];
  readonly original: VersionRow;
  readonly translation: VersionRow;
  readonly post: DocumentPair & { readonly reconciled: Reconciled };
  /** Items of the original in its order, then those that only the translation shows. */
  readonly items: readonly DocumentPair[];
  /** References that these items cite. */
  readonly references: readonly DocumentPair[];
  readonly missing: MissingParts;
}

/** The locales of a post, and which of them the version asked for is a translation of. */
export interface PostVersions {
  readonly rows: readonly VersionRow[];
  readonly locales: readonly string[];
  readonly all: readonly string[];
  readonly from: string | null;
}

/** null for a document that is none. */
export async function readPostVersions(
  strapi: Core.Strapi,
  documentId: string,
  locale: string,
): Promise<PostVersions | null> {
  const rows = await readDrafts(strapi, POST_UID, { documentIds: [documentId] });
  if (rows.length === 0) return null;
  const { original, all } = await readLocales(strapi);
  const locales = all.filter((code) => rows.some((row) => row.locale === code));
  const records = await recordsOf(strapi, [documentId]);
  const from = locales.includes(locale)
    ? sourceOf(locale, records, locales, original)
    : (locales[0] ?? null);
  return { rows, locales, all, from };
}

/** Reads both versions with all they show; the number of queries does not grow with the post. */
export async function readPair(
  strapi: Core.Strapi,
  { rows, locales }: PostVersions,
  { locale, from }: { readonly locale: string; readonly from: string },
): Promise<PostPair | null> {
  const original = rows.find((row) => row.locale === from);
  const translation = rows.find((row) => row.locale === locale);
  if (!original || !translation) return null;
  const { documentId } = original;
  const itemIds = unique([...shownItems(original), ...shownItems(translation)]);
  const pairOf = [from, locale];
  const items = await readDrafts(strapi, TREND_ITEM_UID, {
    documentIds: itemIds,
    locales: pairOf,
  });
  const referenceIds = unique(items.flatMap(citedReferences));
  const references = await readDrafts(strapi, REFERENCE_UID, {
    documentIds: referenceIds,
    locales: pairOf,
  });
  const records = await recordsOf(strapi, [documentId, ...itemIds, ...referenceIds]);
  const pair = (uid: TranslatedUid, id: string, versions: readonly VersionRow[]): DocumentPair =>
    pairDocument(uid, id, { from, locale, versions, records });
  const post = pair(POST_UID, documentId, rows);
  if (!post.reconciled) return null;
  const itemPairs = itemIds.map((id) => pair(TREND_ITEM_UID, id, items));
  const referencePairs = referenceIds.map((id) => pair(REFERENCE_UID, id, references));
  return {
    documentId,
    locale,
    from,
    locales,
    original,
    translation,
    post: { ...post, reconciled: post.reconciled },
    items: itemPairs,
    references: referencePairs,
    missing: missingParts(post.reconciled.sections, translation, itemPairs, referencePairs),
  };
}

export const shownItems = (post: Row): string[] =>
  postTexts(post).sections.flatMap(({ items }) => items);

export const citedReferences = (item: Row): string[] =>
  list(item['citations']).flatMap((citation) => {
    const reference = str((citation['reference'] as Row | null | undefined)?.['documentId']);
    return reference === '' ? [] : [reference];
  });

export const named = (row: Row): NamedDocument => ({
  documentId: str(row['documentId']),
  title: str(row['title']),
});

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function pairDocument(
  uid: TranslatedUid,
  documentId: string,
  {
    from,
    locale,
    versions,
    records,
  }: {
    readonly from: string;
    readonly locale: string;
    readonly versions: readonly VersionRow[];
    readonly records: readonly TranslationRecord[];
  },
): DocumentPair {
  const find = (code: string): VersionRow | null =>
    versions.find((row) => row.documentId === documentId && row.locale === code) ?? null;
  const [original, translation] = [find(from), find(locale)];
  const own = records.filter(({ document }) => document === documentId);
  const record = own.find((one) => one.entryLocale === locale && one.sourceLocale === from);
  // What was first written in this locale has no original that it could fall behind.
  const reverse = own.some((one) => one.entryLocale === from && one.sourceLocale === locale);
  const reconciled =
    original && translation
      ? reconcile(record?.memory ?? null, textsOf(uid, original), textsOf(uid, translation), {
          from,
          imported: reverse,
        })
      : null;
  return { uid, documentId, original, translation, reconciled };
}

function missingParts(
  sections: readonly SectionPair[],
  translation: VersionRow,
  items: readonly DocumentPair[],
  references: readonly DocumentPair[],
): MissingParts {
  const wanted = new Set(sections.flatMap(({ original }) => original.items));
  const shown = new Set(shownItems(translation));
  const present = items.flatMap(({ documentId, original }) =>
    original && wanted.has(documentId) ? [original] : [],
  );
  const cited = new Set(present.flatMap(citedReferences));
  return {
    sections: sections.flatMap((pair) => (pair.translation ? [] : [pair.original.heading])),
    items: present.filter(({ documentId }) => !shown.has(documentId)).map(named),
    references: references.flatMap(({ documentId, original, translation: own }) =>
      original && !own && cited.has(documentId) ? [named(original)] : [],
    ),
  };
}
