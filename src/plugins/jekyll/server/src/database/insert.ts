import type { Core } from '@strapi/strapi';
import type { Transaction } from './write-transaction';

/** A row as the database layer takes it, by attributes; a row of links by columns. */
export type NewRow = Record<string, unknown>;

/** Values of one statement: SQLite takes 32,766, PostgreSQL and MySQL twice as many. */
const VALUES = 30_000;

function* portions<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}

/** Rows of one statement, which has a value for every column. */
const rowsAtOnce = (strapi: Core.Strapi, columns: number): number =>
  Math.max(1, Math.min(strapi.db.dialect.getBatchInsertSize(), Math.floor(VALUES / columns)));

/**
 * Inserts rows without relations, many in a statement, within the transaction that runs. Lifecycle
 * subscribers see each as if it were created alone.
 *
 * @returns their ids, in the order of the rows
 */
export async function insertRows(
  strapi: Core.Strapi,
  uid: string,
  rows: readonly NewRow[],
): Promise<number[]> {
  const { lifecycles, metadata, dialect } = strapi.db;
  const creations = rows.map((data) => ({ params: { data } }));
  const states: Awaited<ReturnType<typeof lifecycles.run>>[] = [];
  for (const creation of creations) {
    states.push(await lifecycles.run('beforeCreate', uid, creation));
  }
  const columns = Object.keys(metadata.get(uid).attributes).length;
  // MySQL tells the id of the first row alone, and promises nothing of the others.
  const size = dialect.useReturning() ? rowsAtOnce(strapi, columns) : 1;
  const ids: number[] = [];
  for (const some of portions(creations, size)) {
    const data = some.map(({ params }) => params.data);
    const made = (await strapi.db.query(uid as never).createMany({ data: data as never })) as {
      ids: (number | string)[];
    };
    // A statement numbers its rows in their order, but may return them in another.
    const numbers = made.ids.map(Number).sort((a, b) => a - b);
    if (numbers.length !== some.length) throw new Error(`Not every row of ${uid} has got an id.`);
    ids.push(...numbers);
  }
  for (const [index, { params }] of creations.entries()) {
    const result = { ...params.data, id: ids[index] };
    await lifecycles.run('afterCreate', uid, { params, result }, states[index]);
  }
  return ids;
}

/** Inserts rows into a table of links, within a transaction. */
export async function insertLinks(
  strapi: Core.Strapi,
  trx: Transaction['trx'],
  table: string,
  rows: readonly NewRow[],
): Promise<void> {
  const size = rowsAtOnce(strapi, Object.keys(rows[0] ?? {}).length || 1);
  for (const some of portions(rows, size)) {
    await strapi.db
      .getConnection(table)
      .insert(some)
      .transacting(trx as never);
  }
}
