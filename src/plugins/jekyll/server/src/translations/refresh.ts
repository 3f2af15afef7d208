import type { Core } from '@strapi/strapi';
import { readLocales } from '../../../entries/locales';
import { countTexts, reconcile, type ReconcileOptions } from './reconcile';
import { recordsOf, removeRecords, saveRecord, sourceOf, type TranslationRecord } from './records';
import { tellStatus } from './tell-status';
import { readDrafts, textsOf, type TranslatedUid, type VersionRow } from './versions';

export interface RefreshOptions extends Pick<ReconcileOptions, 'imported'> {
  /** Texts of one version that are called up to date as they stand. */
  readonly marked?: { readonly locale: string; readonly paths: ReadonlySet<string> };
  /** Versions that did not exist before: whatever is remembered of them is of an earlier one. */
  readonly fresh?: readonly string[];
  /** New versions are made from this one. */
  readonly from?: string;
  /** What is known of the document whose clone this is. */
  readonly cloned?: readonly TranslationRecord[];
}

/** What is remembered of a document's translations, and its drafts. */
export interface Remembering {
  readonly own: readonly TranslationRecord[];
  readonly rows: readonly VersionRow[];
  readonly defaultLocale: string;
}

/** How what is remembered comes in line with the drafts. */
export interface RefreshPlan {
  /** Records that say nothing of these drafts. */
  readonly stale: readonly TranslationRecord[];
  readonly saves: readonly {
    readonly before: TranslationRecord | null;
    readonly data: Omit<TranslationRecord, 'id'>;
  }[];
}

/**
 * Brings what is remembered of a document's translations in line with its drafts. Runs inside the
 * caller's transaction; asked twice, it changes nothing the second time.
 */
export async function refreshTranslations(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
  options: RefreshOptions = {},
): Promise<void> {
  const own = await recordsOf(strapi, [documentId]);
  const rows = await readDrafts(strapi, uid, { documentIds: [documentId] });
  const defaultLocale = rows.length > 1 ? (await readLocales(strapi)).original : '';
  const { stale, saves } = planRefresh(uid, documentId, { own, rows, defaultLocale }, options);
  await removeRecords(
    strapi,
    stale.map(({ id }) => id),
  );
  for (const { before, data } of saves) {
    if (await saveRecord(strapi, before, data)) await tellStatus(strapi, uid, documentId);
  }
}

/** Pure: what {@link refreshTranslations} is to write. */
export function planRefresh(
  uid: TranslatedUid,
  documentId: string,
  { own, rows, defaultLocale }: Remembering,
  { fresh = [], from, cloned, imported = false, marked }: RefreshOptions = {},
): RefreshPlan {
  const locales = rows.map(({ locale }) => locale);
  const valid = own.filter(
    ({ entryLocale, sourceLocale }) =>
      locales.includes(entryLocale) &&
      locales.includes(sourceLocale) &&
      !fresh.includes(entryLocale),
  );
  const stale = own.filter((record) => !valid.includes(record));
  if (locales.length < 2) return { stale, saves: [] };
  const known = cloned ?? valid;
  const made = from === undefined ? [] : fresh.filter((locale) => locale !== from);
  const directions = [
    ...known,
    ...made.map((entryLocale) => ({ entryLocale, sourceLocale: from ?? '' })),
  ];
  const saves = rows.flatMap((row) => {
    const source = sourceOf(row.locale, directions, locales, defaultLocale);
    const original = rows.find(({ locale }) => locale === source);
    if (source === null || !original) return [];
    const remembered = known.find(
      (record) => record.entryLocale === row.locale && record.sourceLocale === source,
    );
    const result = reconcile(
      remembered?.memory ?? null,
      textsOf(uid, original),
      textsOf(uid, row),
      {
        from: source,
        imported,
        ...(marked?.locale === row.locale ? { marked: marked.paths } : {}),
      },
    );
    const before = valid.find(({ entryLocale }) => entryLocale === row.locale) ?? null;
    const data = {
      document: documentId,
      entryLocale: row.locale,
      sourceLocale: source,
      memory: result.memory,
      ...countTexts(result),
    };
    return [{ before, data }];
  });
  return { stale, saves };
}
