import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../database';
import {
  PUBLISHED_ALONG_EVENT,
  type PublishedAlongEvent,
  type PublishingReport,
} from '../../../contracts/publishing';
import type { Problem } from '../../../core/problem';
import { checkPublication } from '../checks/check-publication';
import { POST_UID, TREND_ITEM_UID } from '../content-model';
import { readChoices } from './choices';
import { forgetPlaces, restorePlacesInDraft } from './places';
import { findLosses, type PublicationPlan } from './plan';
import { planPost } from './plan-post';
import { itemsForbidden, postIncomplete } from './refusal';
import { notPermitted } from './rights';
import {
  paramsOf,
  savesAndPublishes,
  saveThenPublish,
  type ActionResult,
  type DocumentMiddleware,
} from './save-and-publish';
import { localeScope } from './scope';
import { readPostVersions } from './tree';
import { inTurn } from './turn';

/** What was done in one locale; `publish` answers with one for each locale, as `jekyll`. */
export interface LocaleReport extends PublishingReport {
  readonly locale: string;
}

/**
 * Publishing a post publishes the items it shows, or nothing at all. Strapi would drop every
 * relation to an item that has no published version, without a word.
 *
 * @throws ApplicationError POST_INCOMPLETE when something would still be missing;
 *   PolicyError ITEM_PUBLISH_FORBIDDEN when the editor may not publish an item it needs;
 *   ApplicationError CHECKS_FAILED when the checks find errors that the blog does not have yet.
 */
export const publishPost =
  (strapi: Core.Strapi): DocumentMiddleware =>
  (context, next) => {
    if (context.uid !== POST_UID) return next();
    if (savesAndPublishes(context)) return saveThenPublish(strapi, context, next);
    const { documentId, locale } = paramsOf(context);
    if (!documentId) return next();
    if (context.action === 'publish') {
      return writeTransaction(strapi, ({ trx, onCommit }) =>
        inTurn(trx, async () => {
          const post = { documentId, locale, params: context.params };
          const { result, reports } = await publishWithItems(strapi, post, next);
          onCommit(() => reports.forEach((report) => announce(strapi, documentId, report)));
          return { ...result, jekyll: reports };
        }),
      );
    }
    if (context.action === 'discardDraft') {
      return writeTransaction(strapi, async ({ trx }) => {
        const result = await next();
        const scope = await localeScope(strapi, locale);
        for (const draft of await readPostVersions(strapi, {
          documentId,
          scope,
          status: 'draft',
        })) {
          const sections = draft.sections.map(({ id }) => id);
          await restorePlacesInDraft(strapi, trx, { ...draft, sections });
        }
        return result;
      });
    }
    return next();
  };

async function publishWithItems(
  strapi: Core.Strapi,
  post: { documentId: string; locale: unknown; params: unknown },
  next: () => Promise<unknown>,
): Promise<{ result: ActionResult; reports: LocaleReport[] }> {
  const { documentId } = post;
  const scope = await localeScope(strapi, post.locale);
  const { publishChanges } = readChoices(strapi, post.params);
  const plans = await planPost(strapi, { documentId, scope, publishChanges });

  const problems = plans.flatMap(({ missing, duplicates }) => [...missing, ...duplicates]);
  if (problems.length > 0) throw postIncomplete(strapi, problems);
  for (const plan of plans) {
    const forbidden = await notPermitted(strapi, itemsToPublish(plan), plan.locale);
    if (forbidden.length > 0) throw itemsForbidden(strapi, forbidden);
  }

  for (const plan of plans) {
    for (const item of itemsToPublish(plan)) {
      await strapi
        .documents(TREND_ITEM_UID)
        .publish({ documentId: item.documentId, locale: plan.locale });
    }
  }
  const result = (await next()) as ActionResult;
  await refuseLosses(strapi, documentId, plans);
  const found = new Map<string, readonly Problem[]>();
  for (const { locale } of plans) {
    found.set(locale, await checkPublication(strapi, { documentId, locale }, post.params));
  }
  await forgetPlaces(strapi, { post: documentId, scope: plans.map(({ locale }) => locale) });
  return {
    result,
    reports: plans.map(({ locale, publishedAlong, keptOlder, changesTaken }) => ({
      locale,
      publishedAlong,
      keptOlder,
      changesTaken,
      ...(found.get(locale)?.length ? { problems: found.get(locale) ?? [] } : {}),
    })),
  };
}

/** Reads the post that was just published: throwing rolls it back, with the items. */
async function refuseLosses(
  strapi: Core.Strapi,
  documentId: string,
  plans: readonly PublicationPlan[],
): Promise<void> {
  if (plans.every(({ expected }) => expected.length === 0)) return;
  const published = await readPostVersions(strapi, {
    documentId,
    scope: plans.map(({ locale }) => locale),
    status: 'published',
  });
  const losses = plans.flatMap((plan) =>
    findLosses(
      plan,
      published.find(({ locale }) => locale === plan.locale),
    ),
  );
  if (losses.length > 0) throw postIncomplete(strapi, losses);
}

const itemsToPublish = (plan: PublicationPlan) => [...plan.publishedAlong, ...plan.changesTaken];

/** Names what went along, and what stayed older than its draft, once it is certain. */
function announce(strapi: Core.Strapi, post: string, report: LocaleReport): void {
  const { locale, keptOlder } = report;
  const items = [...report.publishedAlong, ...report.changesTaken];
  if (items.length === 0 && keptOlder.length === 0) return;
  const titles = (documents: readonly { title: string }[]) =>
    documents.map(({ title }) => title).join(', ');
  if (items.length > 0) {
    strapi.log.info(`jekyll: published along with post ${post} (${locale}): ${titles(items)}`);
  }
  if (keptOlder.length > 0) {
    strapi.log.info(
      `jekyll: kept as published in post ${post} (${locale}), their drafts are newer: ${titles(keptOlder)}`,
    );
  }
  const event: PublishedAlongEvent = { post, locale, items, keptOlder };
  // Nobody awaits this: a listener that throws must not end the process.
  Promise.resolve(strapi.eventHub.emit(PUBLISHED_ALONG_EVENT, { ...event })).catch(
    (error: unknown) => strapi.log.error(`jekyll: a listener failed: ${String(error)}`),
  );
}
