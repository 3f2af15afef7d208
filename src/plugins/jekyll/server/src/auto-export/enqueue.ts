import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../database';
import type { PostVersion } from '../../../contracts/service';
import { jekyllConfig } from '../config';
import { POST_UID } from '../content-model';
import { FILE_UID } from '../plugin-id';
import { paramsOf, type DocumentMiddleware } from '../publishing/save-and-publish';
import { localeScope } from '../publishing/scope';
import { currentActor } from './actor';
import { affectedPosts, whenToLook } from './affected';
import { createQueue } from './queue';
import { hold, isHeld } from './schedule';
import { isSuspended } from './suspend';

/** Versions that a transaction queued already: an action often causes others of the same post. */
const queued = new WeakMap<object, Set<string>>();

/**
 * Queues the published posts that an action changes, in the action's own transaction: the rows stand
 * or fall with it. A middleware of the document service, so that every path is covered, and the
 * outermost one, so that it sees what the rules of publishing made of the action.
 *
 * @param wake called once rows are committed
 */
export const queueChanges =
  (strapi: Core.Strapi, wake: () => void): DocumentMiddleware =>
  (context, next) => {
    const when = whenToLook(context);
    if (!when || isSuspended()) return next();
    const config = jekyllConfig(strapi);
    const exports = config.autoExport === 'on-publish';
    const holds = config.futurePosts === 'hold' && context.uid === POST_UID;
    const { documentId, locale } = paramsOf(context);
    if (!documentId || (!exports && !holds)) return next();

    return writeTransaction(strapi, async ({ trx, onCommit }) => {
      const scope = await localeScope(strapi, locale);
      const look = () => affectedPosts(strapi, { uid: context.uid, documentId, scope });
      const before = when === 'before' ? await look() : [];
      const result = await next();
      const versions = when === 'after' ? await look() : before;
      const waiting = holds ? await holdBack(strapi, versions, context.action) : new Set<string>();
      const free = versions.filter((version) => !waiting.has(keyOf(version)));
      if (exports) await enqueue(strapi, trx, free);
      if (versions.length > 0) onCommit(wake);
      return result;
    });
  };

const keyOf = ({ documentId, locale }: PostVersion): string => `${documentId}\n${locale}`;

async function enqueue(
  strapi: Core.Strapi,
  trx: object,
  versions: readonly PostVersion[],
): Promise<void> {
  const known = queued.get(trx) ?? new Set<string>();
  queued.set(trx, known);
  const fresh = versions.filter((version) => !known.has(keyOf(version)));
  for (const version of fresh) known.add(keyOf(version));
  const actor = currentActor(strapi);
  await createQueue(strapi).add(
    fresh.map(({ documentId, locale }) => ({
      trigger: 'publish',
      post: documentId,
      locale,
      actor,
    })),
  );
}

/**
 * Holds published versions back whose time has not come, and lets go of those that were withdrawn
 * or got an earlier date.
 *
 * @returns the versions that wait, by {@link keyOf}
 */
async function holdBack(
  strapi: Core.Strapi,
  versions: readonly PostVersion[],
  action: string,
): Promise<Set<string>> {
  const waiting = new Set<string>();
  if (action !== 'publish') {
    await createQueue(strapi).unhold(versions);
    return waiting;
  }
  const config = jekyllConfig(strapi);
  const actor = currentActor(strapi);
  for (const { documentId, locale } of versions) {
    const post: { date: string | null } | null = await strapi.db.query(POST_UID).findOne({
      where: { documentId, locale, publishedAt: { $notNull: true } },
      select: ['id', 'date'],
    });
    const date = post?.date ?? null;
    const live = await isLive(strapi, { documentId, locale });
    if (date !== null && isHeld(config, { date, live }, new Date())) {
      await hold(strapi, { documentId, locale, until: new Date(date), actor });
      waiting.add(keyOf({ documentId, locale }));
    } else await createQueue(strapi).unhold([{ documentId, locale }]);
  }
  return waiting;
}

/** Whether the blog has the post already. */
async function isLive(strapi: Core.Strapi, { documentId, locale }: PostVersion): Promise<boolean> {
  const where = { post: documentId, entryLocale: locale, live: true };
  return (await strapi.db.query(FILE_UID).count({ where })) > 0;
}
