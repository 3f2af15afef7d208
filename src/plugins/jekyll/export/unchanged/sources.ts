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
import { aliased, linkOf, tableOf } from '../../server/src/database';
import type { Head } from './heads';

/** What one statement tells of the rows that stand behind each post. */
interface Row {
  readonly post: number;
  readonly field: string;
  readonly inner?: string;
  readonly amount: number | string;
  readonly newest: number | string;
  readonly total: number | string;
  readonly changed: Date | number | string | null;
}

/**
 * Stands for the rows that a published version is made of: its own and those of its other languages,
 * the items of its sections, their references. Publishing makes new rows, with ids that were never
 * used before, and a row that is changed in place says when: each change gives another state.
 *
 * @param heads all published versions of their documents
 */
export async function readSources(
  strapi: Core.Strapi,
  heads: readonly Head[],
): Promise<ReadonlyMap<number, string>> {
  const ids = heads.map(({ id }) => id);
  const items = await itemsBehind(strapi, ids);
  // Only items cite.
  const cited = items.size > 0 ? await referencesBehind(strapi, [...items.keys()]) : items;
  const versions = new Map<string, string[]>();
  for (const { id, documentId, changed } of heads) {
    versions.set(documentId, [...(versions.get(documentId) ?? []), `${id}.${changed}`]);
  }
  return new Map(
    heads.map(({ id, documentId }) => {
      const own = versions.get(documentId)?.join() ?? '';
      return [id, [own, items.get(id) ?? '', cited.get(id) ?? ''].join('|')];
    }),
  );
}

const itemsBehind = async (strapi: Core.Strapi, ids: readonly number[]) =>
  told(await summed(withItems(strapi, ids, 'row')));

async function referencesBehind(strapi: Core.Strapi, ids: readonly number[]) {
  const citations = linkOf(strapi, TREND_ITEM_UID, TREND_ITEM_FIELDS.citations);
  const cited = linkOf(strapi, CITATION_UID, CITATION_FIELDS.reference);
  const query = withItems(strapi, ids, 'item')
    .join(aliased(citations.table, 'cmp'), `cmp.${citations.from}`, 'item.id')
    .join(aliased(cited.table, 'cited'), `cited.${cited.from}`, `cmp.${citations.to}`)
    .join(aliased(tableOf(strapi, REFERENCE_UID), 'row'), 'row.id', `cited.${cited.to}`)
    .select({ inner: 'cmp.field' })
    .groupBy('cmp.field');
  const rows = await summed(query);
  return told(rows.filter(({ inner }) => inner === TREND_ITEM_FIELDS.citations));
}

/**
 * The items that the sections of some posts show, a row for each. Grouped by the field that holds
 * them: a condition would lead SQLite to the index of fields, which holds all posts.
 */
function withItems(strapi: Core.Strapi, ids: readonly number[], as: 'row' | 'item') {
  const sections = linkOf(strapi, POST_UID, POST_FIELDS.sections);
  const items = linkOf(strapi, SECTION_UID, SECTION_FIELDS.items);
  const post = `section.${sections.from}`;
  return strapi.db
    .getConnection()
    .from(aliased(sections.table, 'section'))
    .join(aliased(items.table, 'shown'), `shown.${items.from}`, `section.${sections.to}`)
    .join(aliased(tableOf(strapi, TREND_ITEM_UID), as), `${as}.id`, `shown.${items.to}`)
    .whereIn(post, [...ids])
    .select({ post, field: 'section.field' })
    .groupBy(post, 'section.field');
}

const summed = async (query: ReturnType<typeof withItems>): Promise<Row[]> =>
  (await query
    .count({ amount: 'row.id' })
    .max({ newest: 'row.id' })
    .sum({ total: 'row.id' })
    .max({ changed: 'row.updated_at' })) as Row[];

const told = (rows: readonly Row[]): Map<number, string> =>
  new Map(
    rows
      .filter(({ field }) => field === POST_FIELDS.sections)
      .map(({ post, amount, newest, total, changed }) => [
        post,
        [amount, newest, total, new Date(changed ?? 0).getTime()].join('.'),
      ]),
  );
