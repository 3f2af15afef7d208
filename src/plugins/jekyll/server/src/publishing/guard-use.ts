import type { Core, UID } from '@strapi/strapi';
import { writeTransaction } from '../database';
import type { NamedDocument } from '../../../contracts/publishing';
import {
  REFERENCE_FIELDS,
  REFERENCE_UID,
  TREND_ITEM_FIELDS,
  TREND_ITEM_UID,
} from '../content-model';
import { readChoices } from './choices';
import { forgetPlaces, rememberPlaces } from './places';
import { itemInUse, referenceInUse } from './refusal';
import { paramsOf, type DocumentMiddleware } from './save-and-publish';
import { localeCondition, localeScope, type LocaleScope } from './scope';
import { inTurn } from './turn';
import { itemsCiting, postsShowing } from './usage';

/**
 * Withdrawing or deleting an item that posts show, and deleting a reference that items cite, asks
 * first. A withdrawn item's places are remembered for the day it is published again.
 *
 * @throws ApplicationError ITEM_IN_USE or REFERENCE_IN_USE unless `confirmed`.
 */
export const guardUse =
  (strapi: Core.Strapi): DocumentMiddleware =>
  (context, next) => {
    const { action, params, uid } = context;
    const { documentId, locale } = paramsOf(context);
    const withdraws = uid === TREND_ITEM_UID && action === 'unpublish';
    const deletes = (uid === TREND_ITEM_UID || uid === REFERENCE_UID) && action === 'delete';
    if ((!withdraws && !deletes) || !documentId) return next();

    return writeTransaction(strapi, ({ trx }) =>
      inTurn(trx, async () => {
        const scope = await localeScope(strapi, locale);
        if (!readChoices(strapi, params).confirmed) {
          const query = { documentIds: [documentId], scope, drafts: deletes };
          if (uid === TREND_ITEM_UID) {
            const posts = await postsShowing(strapi, query);
            if (posts.length > 0) {
              const item = await nameDocument(
                strapi,
                uid,
                { documentId, scope },
                TREND_ITEM_FIELDS.title,
              );
              throw itemInUse(strapi, item, posts);
            }
          } else {
            const items = await itemsCiting(strapi, query);
            if (items.length > 0) {
              const name = await nameDocument(
                strapi,
                uid,
                { documentId, scope },
                REFERENCE_FIELDS.title,
              );
              throw referenceInUse(strapi, name, items);
            }
          }
        }
        if (withdraws) await rememberPlaces(strapi, trx, { item: documentId, scope });
        if (uid === TREND_ITEM_UID && deletes) {
          await forgetPlaces(strapi, { item: documentId, scope });
        }
        return next();
      }),
    );
  };

async function nameDocument(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  where: { documentId: string; scope: LocaleScope },
  titleField: string,
): Promise<NamedDocument> {
  const { documentId, scope } = where;
  const row: Record<string, unknown> | null = await strapi.db
    .query(uid)

    .findOne({ where: { documentId, ...localeCondition(scope) }, select: ['id', titleField] });
  const title = row?.[titleField];
  return { documentId, title: typeof title === 'string' ? title : '' };
}
