import type { Core } from '@strapi/strapi';
import type { Actor } from '../../../contracts/report';
import type { PostVersion } from '../../../contracts/service';
import { QUEUE_ENTRY_UID } from '../plugin-id';

/** A row of the queue. */
export interface QueueEntry {
  readonly id: number;
  readonly kind: 'export' | 'push';
  /** `schedule`: held back until its date. */
  readonly trigger: 'publish' | 'schedule';
  /** documentId; null for a push, as is `locale`. */
  readonly post: string | null;
  readonly locale: string | null;
  readonly actor: Actor | null;
  readonly queuedAt: Date;
  readonly notBefore: Date;
  /** Tries that failed. */
  readonly attempts: number;
  readonly problem: string | null;
}

/** A version to export. */
export interface NewEntry {
  readonly trigger: QueueEntry['trigger'];
  readonly post: string;
  readonly locale: string;
  readonly actor: Actor | null;
  /** Unset: at once. */
  readonly notBefore?: Date;
}

interface Row {
  readonly id: number;
  readonly kind: QueueEntry['kind'];
  readonly trigger: QueueEntry['trigger'];
  readonly post: string | null;
  readonly entryLocale: string | null;
  readonly actorId: number | null;
  readonly actorName: string | null;
  readonly actorEmail: string | null;
  readonly queuedAt: string;
  readonly notBefore: string;
  readonly attempts: number;
  readonly problem: string | null;
}

/**
 * The queue of automatic exports. Rows are only ever added and removed by their id: a change made
 * while a run is at work has a row of its own, which stays when the run removes those it took.
 */
export interface Queue {
  /** Adds rows, in the caller's transaction where there is one. */
  add(entries: readonly NewEntry[]): Promise<void>;
  /** Notes that commits wait for the remote. */
  addPush(notBefore: Date, problem: string | null): Promise<void>;
  /** Everything that waits, oldest first. */
  all(): Promise<QueueEntry[]>;
  remove(ids: readonly number[]): Promise<void>;
  /** Removes the rows by which versions are held back, and answers what they were. */
  unhold(versions: readonly PostVersion[]): Promise<QueueEntry[]>;
  /** Notes that a try failed, and when the next one is. */
  retry(entry: QueueEntry, notBefore: Date, problem: string): Promise<void>;
  /** Puts rows off without counting it as a failure. */
  postpone(ids: readonly number[], notBefore: Date): Promise<void>;
}

/** Ids in one condition: below the number of variables that any database takes. */
const CHUNK = 500;

/** @param strapi an instance whose database is up */
export function createQueue(strapi: Core.Strapi): Queue {
  const query = () => strapi.db.query(QUEUE_ENTRY_UID);
  const inChunks = async (
    ids: readonly number[],
    work: (chunk: number[]) => Promise<unknown>,
  ): Promise<void> => {
    for (let at = 0; at < ids.length; at += CHUNK) await work(ids.slice(at, at + CHUNK));
  };
  const remove = (ids: readonly number[]): Promise<void> =>
    inChunks(ids, (chunk) => query().deleteMany({ where: { id: { $in: chunk } } }));

  return {
    async add(entries) {
      if (entries.length === 0) return;
      const now = new Date();
      await query().createMany({
        data: entries.map(({ trigger, post, locale, actor, notBefore }) => ({
          kind: 'export',
          trigger,
          post,
          entryLocale: locale,
          actorId: actor?.id ?? null,
          actorName: actor?.name ?? null,
          actorEmail: actor?.email ?? null,
          queuedAt: now,
          notBefore: notBefore ?? now,
          attempts: 0,
        })),
      });
    },
    async addPush(notBefore, problem) {
      await query().create({
        data: {
          kind: 'push',
          trigger: 'publish',
          queuedAt: new Date(),
          notBefore,
          attempts: 1,
          problem,
        },
      });
    },
    async all() {
      const rows: Row[] = await query().findMany({ orderBy: { id: 'asc' } });
      return rows.map(entryOf);
    },
    remove,
    async unhold(versions) {
      if (versions.length === 0) return [];
      const rows: Row[] = await query().findMany({
        where: {
          trigger: 'schedule',
          $or: versions.map(({ documentId, locale }) => ({
            post: documentId,
            entryLocale: locale,
          })),
        },
        orderBy: { id: 'desc' },
      });
      await remove(rows.map(({ id }) => id));
      return rows.map(entryOf);
    },
    async retry({ id, attempts }, notBefore, problem) {
      await query().updateMany({
        where: { id },
        data: { attempts: attempts + 1, notBefore, problem },
      });
    },
    async postpone(ids, notBefore) {
      await inChunks(ids, (chunk) =>
        query().updateMany({ where: { id: { $in: chunk } }, data: { notBefore } }),
      );
    },
  };
}

const entryOf = (row: Row): QueueEntry => ({
  id: row.id,
  kind: row.kind,
  trigger: row.trigger,
  post: row.post,
  locale: row.entryLocale,
  actor:
    row.actorName === null
      ? null
      : { id: row.actorId, name: row.actorName, email: row.actorEmail ?? '' },
  queuedAt: new Date(row.queuedAt),
  notBefore: new Date(row.notBefore),
  attempts: row.attempts,
  problem: row.problem,
});
