import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isLocked } from '../../server/src/database';
import { BlogBusyError, type LeaseHolder, LeaseLostError } from './errors';
import { hasEnded, thisProcess } from './identity';
import { type HolderRow, type LeaseTable, openLeaseTable } from './table';

/** How long an owner that says nothing keeps the lease, in milliseconds. */
const TTL = 15_000;
/** How often one that waits asks, in milliseconds. */
const POLL = 250;

export interface LeaseOptions {
  /** What the holder is doing, for those who wait, such as `export`. */
  readonly what: string;
  /** Name of the blog in the database, where several are written from one. */
  readonly blog?: string;
  /** Milliseconds to wait while somebody else holds it; without it, none. */
  readonly wait?: number;
  /** Told once about each holder that is waited for. */
  readonly onWait?: ((holder: LeaseHolder) => void) | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds after which a silent owner loses the lease. */
  readonly ttl?: number;
}

/** The right to write a blog. */
export interface Lease {
  /** @throws {LeaseLostError} where another process may have the lease by now */
  assertHeld(): void;
}

/**
 * Does a work as the only writer of a blog among all processes and machines that share the database.
 * The lease is a row that is extended as long as this process lives; one that died loses it.
 *
 * @throws {BlogBusyError} where somebody else holds it for longer than `wait`
 * @throws the signal's reason, or what the work throws
 */
export async function withLease<T>(
  strapi: Core.Strapi,
  options: LeaseOptions,
  work: (lease: Lease) => Promise<T>,
): Promise<T> {
  if (strapi.db.inTransaction()) {
    // SQLite has one connection: waiting for the lease would wait for this very transaction.
    throw new Error('A lease is taken outside transactions.');
  }
  const { ttl = TTL } = options;
  const table = openLeaseTable(strapi, options.blog ?? 'blog');
  const owner = randomUUID();
  const taken = await take(table, { owner, what: options.what, ...thisProcess() }, options);
  const heartbeat = startHeartbeat(table, owner, ttl, taken);
  try {
    return await work(heartbeat);
  } finally {
    heartbeat.stop();
    // Where the database is gone, the lease ends by itself.
    await table.release(owner).catch(() => undefined);
  }
}

/**
 * Two clocks: the steady one stands still while a computer sleeps, the other one can be set back.
 * The longer time counts.
 */
const clocks = () => ({ steady: performance.now(), wall: Date.now() });
type Clocks = ReturnType<typeof clocks>;
const since = (then: Clocks): number =>
  Math.max(performance.now() - then.steady, Date.now() - then.wall);

/** @returns when the lease was asked for */
async function take(
  table: LeaseTable,
  me: Omit<HolderRow, 'since'>,
  { wait = 0, ttl = TTL, onWait, signal }: LeaseOptions,
): Promise<Clocks> {
  const start = clocks();
  let told: string | null = null;
  /** Result of a statement; `otherwise` where another connection was in the way for a moment. */
  const tried = <T>(statement: Promise<T>, otherwise: T): Promise<T> =>
    statement.catch((error: unknown) => {
      if (isLocked(error) && since(start) < wait + ttl) return otherwise;
      throw error;
    });
  for (;;) {
    signal?.throwIfAborted();
    const asked = clocks();
    if (await tried(table.take(me, ttl), false)) return asked;
    const holder = await tried(table.holder(), null);
    if (holder && hasEnded(holder)) {
      if (await tried(table.take(me, ttl, holder.owner), false)) return asked;
    } else if (holder) {
      if (since(start) >= wait) throw new BlogBusyError(holder);
      if (holder.owner !== told) onWait?.(holder);
      told = holder.owner;
    }
    await pause(Math.min(POLL, Math.max(wait - since(start), 1)), undefined, { signal }).catch(() =>
      signal?.throwIfAborted(),
    );
  }
}

function startHeartbeat(table: LeaseTable, owner: string, ttl: number, taken: Clocks) {
  let last = taken;
  let isOver = false;
  let timer: NodeJS.Timeout;
  const beat = async (): Promise<void> => {
    const sent = clocks();
    const extended = await table.extend(owner, ttl).catch(() => null);
    if (extended) last = sent;
    if (extended === false) isOver = true;
    // A database that doesn't answer is asked again sooner.
    if (!isOver) schedule(extended ? ttl / 3 : ttl / 10);
  };
  const schedule = (delay: number): void => {
    timer = setTimeout(() => void beat(), delay);
    timer.unref();
  };
  schedule(ttl / 3);
  return {
    assertHeld: () => {
      if (isOver || since(last) >= ttl) throw new LeaseLostError();
    },
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
