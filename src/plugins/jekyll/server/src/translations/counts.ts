import type { Core } from '@strapi/strapi';
import type { PostTranslation } from '../../../contracts/translations';
import { readLocales } from '../../../entries/locales';
import { POST_UID, REFERENCE_UID } from '../content-model';
import { TRANSLATION_UID } from '../plugin-id';
import { citedReferences, shownItems } from './pair';
import { sourceOf, type TranslationRecord } from './records';
import { list, type Row, str } from './texts';

type Head = Omit<TranslationRecord, 'memory'>;
const HEAD = ['id', 'document', 'entryLocale', 'sourceLocale', 'total', 'untouched', 'behind'];

/** Structure without texts. */
const STRUCTURE = {
  select: ['id', 'documentId', 'locale'],
  populate: {
    sections: {
      select: ['id'],
      populate: {
        items: {
          select: ['id', 'documentId'],
          populate: {
            citations: {
              select: ['id'],
              populate: { reference: { select: ['id', 'documentId'] } },
            },
          },
        },
      },
    },
  },
};

/**
 * How the versions of posts stand to their originals, as their drafts are: texts of the post, its
 * items and their references, counted as the records have them. One pass of a fixed number of
 * queries for a page of posts, none of which reads a text. Originals and missing versions are not
 * in the answer.
 */
export async function translationsOfPosts(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<PostTranslation[]> {
  if (documentIds.length === 0) return [];
  const { original: defaultLocale } = await readLocales(strapi);
  const several = await inSeveralLocales(strapi, documentIds);
  if (several.length === 0) return [];
  const posts = (await strapi.db.query(POST_UID).findMany({
    where: { documentId: { $in: several }, publishedAt: { $null: true } },
    ...STRUCTURE,
    orderBy: { id: 'asc' },
  })) as Row[];
  const versions = groupBy(posts, (row) => str(row['documentId']));

  const items = posts.flatMap(shownItems);
  const references = posts.flatMap((post) => itemsOf(post).flatMap(citedReferences));
  const documents = unique([...versions.keys(), ...items, ...references]);
  const records = groupBy(await headsOf(strapi, documents), ({ document }) => document);
  const known = await localesOfReferences(strapi, unique(references));

  return [...versions].flatMap(([documentId, rows]): PostTranslation[] => {
    const locales = rows.map((row) => str(row['locale']));
    return rows.flatMap((row): PostTranslation[] => {
      const locale = str(row['locale']);
      const from = sourceOf(locale, records.get(documentId) ?? [], locales, defaultLocale);
      const original = rows.find((other) => other['locale'] === from);
      if (from === null || !original) return [];
      const shown = new Set(shownItems(row));
      const wanted = unique(shownItems(original));
      const cited = unique(itemsOf(row).flatMap(citedReferences));
      const lacking = unique(itemsOf(original).flatMap(citedReferences)).filter(
        (reference) => !known.has(`${reference}\t${locale}`),
      );
      const own = [documentId, ...shown, ...cited].flatMap((document) =>
        (records.get(document) ?? []).filter((record) => record.entryLocale === locale),
      );
      const sum = (name: 'total' | 'untouched' | 'behind'): number =>
        own.reduce((all, record) => all + record[name], 0);
      return [
        {
          documentId,
          locale,
          from,
          total: sum('total'),
          untouched: sum('untouched'),
          behind: sum('behind'),
          missing: wanted.filter((item) => !shown.has(item)).length + lacking.length,
        },
      ];
    });
  });
}

/** Most posts of most blogs have one version: of them nothing else is read. */
async function inSeveralLocales(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<string[]> {
  const drafts = (await strapi.db.query(POST_UID).findMany({
    where: { documentId: { $in: [...documentIds] }, publishedAt: { $null: true } },
    select: ['id', 'documentId'],
  })) as Row[];
  const versions = groupBy(drafts, (row) => str(row['documentId']));
  return [...versions].flatMap(([documentId, rows]) => (rows.length > 1 ? [documentId] : []));
}

const itemsOf = (post: Row): Row[] =>
  list(post['sections']).flatMap((section) => list(section['items']));
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** Values that one query names: databases bound their number. */
const CHUNK = 500;

async function inChunks<T>(
  ids: readonly string[],
  read: (chunk: readonly string[]) => Promise<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    found.push(...(await read(ids.slice(at, at + CHUNK))));
  }
  return found;
}

const headsOf = (strapi: Core.Strapi, documents: readonly string[]): Promise<Head[]> =>
  inChunks(
    documents,
    (chunk) =>
      strapi.db
        .query(TRANSLATION_UID)
        .findMany({ select: HEAD, where: { document: { $in: chunk } } }) as Promise<Head[]>,
  );

async function localesOfReferences(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<Set<string>> {
  const rows = await inChunks(
    documentIds,
    (chunk) =>
      strapi.db.query(REFERENCE_UID).findMany({
        select: ['id', 'documentId', 'locale'],
        where: { documentId: { $in: chunk } },
      }) as Promise<Row[]>,
  );
  return new Set(rows.map((row) => `${str(row['documentId'])}\t${str(row['locale'])}`));
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
