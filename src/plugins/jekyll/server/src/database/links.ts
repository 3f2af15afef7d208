import type { Core } from '@strapi/strapi';

/** Tables and columns of a link, from the database layer's metadata: their names may be shortened. */
export interface Link {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly order?: string;
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
  readonly orderColumnName?: string;
}

/** @throws {Error} where the field is no relation or component with a table of links */
export function linkOf(strapi: Core.Strapi, uid: string, field: string): Link {
  const attribute = strapi.db.metadata.get(uid).attributes[field] as
    | { joinTable?: JoinTable }
    | undefined;
  const joinTable = attribute?.joinTable;
  if (!joinTable) throw new Error(`${uid}.${field} is no relation with a table of links`);
  return {
    table: joinTable.name,
    from: joinTable.joinColumn.name,
    to: joinTable.inverseJoinColumn.name,
    order: joinTable.orderColumnName,
  };
}

export const tableOf = (strapi: Core.Strapi, uid: string): string =>
  strapi.db.metadata.get(uid).tableName;

/**
 * A table under another name in a statement. (Knex's own form, an object, is lost where the tables
 * are in a schema, which is so with every PostgreSQL.)
 */
export const aliased = (table: string, name: string): string => `${table} as ${name}`;
