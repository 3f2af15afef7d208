import type { Core } from '@strapi/strapi';
import {
  POST_FIELDS,
  POST_UID,
  SECTION_FIELDS,
  SECTION_UID,
  TREND_ITEM_UID,
} from '../content-model';
import { aliased, linkOf, tableOf } from '../database';
import { WITHDRAWN_ITEM_UID } from '../plugin-id';
import { placesAmong } from './places-among';
import { localeCondition, type LocaleScope } from './scope';

/**
 * Places of withdrawn items in published posts. Strapi drops the link of a published section to an
 * item when the item's published row goes, and nothing brings it back when the item is published
 * again (relations of components are not re-synced). The order numbers of the other links stay, so
 * a remembered number is the place to come back to.
 */

/** A remembered place. `section` is the row of the component in the published post. */
interface Place {
  readonly id: number;
  readonly item: string;
  readonly entryLocale: string;
  readonly post: string;
  readonly section: number;
  readonly position: number;
}

export type Transaction = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

const itemLinks = (strapi: Core.Strapi) => {
  const link = linkOf(strapi, SECTION_UID, SECTION_FIELDS.items);
  return { ...link, order: link.order ?? 'id' };
};

/** Selects the sections of published posts, with the post they belong to. */
function publishedSections(strapi: Core.Strapi, trx: Transaction) {
  const sections = linkOf(strapi, POST_UID, POST_FIELDS.sections);
  return strapi.db
    .getConnection()
    .from(aliased(sections.table, 'cmp'))
    .join(aliased(tableOf(strapi, POST_UID), 'post'), 'post.id', `cmp.${sections.from}`)
    .where({ 'cmp.field': POST_FIELDS.sections, 'cmp.component_type': SECTION_UID })
    .whereNotNull('post.published_at')
    .select({
      section: `cmp.${sections.to}`,
      post: 'post.document_id',
      locale: 'post.locale',
    })
    .orderBy('cmp.order')
    .transacting(trx);
}

const sectionColumn = (strapi: Core.Strapi) =>
  `cmp.${linkOf(strapi, POST_UID, POST_FIELDS.sections).to}`;

/** Remembers where published posts show an item, before its published versions go. */
export async function rememberPlaces(
  strapi: Core.Strapi,
  trx: Transaction,
  where: { item: string; scope: LocaleScope },
): Promise<void> {
  const links = itemLinks(strapi);
  const rows: { section: number; post: string; locale: string; position: number }[] =
    await publishedSections(strapi, trx)
      .join(aliased(links.table, 'link'), `link.${links.from}`, sectionColumn(strapi))
      .join(aliased(tableOf(strapi, TREND_ITEM_UID), 'item'), 'item.id', `link.${links.to}`)
      .where('item.document_id', where.item)
      .whereNotNull('item.published_at')
      .modify((query) => {
        if (where.scope !== 'all') query.whereIn('item.locale', [...where.scope]);
      })
      .select({ position: `link.${links.order}` });
  if (rows.length === 0) return;
  await strapi.db.query(WITHDRAWN_ITEM_UID).createMany({
    data: rows.map(({ section, post, locale, position }) => ({
      item: where.item,
      entryLocale: locale,
      post,
      section,
      position,
    })),
  });
}

/** Forgets remembered places: of a post that was published anew or went, or of a deleted item. */
export async function forgetPlaces(
  strapi: Core.Strapi,
  where: { item: string; scope: LocaleScope } | { post: string; scope: LocaleScope },
): Promise<void> {
  const owner = 'item' in where ? { item: where.item } : { post: where.post };
  await strapi.db.query(WITHDRAWN_ITEM_UID).deleteMany({
    where: { ...owner, ...localeCondition(where.scope, 'entryLocale') },
  });
}

/** Puts an item that was published again where it stood in posts that are published still. */
export async function restorePlaces(
  strapi: Core.Strapi,
  trx: Transaction,
  item: { documentId: string; versions: readonly { id: number; locale: string }[] },
): Promise<void> {
  const scope = item.versions.map(({ locale }) => locale);
  const places: Place[] = await strapi.db.query(WITHDRAWN_ITEM_UID).findMany({
    where: { item: item.documentId, ...localeCondition(scope, 'entryLocale') },
  });
  if (places.length === 0) return;
  const standing: { section: number; post: string; locale: string }[] = await publishedSections(
    strapi,
    trx,
  ).whereIn(
    sectionColumn(strapi),
    places.map(({ section }) => section),
  );
  const rowOf = new Map(item.versions.map(({ id, locale }) => [locale, id]));
  const links = places.flatMap((place) => {
    const target = rowOf.get(place.entryLocale);
    const stands = standing.some(
      (row) =>
        row.section === place.section &&
        row.post === place.post &&
        row.locale === place.entryLocale,
    );
    return target !== undefined && stands
      ? [{ section: place.section, target, position: place.position }]
      : [];
  });
  await insertLinks(strapi, trx, links);
  await forgetPlaces(strapi, { item: item.documentId, scope });
}

/**
 * Gives a draft that was made anew from the published version the withdrawn items that the
 * published version is waiting for: discarding a draft must not lose them.
 */
export async function restorePlacesInDraft(
  strapi: Core.Strapi,
  trx: Transaction,
  draft: { documentId: string; locale: string; sections: readonly number[] },
): Promise<void> {
  const places: Place[] = await strapi.db.query(WITHDRAWN_ITEM_UID).findMany({
    where: { post: draft.documentId, entryLocale: draft.locale },
  });
  if (places.length === 0) return;
  const published: { section: number }[] = await publishedSections(strapi, trx).where({
    'post.document_id': draft.documentId,
    'post.locale': draft.locale,
  });
  const items: { id: number; documentId: string }[] = await strapi.db
    .query(TREND_ITEM_UID)
    .findMany({
      select: ['id', 'documentId'],
      where: {
        documentId: { $in: places.map(({ item }) => item) },
        locale: draft.locale,
        publishedAt: null,
      },
    });
  const rowOf = new Map(items.map(({ id, documentId }) => [documentId, id]));
  for (const [index, { section: from }] of published.entries()) {
    const section = draft.sections[index];
    if (section === undefined) continue;
    const ofSection = places.filter((place) => place.section === from && rowOf.has(place.item));
    // The draft counts its items without those that are missing.
    const positions = placesAmong(
      await positionsIn(strapi, trx, from),
      await positionsIn(strapi, trx, section),
      ofSection.map(({ position }) => position),
    );
    const links = ofSection.map(({ item }, at) => ({
      section,
      target: rowOf.get(item)!,
      position: positions[at]!,
    }));
    await insertLinks(strapi, trx, links);
  }
}

/** How the items of a section are counted, in their order. */
async function positionsIn(
  strapi: Core.Strapi,
  trx: Transaction,
  section: number,
): Promise<number[]> {
  const links = itemLinks(strapi);
  const rows: { position: number }[] = await strapi.db
    .getConnection(links.table)
    .where(links.from, section)
    .orderBy(links.order)
    .select({ position: links.order })
    .transacting(trx);
  return rows.map(({ position }) => position);
}

async function insertLinks(
  strapi: Core.Strapi,
  trx: Transaction,
  rows: readonly { section: number; target: number; position: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  const links = itemLinks(strapi);
  await strapi.db
    .getConnection(links.table)
    .insert(
      rows.map(({ section, target, position }) => ({
        [links.from]: section,
        [links.to]: target,
        [links.order]: position,
      })),
    )
    .onConflict([links.from, links.to])
    .ignore()
    .transacting(trx);
}
