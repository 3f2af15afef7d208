import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { isSuspended } from '../auto-export/suspend';
import { writeTransaction } from '../database';
import type { ActionContext } from '../entry-rules/middleware';
import { recordsOf } from './records';
import { refreshTranslations } from './refresh';
import { draftLocales, isTranslated, type TranslatedUid } from './versions';

/** Locale from which new versions are made within {@link makingVersions}. */
const maker = new AsyncLocalStorage<string>();

/** Runs `work`: versions that it makes are translations of those in `from`. */
export const makingVersions = <T>(from: string, work: () => Promise<T>): Promise<T> =>
  maker.run(from, work);

/**
 * Keeps in mind which original each translation follows, on every path that saves: a text that
 * changed in a translation follows the original as it is now. Stands or falls with the action.
 */
export const keepTranslations =
  (strapi: Core.Strapi) =>
  async (context: ActionContext, next: () => Promise<unknown>): Promise<unknown> => {
    const { uid, action } = context;
    if (!isTranslated(uid)) return next();
    switch (action) {
      case 'create':
        // A document of its own has no other version yet.
        return context.params.data?.['documentId'] === undefined
          ? next()
          : writeTransaction(strapi, async () => {
              const saved = (await next()) as { documentId: string };
              await refreshTranslations(strapi, uid, saved.documentId, { imported: isSuspended() });
              return saved;
            });
      case 'update':
      case 'discardDraft':
      case 'delete':
        return context.params.documentId === undefined
          ? next()
          : around(strapi, uid, context.params.documentId, next);
      case 'clone':
        return context.params.documentId === undefined
          ? next()
          : clone(strapi, uid, context.params.documentId, next);
      default:
        return next();
    }
  };

function around(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
  next: () => Promise<unknown>,
): Promise<unknown> {
  return writeTransaction(strapi, async () => {
    const before = await draftLocales(strapi, uid, documentId);
    // Versions from before anything was remembered: what changes now is told by what stood here.
    if (before.length > 1 && (await recordsOf(strapi, [documentId])).length === 0) {
      await refreshTranslations(strapi, uid, documentId);
    }
    const result = await next();
    const after = await draftLocales(strapi, uid, documentId);
    if (before.length < 2 && after.length < 2) return result;
    const fresh = after.filter((locale) => !before.includes(locale));
    const from = maker.getStore();
    await refreshTranslations(strapi, uid, documentId, {
      fresh,
      imported: isSuspended(),
      ...(from === undefined ? {} : { from }),
    });
    return result;
  });
}

/** A clone says what its model says: what is known of the model's texts is true of its own. */
function clone(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
  next: () => Promise<unknown>,
): Promise<unknown> {
  return writeTransaction(strapi, async () => {
    const result = (await next()) as { documentId?: string } | null | undefined;
    if (result?.documentId) {
      const cloned = await recordsOf(strapi, [documentId]);
      await refreshTranslations(strapi, uid, result.documentId, { cloned });
    }
    return result;
  });
}
