import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { LEASE_UID } from '../plugin-id';
import { isLocked } from './locked';

/** Milliseconds to wait for a process that holds SQLite's write lock. */
const PATIENCE = 60_000;
/** Milliseconds between two tries; each waits for the driver's own timeout besides. */
const PAUSE = 50;

/** Knex's transaction. */
type Trx = Parameters<Parameters<Core.Strapi['db']['transaction']>[0]>[0]['trx'];

export interface Transaction {
  /** Identifies the transaction; a nested one has that of the outermost. */
  readonly trx: Trx;
  readonly onCommit: (callback: () => unknown) => void;
}

const locking = new WeakMap<Trx, Promise<void>>();

/**
 * `strapi.db.transaction` for a work that writes. On SQLite it takes the write lock before the work
 * reads anything: a transaction that reads first and then writes fails at once, whatever the timeout,
 * when another process wrote in between (https://www.sqlite.org/rescode.html#busy_snapshot).
 *
 * @throws the driver's error when another process keeps the lock for a minute; whatever the work throws
 */
export async function writeTransaction<T>(
  strapi: Core.Strapi,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return await strapi.db.transaction(async ({ trx, onCommit }) => {
    if (strapi.db.dialect.client === 'sqlite') await lock(strapi, trx);
    return work({ trx, onCommit });
  });
}

/** Once for each transaction: those within it share the lock. */
function lock(strapi: Core.Strapi, trx: Trx): Promise<void> {
  const locked = locking.get(trx) ?? takeWriteLock(strapi, trx);
  locking.set(trx, locked);
  return locked;
}

async function takeWriteLock(strapi: Core.Strapi, trx: Trx): Promise<void> {
  const { tableName } = strapi.db.metadata.get(LEASE_UID);
  const start = performance.now();
  for (;;) {
    try {
      // Changes no row, but SQLite locks before it looks for rows.
      await trx.raw('UPDATE ?? SET blog = blog WHERE 1 = 0', [tableName]);
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() - start > PATIENCE) throw error;
      await pause(PAUSE);
    }
  }
}
