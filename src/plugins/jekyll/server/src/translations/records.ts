import type { Core } from '@strapi/strapi';
import type { TranslationCounts } from '../../../contracts/translations';
import { TRANSLATION_UID } from '../plugin-id';
import type { Memory } from './reconcile';

/** What is remembered of a version that is a translation. */
export interface TranslationRecord extends TranslationCounts {
  readonly id: number;
  readonly document: string;
  readonly entryLocale: string;
  readonly sourceLocale: string;
  readonly memory: Memory;
}

export async function recordsOf(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<TranslationRecord[]> {
  if (documentIds.length === 0) return [];
  return (await strapi.db.query(TRANSLATION_UID).findMany({
    where: { document: { $in: [...documentIds] } },
    orderBy: { id: 'asc' },
  })) as TranslationRecord[];
}

/**
 * Writes only what differs: most saves change no text that counts.
 *
 * @returns whether another number of texts is behind now
 */
export async function saveRecord(
  strapi: Core.Strapi,
  before: TranslationRecord | null,
  data: Omit<TranslationRecord, 'id'>,
): Promise<boolean> {
  const query = strapi.db.query(TRANSLATION_UID);
  if (!before) {
    await query.create({ data });
    return data.behind > 0;
  }
  const same =
    before.total === data.total &&
    before.untouched === data.untouched &&
    before.behind === data.behind &&
    before.sourceLocale === data.sourceLocale &&
    JSON.stringify(before.memory) === JSON.stringify(data.memory);
  if (!same) await query.update({ where: { id: before.id }, data });
  return before.behind !== data.behind;
}

export async function removeRecords(strapi: Core.Strapi, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await strapi.db.query(TRANSLATION_UID).deleteMany({ where: { id: { $in: [...ids] } } });
}

/**
 * The locale that a version is a translation of; null where it is the original. What is remembered
 * says it; else every version translates that of the default locale.
 */
export function sourceOf(
  locale: string,
  records: readonly Pick<TranslationRecord, 'entryLocale' | 'sourceLocale'>[],
  locales: readonly string[],
  defaultLocale: string,
): string | null {
  const own = records.find(({ entryLocale }) => entryLocale === locale);
  if (own && locales.includes(own.sourceLocale)) return own.sourceLocale;
  if (
    records.some(
      ({ sourceLocale, entryLocale }) => sourceLocale === locale && entryLocale !== locale,
    )
  )
    return null;
  return locale !== defaultLocale && locales.includes(defaultLocale) ? defaultLocale : null;
}
