import type { Core } from '@strapi/strapi';
import { POST_UID } from '../content-model';

/** A version of a post as the list sorts and filters it. */
export interface ListedVersion {
  readonly documentId: string;
  readonly locale: string;
  /** When its draft or its published row was last saved; a number that grows. */
  readonly changed: number;
  /** The highest id of its rows: changes when it is published or withdrawn. */
  readonly published: number;
}

interface Row {
  readonly documentId: string;
  readonly locale: string;
  /** A number of milliseconds, a text or a date, as the database has it. */
  readonly changed: number | string | Date;
  readonly published: number;
}

/** In a `LIKE`, these stand for anything. */
const escaped = (text: string): string => text.replace(/[!%_]/g, (sign) => `!${sign}`);

/**
 * All versions of all posts, each once, without their texts: one statement, however many there are.
 *
 * @param q keeps those of which a title or slug holds this text
 */
export async function listVersions(strapi: Core.Strapi, q: string): Promise<ListedVersion[]> {
  const { tableName, attributes } = strapi.db.metadata.get(POST_UID);
  const column = (name: string): string => {
    const attribute = attributes[name];
    return attribute && 'columnName' in attribute ? (attribute.columnName ?? name) : name;
  };
  const query = strapi.db
    .getConnection(tableName)
    .select({ documentId: column('documentId'), locale: column('locale') })
    .max({ changed: column('updatedAt') })
    .max({ published: column('id') })
    .groupBy(column('documentId'), column('locale'));
  if (q !== '') {
    const like = `%${escaped(q.normalize('NFC').toLowerCase())}%`;
    query.where((matches) => {
      for (const name of ['title', 'slug']) {
        matches.orWhereRaw(`LOWER(??) LIKE ? ESCAPE '!'`, [column(name), like]);
      }
    });
  }
  const rows = (await query) as Row[];
  return rows.map(({ changed, ...row }) => ({ ...row, changed: new Date(changed).getTime() }));
}
