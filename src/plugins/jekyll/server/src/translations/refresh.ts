import type { Core } from '@strapi/strapi';
import { readLocales } from '../../../entries/locales';
import { countTexts, reconcile, type ReconcileOptions } from './reconcile';
import { recordsOf, removeRecords, saveRecord, sourceOf, type TranslationRecord } from './records';
import { tellStatus } from './tell-status';
import { readDrafts, textsOf, type TranslatedUid } from './versions';

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

/**
 * Brings what is remembered of a document's translations in line with its drafts. Runs inside the
 * caller's transaction; asked twice, it changes nothing the second time.
 */
export async function refreshTranslations(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
  { fresh = [], from, cloned, imported = false, marked }: RefreshOptions = {},
): Promise<void> {
  const own = await recordsOf(strapi, [documentId]);
  const rows = await readDrafts(strapi, uid, { documentIds: [documentId] });
  const locales = rows.map(({ locale }) => locale);
  const valid = own.filter(
    ({ entryLocale, sourceLocale }) =>
      locales.includes(entryLocale) &&
      locales.includes(sourceLocale) &&
      !fresh.includes(entryLocale),
  );
  const stale = own.filter((record) => !valid.includes(record));
  await removeRecords(
    strapi,
    stale.map(({ id }) => id),
  );
  if (locales.length < 2) return;
  const { original: defaultLocale } = await readLocales(strapi);
  const known = cloned ?? valid;
  const made = from === undefined ? [] : fresh.filter((locale) => locale !== from);
  const directions = [
    ...known,
    ...made.map((entryLocale) => ({ entryLocale, sourceLocale: from ?? '' })),
  ];
  for (const row of rows) {
    const source = sourceOf(row.locale, directions, locales, defaultLocale);
    const original = rows.find(({ locale }) => locale === source);
    if (source === null || !original) continue;
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
    const moved = await saveRecord(strapi, before, {
      document: documentId,
      entryLocale: row.locale,
      sourceLocale: source,
      memory: result.memory,
      ...countTexts(result),
    });
    if (moved) await tellStatus(strapi, uid, documentId);
  }
}
