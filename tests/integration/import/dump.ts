import type { Core } from '@strapi/strapi';

type Row = Record<string, unknown>;
export type Dump = Record<string, Row[]>;

/** Rows of an import's own doings, of Strapi, of people: they differ from run to run. */
const NOT_COMPARED =
  /^(?:sqlite_|strapi_|admin_|up_|i18n_|jekyll_(?:runs|leases|links|waivers|queue)$)/;
/** Tables whose rows say first which document is which. */
const DOCUMENTS = ['posts', 'trend_items', 'references'];
const DOCUMENT_ID = /\b[a-z][a-z0-9]{23}\b/g;
/** The library gives its files names with random endings. */
const RANDOM = ['hash', 'url', 'formats', 'folder_path'];
const TIME = /_at$/;

/**
 * Every row of every table of content, components, links, media and the plugin's records, with what
 * differs between equal databases made equal: ids count the rows of their table, document ids the
 * documents, times say how they stand to those of the draft.
 */
export async function dump(strapi: Core.Strapi): Promise<Dump> {
  const schema = (await strapi.db.dialect.schemaInspector.getSchema()).tables
    .filter(({ name }) => !NOT_COMPARED.test(name))
    .sort(
      (a, b) =>
        DOCUMENTS.indexOf(b.name) - DOCUMENTS.indexOf(a.name) || a.name.localeCompare(b.name),
    );
  const tables = new Map<string, Row[]>();
  for (const { name } of schema) {
    tables.set(name, await strapi.db.connection(name).select('*').orderBy('id'));
  }
  const foreignKeys = new Map(schema.map(({ name, foreignKeys: keys }) => [name, keys]));
  const rank = rankIn(tables);
  const dumped: Dump = {};
  for (const [name, rows] of tables) {
    const links = new Map(
      (foreignKeys.get(name) ?? []).map(({ columns, referencedTable }) => [
        columns[0],
        referencedTable,
      ]),
    );
    dumped[name] = rows.map((row) => {
      const draft = draftOf(name, rows, row);
      return Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => !(name === 'files' && RANDOM.includes(column)))
          .map(([column, value]) => {
            if (TIME.test(column)) return [column, timeBeside(row, draft, column)];
            const target = column === 'id' ? name : (links.get(column) ?? freeLink(row, column));
            return [column, target === null ? value : rank(target, value)];
          }),
      );
    });
  }
  return withCountedDocuments(dumped);
}

/** Links without a foreign key: components, and media by the type of what shows them. */
function freeLink(row: Row, column: string): string | null {
  if (column === 'cmp_id') {
    return row['component_type'] === 'post.section'
      ? 'components_post_sections'
      : 'components_trend_item_citations';
  }
  if (column === 'related_id') return row['related_type'] === 'api::post.post' ? 'posts' : 'files';
  return column === 'file_id' ? 'files' : null;
}

function rankIn(tables: ReadonlyMap<string, readonly Row[]>) {
  const ranks = new Map(
    [...tables].map(([name, rows]) => [name, new Map(rows.map(({ id }, at) => [id, at + 1]))]),
  );
  return (table: string, id: unknown): unknown =>
    id === null ? null : (ranks.get(table)?.get(id) ?? `no row of ${table}`);
}

function draftOf(table: string, rows: readonly Row[], row: Row): Row {
  if (!DOCUMENTS.includes(table)) return row;
  const isDraft = (other: Row): boolean =>
    other['document_id'] === row['document_id'] &&
    other['locale'] === row['locale'] &&
    other['published_at'] === null;
  return rows.find(isDraft) ?? row;
}

/** When a row was made and saved, beside its draft; whether it was published after that. */
function timeBeside(row: Row, draft: Row, column: string): string | null {
  const value = row[column];
  if (value === null) return null;
  if (column !== 'published_at') {
    return value === draft[column] && value === draft['created_at']
      ? 'with the draft'
      : 'at a time';
  }
  // Without drafts it is the time at which the row was begun.
  if (draft === row) return 'at once';
  return Number(value) >= Number(draft['updated_at']) ? 'after the draft was saved' : 'before';
}

function withCountedDocuments(dumped: Dump): Dump {
  const known = new Map<string, string>();
  const counted = JSON.stringify(dumped).replace(DOCUMENT_ID, (id) => {
    const name = known.get(id) ?? `document ${known.size + 1}`;
    known.set(id, name);
    return name;
  });
  return JSON.parse(counted) as Dump;
}
