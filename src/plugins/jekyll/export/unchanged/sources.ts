import type { Core } from '@strapi/strapi';
import {
  CITATION_FIELDS,
  CITATION_UID,
  POST_FIELDS,
  POST_UID,
  REFERENCE_UID,
  SECTION_FIELDS,
  SECTION_UID,
  TREND_ITEM_FIELDS,
  TREND_ITEM_UID,
} from '../../server/src/content-model';
import { linkOf, tableOf } from '../../server/src/database';
import type { Head } from './heads';

/** What one statement tells of the rows that stand behind each post. */
interface Row {
  readonly post: number;
  readonly rows: number | string;
  readonly newest: number | string;
  readonly sum: number | string;
  readonly changed: Date | number | string | null;
}

/**
 * Stands for the rows that a published version is made of: its own and those of its other languages,
 * the items of its sections, their references. Publishing makes new rows, with ids that were never
 * used before, and a row that is changed in place says when: each change gives another state.
 *
 * @param heads versions in the order of their ids
 */
export async function readSources(
  strapi: Core.Strapi,
  heads: readonly Head[],
): Promise<ReadonlyMap<number, string>> {
  const [first, last] = [heads[0], heads.at(-1)];
  if (!first || !last) return new Map();
  const range = [first.id, last.id] as const;
  const parts = [
    await versionsBehind(strapi, range),
    await itemsBehind(strapi, range),
    await referencesBehind(strapi, range),
  ];
  return new Map(heads.map(({ id }) => [id, parts.map((part) => part.get(id) ?? '-').join('|')]));
}

type Range = readonly [first: number, last: number];

/** Other languages decide addresses and links to translations. */
async function versionsBehind(strapi: Core.Strapi, range: Range): Promise<Map<number, string>> {
  const posts = tableOf(strapi, POST_UID);
  const query = strapi.db
    .getConnection()
    .from({ post: posts })
    .join({ row: posts }, 'row.document_id', 'post.document_id')
    .whereNotNull('post.published_at')
    .whereNotNull('row.published_at')
    .whereBetween('post.id', range)
    .groupBy('post.id');
  return told(await summed(query, 'post.id'));
}

async function itemsBehind(strapi: Core.Strapi, range: Range): Promise<Map<number, string>> {
  return told(await summed(withItems(strapi, range), sectionsOf(strapi).post));
}

async function referencesBehind(strapi: Core.Strapi, range: Range): Promise<Map<number, string>> {
  const citations = linkOf(strapi, TREND_ITEM_UID, TREND_ITEM_FIELDS.citations);
  const cited = linkOf(strapi, CITATION_UID, CITATION_FIELDS.reference);
  const query = withItems(strapi, range, 'item')
    .join({ cmp: citations.table }, `cmp.${citations.from}`, 'item.id')
    .join({ cited: cited.table }, `cited.${cited.from}`, `cmp.${citations.to}`)
    .join({ row: tableOf(strapi, REFERENCE_UID) }, 'row.id', `cited.${cited.to}`)
    .where('cmp.field', TREND_ITEM_FIELDS.citations);
  return told(await summed(query, sectionsOf(strapi).post));
}

const sectionsOf = (strapi: Core.Strapi) => {
  const link = linkOf(strapi, POST_UID, POST_FIELDS.sections);
  return { ...link, post: `section.${link.from}` };
};

/** The items that the sections of some posts show, a row for each. */
function withItems(strapi: Core.Strapi, range: Range, as: 'row' | 'item' = 'row') {
  const sections = sectionsOf(strapi);
  const items = linkOf(strapi, SECTION_UID, SECTION_FIELDS.items);
  return strapi.db
    .getConnection()
    .from({ section: sections.table })
    .join({ shown: items.table }, `shown.${items.from}`, `section.${sections.to}`)
    .join({ [as]: tableOf(strapi, TREND_ITEM_UID) }, `${as}.id`, `shown.${items.to}`)
    .where('section.field', POST_FIELDS.sections)
    .whereBetween(sections.post, range)
    .groupBy(sections.post);
}

type Query = ReturnType<typeof withItems>;

const summed = async (query: Query, post: string): Promise<Row[]> =>
  (await query
    .select({ post })
    .count({ rows: 'row.id' })
    .max({ newest: 'row.id' })
    .sum({ sum: 'row.id' })
    .max({ changed: 'row.updated_at' })) as Row[];

const told = (rows: readonly Row[]): Map<number, string> =>
  new Map(
    rows.map(({ post, rows: count, newest, sum, changed }) => [
      post,
      [count, newest, sum, new Date(changed ?? 0).getTime()].join('.'),
    ]),
  );
