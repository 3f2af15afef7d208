import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../database';
import { IN_BLOG } from '../../../blog/record';
import { POST_UID } from '../content-model';
import { FILE_UID } from '../plugin-id';
import { forgetPlaces } from './places';
import { paramsOf, type DocumentMiddleware } from './save-and-publish';
import { localeScope, localeCondition, type LocaleScope } from './scope';

/**
 * Keeps the evidence on which an export may remove a file (a post's published version was withdrawn
 * or deleted by somebody, here) and takes it back when the post is published again.
 *
 * A middleware of the document service and no listener: the evidence stands or falls with the
 * action's transaction, and rows that go in other ways (a deleted locale, a restored database)
 * leave none.
 */
export const keepWithdrawalEvidence =
  (strapi: Core.Strapi): DocumentMiddleware =>
  (context, next) => {
    const { documentId, locale } = paramsOf(context);
    if (context.uid !== POST_UID || !documentId) return next();
    if (context.action === 'publish') {
      return writeTransaction(strapi, async () => {
        const result = await next();
        const locales = await publishedLocales(
          strapi,
          documentId,
          await localeScope(strapi, locale),
        );
        await mark(strapi, { post: documentId, locales, withdrawn: false });
        return result;
      });
    }
    if (context.action === 'unpublish' || context.action === 'delete') {
      return writeTransaction(strapi, async () => {
        const scope = await localeScope(strapi, locale);
        const locales = await publishedLocales(strapi, documentId, scope);
        await mark(strapi, { post: documentId, locales, withdrawn: true });
        await forgetPlaces(strapi, { post: documentId, scope });
        return next();
      });
    }
    return next();
  };

async function publishedLocales(
  strapi: Core.Strapi,
  documentId: string,
  scope: LocaleScope,
): Promise<string[]> {
  const rows: { locale: string }[] = await strapi.db.query(POST_UID).findMany({
    where: { documentId, publishedAt: { $notNull: true }, ...localeCondition(scope) },
    select: ['id', 'locale'],
  });
  return rows.map((row) => row.locale);
}

async function mark(
  strapi: Core.Strapi,
  { post, locales, withdrawn }: { post: string; locales: readonly string[]; withdrawn: boolean },
): Promise<void> {
  if (locales.length === 0) return;
  await strapi.db.query(FILE_UID).updateMany({
    where: {
      post,
      ...localeCondition(locales, 'entryLocale'),
      // Only a file that is in the blog, or waits to get there, can be withdrawn from it.
      ...(withdrawn ? IN_BLOG : { withdrawn: true }),
    },
    data: { withdrawn },
  });
}
