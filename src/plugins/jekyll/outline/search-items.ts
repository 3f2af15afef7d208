import type { Core, Modules, UID } from '@strapi/strapi';
import { type FoundItem, ITEM_SEARCH_LIMIT, type ItemSearchRequest } from '../contracts/outline';
import { SECTION_FIELDS, SECTION_UID, TREND_ITEM_UID } from '../server/src/content-model';
import { aliased } from '../server/src/database';
import { describeItem, ITEM_POPULATE, type ItemRow, readStatuses } from './item-info';

/** What an editor may read, as a document query. */
export type ReadFilter = Modules.Documents.Params.Filters.Any<UID.ContentType>;

/** Items in no post that are looked through for those an editor may read. */
const UNUSED_LIMIT = 500;

/**
 * Items to add to a post: those that no draft of a post shows first, newest first.
 *
 * @param readable filters that keep the items this editor may read
 */
export async function searchItems(
  strapi: Core.Strapi,
  { locale, q, omit }: ItemSearchRequest,
  readable: ReadFilter,
): Promise<FoundItem[]> {
  const unused = await unusedIds(strapi, locale, q.trim());
  const find = async (id: object, limit: number): Promise<ItemRow[]> =>
    (await strapi.documents(TREND_ITEM_UID as UID.ContentType).findMany({
      locale,
      status: 'draft',
      filters: { $and: [readable, { id }, matching(q.trim()), outside(omit)] } as ReadFilter,
      populate: ITEM_POPULATE as never,
      sort: 'id:desc' as never,
      limit,
    })) as unknown as ItemRow[];
  const free = unused.length === 0 ? [] : await find({ $in: unused }, ITEM_SEARCH_LIMIT);
  const left = ITEM_SEARCH_LIMIT - free.length;
  const rest = left === 0 ? [] : await find({ $notIn: [...unused, 0] }, left);
  const statusOf = await readStatuses(strapi, [...free, ...rest], locale);
  return [...free, ...rest].map((item, index) => ({
    ...describeItem(item, statusOf(item), null),
    used: index >= free.length,
    topic: item.topic ?? null,
  }));
}

const matching = (q: string): object =>
  q === '' ? {} : { $or: [{ title: { $containsi: q } }, { topic: { $containsi: q } }] };

const outside = (documents: readonly string[]): object =>
  documents.length === 0 ? {} : { documentId: { $notIn: documents } };

/** Drafts that stand in no section: the newest ones that match. */
async function unusedIds(strapi: Core.Strapi, locale: string, q: string): Promise<number[]> {
  const { joinTable } = strapi.db.metadata.get(SECTION_UID).attributes[
    SECTION_FIELDS.items
  ] as unknown as { joinTable: { name: string; inverseJoinColumn: { name: string } } };
  const { tableName } = strapi.db.metadata.get(TREND_ITEM_UID);
  const inSections = strapi.db
    .getConnection(aliased(joinTable.name, 'link'))
    .select('link.id')
    .whereRaw('?? = ??', [`link.${joinTable.inverseJoinColumn.name}`, 'item.id']);
  const query = strapi.db
    .getConnection(aliased(tableName, 'item'))
    .select('item.id')
    .where('item.locale', locale)
    .whereNull('item.published_at')
    .whereNotExists(inSections)
    .orderBy('item.id', 'desc')
    .limit(UNUSED_LIMIT);
  if (q !== '') {
    const like = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const contains = "(lower(??) like ? escape '\\' or lower(??) like ? escape '\\')";
    void query.whereRaw(contains, ['item.title', like, 'item.topic', like]);
  }
  const rows: { id: number }[] = await query;
  return rows.map(({ id }) => id);
}
