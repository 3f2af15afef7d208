import type { Core } from '@strapi/strapi';
import { LEASE_UID } from '../../server/src/plugin-id';
import type { LeaseHolder } from './errors';
import type { ProcessIdentity } from './identity';

/** A holder with all that the table says of it. */
export type HolderRow = LeaseHolder & ProcessIdentity;

/** Statements on the row of one blog. Each is atomic by itself: none needs a transaction. */
export interface LeaseTable {
  /**
   * Takes the lease where it is free, has expired, or is held by `ended`, an owner known to be gone.
   * @returns whether it was taken
   */
  take(holder: Omit<HolderRow, 'since'>, ttl: number, ended?: string): Promise<boolean>;
  /** @returns whether the owner still had it */
  extend(owner: string, ttl: number): Promise<boolean>;
  /** null where the lease is free. */
  holder(): Promise<HolderRow | null>;
  release(owner: string): Promise<void>;
}

/**
 * The time in milliseconds since 1970 by the database's clock: those of the machines that share it may
 * differ by more than a lease lasts.
 */
const NOW: Readonly<Record<string, string>> = {
  sqlite: "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
  postgres: 'CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)',
  mysql: 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS UNSIGNED)',
};

interface Row {
  readonly owner: string | null;
  readonly what: string;
  readonly host: string;
  readonly space: string | null;
  readonly pid: number;
  /** A text on PostgreSQL. */
  readonly since: number | string;
}

/** @param blog name of the row */
export function openLeaseTable(strapi: Core.Strapi, blog: string): LeaseTable {
  const { tableName } = strapi.db.metadata.get(LEASE_UID);
  const { client } = strapi.db.dialect;
  const now = NOW[client];
  if (!now) throw new Error(`No lease on a database of the kind "${client}".`);
  const clock = (plus = 0) => strapi.db.connection.raw(`${now} + ?`, [plus]);
  const row = () => strapi.db.getConnection(tableName).where({ blog });
  let exists = false;

  return {
    async take({ owner, what, host, pid, space }, ttl, ended) {
      if (!exists) {
        await strapi.db.getConnection(tableName).insert({ blog }).onConflict('blog').ignore();
        exists = true;
      }
      const taken = await row()
        .andWhere((free) => {
          free.whereNull('owner').orWhere('expires', '<', clock());
          if (ended !== undefined) free.orWhere({ owner: ended });
        })
        .update({ owner, what, host, pid, space, since: clock(), expires: clock(ttl) });
      return taken === 1;
    },
    async extend(owner, ttl) {
      return (
        (await row()
          .andWhere({ owner })
          .update({ expires: clock(ttl) })) === 1
      );
    },
    async holder() {
      const found = (await row().first()) as Row | undefined;
      if (!found?.owner) return null;
      return { ...found, owner: found.owner, since: new Date(Number(found.since)) };
    },
    async release(owner) {
      await row().andWhere({ owner }).update({ owner: null });
    },
  };
}
