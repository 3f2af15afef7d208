import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../database';
import { TREND_ITEM_UID } from '../content-model';
import { restorePlaces } from './places';
import { citationProblems, lostCitations, referencesOf } from './plan';
import { itemIncomplete } from './refusal';
import {
  paramsOf,
  savesAndPublishes,
  saveThenPublish,
  type DocumentMiddleware,
} from './save-and-publish';
import { localeScope } from './scope';
import { readItemVersions } from './tree';
import { inTurn } from './turn';

/**
 * Publishing an item loses none of its citations, and brings the item back to the places where it
 * stood in published posts before it was withdrawn.
 *
 * @throws ApplicationError ITEM_INCOMPLETE when a citation leads to no reference of its locale.
 */
export const publishItem =
  (strapi: Core.Strapi): DocumentMiddleware =>
  (context, next) => {
    if (context.uid !== TREND_ITEM_UID) return next();
    if (savesAndPublishes(context)) return saveThenPublish(strapi, context, next);
    const { documentId, locale } = paramsOf(context);
    if (context.action !== 'publish' || !documentId) return next();

    return writeTransaction(strapi, ({ trx }) =>
      inTurn(trx, async () => {
        const where = { documentIds: [documentId], scope: await localeScope(strapi, locale) };
        const drafts = await readItemVersions(strapi, { ...where, status: 'draft' });
        const problems = drafts.flatMap((draft) => citationProblems(draft, draft.locale ?? ''));
        if (problems.length > 0) throw itemIncomplete(strapi, problems);

        const result = await next();

        const published = await readItemVersions(strapi, { ...where, status: 'published' });
        const losses = drafts.flatMap((draft) => {
          const version = published.find((candidate) => candidate.locale === draft.locale);
          return version
            ? lostCitations(referencesOf(draft), version, { locale: draft.locale ?? '' })
            : [];
        });
        if (losses.length > 0) throw itemIncomplete(strapi, losses);
        const versions = published.map((version) => ({
          id: version.id,
          locale: version.locale ?? '',
        }));
        await restorePlaces(strapi, trx, { documentId, versions });
        return result;
      }),
    );
  };
