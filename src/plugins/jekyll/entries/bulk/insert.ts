import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../server/src/database';
import type { Row } from './rows';

/** Values of one statement: SQLite takes 32,766, PostgreSQL and MySQL twice as many. */
const VALUES = 30_000;

function* portions<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Rows of one statement, which has a value for every column. */
const rowsAtOnce = (strapi: Core.Strapi, columns: number): number =>
  Math.max(1, Math.min(strapi.db.dialect.getBatchInsertSize(), Math.floor(VALUES / columns)));

/**
 * Inserts rows by their attributes, within the transaction that runs.
 *
 * @returns their ids, in the order of the rows
 */
export async function insertRows(
  strapi: Core.Strapi,
  uid: string,
  rows: readonly Row[],
): Promise<number[]> {
  const columns = Object.keys(strapi.db.metadata.get(uid).attributes).length;
  // MySQL tells the id of the first row alone, and promises nothing of the others.
  const size = strapi.db.dialect.useReturning() ? rowsAtOnce(strapi, columns) : 1;
  const ids: number[] = [];
  for (const some of portions(rows, size)) {
    const made = (await strapi.db.query(uid as never).createMany({ data: some as never })) as {
      ids: (number | string)[];
    };
    // A statement numbers its rows in their order, but may return them in another.
    const numbers = made.ids.map(Number).sort((a, b) => a - b);
    if (numbers.length !== some.length) throw new Error(`Not every row of ${uid} has got an id.`);
    ids.push(...numbers);
  }
  return ids;
}

/** Inserts rows of a table of links by their columns. */
export async function insertLinks(
  strapi: Core.Strapi,
  trx: Transaction['trx'],
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const size = rowsAtOnce(strapi, Object.keys(rows[0] ?? {}).length || 1);
  for (const some of portions(rows, size)) {
    await strapi.db
      .getConnection(table)
      .insert(some)
      .transacting(trx as never);
  }
}
