import type { Core } from '@strapi/strapi';
import { writeTransaction } from '../database';
import type { Actor } from '../../../contracts/report';
import type { PostVersion } from '../../../contracts/service';
import type { JekyllConfig } from '../config';
import { createQueue } from './queue';

/** What decides whether a published version waits for its date. */
export interface ScheduledVersion {
  /** ISO 8601; null where the post has none. */
  readonly date: string | null;
  /** The blog has the post already: it is never taken away to wait. */
  readonly live: boolean;
}

/** Whether a published version is held back until its date. */
export const isHeld = (
  { futurePosts }: Pick<JekyllConfig, 'futurePosts'>,
  { date, live }: ScheduledVersion,
  now: Date,
): boolean => futurePosts === 'hold' && !live && date !== null && Date.parse(date) > now.getTime();

/** A version that is held back. */
export interface HeldVersion extends PostVersion {
  /** When its time comes. */
  readonly until: Date;
  /** Who published it; null keeps who is known already. */
  readonly actor: Actor | null;
}

/**
 * Notes that a version is to be exported when its time comes: once per version, moved when its date
 * changed. Joins the caller's transaction where there is one.
 */
export async function hold(
  strapi: Core.Strapi,
  { documentId, locale, until, actor }: HeldVersion,
): Promise<void> {
  const queue = createQueue(strapi);
  await writeTransaction(strapi, async () => {
    // Always a new row: one that a run took already must not go with it.
    const before = await queue.unhold([{ documentId, locale }]);
    await queue.add([
      {
        trigger: 'schedule',
        post: documentId,
        locale,
        actor: actor ?? before[0]?.actor ?? null,
        notBefore: until,
      },
    ]);
  });
}
