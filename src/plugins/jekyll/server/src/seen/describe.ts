import type { Core, UID } from '@strapi/strapi';
import { itemsOf } from '../../../entries/form-row';
import { UPLOAD_FILE_UID } from '../content-model';

/** An attribute of a schema, as far as texts are made of it. */
interface Attribute {
  readonly type: string;
  readonly component?: string;
  readonly repeatable?: boolean;
  readonly relation?: string;
  readonly target?: string;
}
type Attributes = Readonly<Record<string, Attribute>>;
type Values = Readonly<Record<string, unknown>>;

interface Related {
  readonly id: number;
  readonly documentId: string;
  readonly title?: string | null;
}

/** Fields that Strapi keeps itself. */
const OWN = [
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
  'documentId',
];

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Values[] =>
  (Array.isArray(value) ? value : [value]).filter(isValues);

const fieldsOf = (attributes: Attributes): [string, Attribute][] =>
  Object.entries(attributes).filter(([name]) => !OWN.includes(name));

/** What to read of a version to describe it. */
export function populateOf(strapi: Core.Strapi, uid: UID.Schema): Record<string, unknown> {
  const populate: Record<string, unknown> = {};
  for (const [name, { type, component }] of fieldsOf(attributesOf(strapi, uid))) {
    if (type === 'media' || type === 'relation') populate[name] = true;
    if (type === 'component' && component) {
      populate[name] = { populate: populateOf(strapi, component as UID.Schema) };
    }
  }
  return populate;
}

const attributesOf = (strapi: Core.Strapi, uid: UID.Schema): Attributes =>
  strapi.getModel(uid).attributes as unknown as Attributes;

/**
 * Every field of a version as a text that people can compare: a list of words on one line, sections
 * and citations as an outline.
 *
 * @param row the saved version, read with {@link populateOf}
 * @param data what a request would save onto it; without it, the version as it is saved
 */
export async function describeVersion(
  strapi: Core.Strapi,
  uid: UID.Schema,
  row: Values,
  data: Values = {},
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const [name, attribute] of fieldsOf(attributesOf(strapi, uid))) {
    const value = await valueOf(strapi, attribute, row[name], data, name);
    texts.set(name, value);
  }
  return texts;
}

async function valueOf(
  strapi: Core.Strapi,
  attribute: Attribute,
  saved: unknown,
  data: Values,
  name: string,
): Promise<string> {
  const isSet = Object.hasOwn(data, name) && data[name] !== undefined;
  const given = data[name];
  switch (attribute.type) {
    case 'component':
      return outline(strapi, attribute, listOf(saved), isSet ? listOf(given) : null);
    case 'relation':
      return titles(await related(strapi, attribute, listOf(saved), isSet ? given : null));
    case 'media':
      return isSet ? mediaName(strapi, given, saved) : nameOf(saved);
    default:
      return textOf(isSet ? given : saved, attribute.type);
  }
}

/** Components one below the other, their fields in the order of the schema. */
async function outline(
  strapi: Core.Strapi,
  { component = '' }: Attribute,
  saved: readonly Values[],
  given: readonly Values[] | null,
): Promise<string> {
  const known = new Map(saved.map((one) => [one['id'], one]));
  const blocks: string[] = [];
  for (const one of given ?? saved) {
    const row = given === null ? one : (known.get(one['id']) ?? {});
    const texts = await describeVersion(
      strapi,
      component as UID.Schema,
      row,
      given === null ? {} : one,
    );
    blocks.push([...texts.values()].filter((text) => text !== '').join('\n'));
  }
  return blocks.join('\n\n');
}

const titles = (entries: readonly Related[]): string =>
  entries.map(({ title, documentId }) => `• ${title || documentId}`).join('\n');

/** Entries that a relation names once a change of a form is applied to it. */
async function related(
  strapi: Core.Strapi,
  { target = '', relation = '' }: Attribute,
  saved: readonly Values[],
  change: unknown,
): Promise<readonly Related[]> {
  const before = saved as unknown as Related[];
  if (!isValues(change)) return before;
  const ids = listOf(change['connect']).flatMap(({ documentId }) =>
    typeof documentId === 'string' ? [documentId] : [],
  );
  const rows: Related[] =
    ids.length === 0
      ? []
      : await strapi.db
          .query(target as UID.ContentType)
          .findMany({ where: { documentId: { $in: ids.slice(0, 500) } } });
  const after = itemsOf(before, change, new Map(rows.map((row) => [row.documentId, row])));
  return relation.endsWith('ToOne') ? after.slice(-1) : after;
}

async function mediaName(strapi: Core.Strapi, value: unknown, saved: unknown): Promise<string> {
  const id = isValues(value) ? value['id'] : value;
  if (typeof id !== 'number') return '';
  if (isValues(saved) && saved['id'] === id) return nameOf(saved);
  return nameOf(await strapi.db.query(UPLOAD_FILE_UID).findOne({ where: { id } }));
}

const nameOf = (file: unknown): string => (isValues(file) ? textOf(file['name'], 'string') : '');

function textOf(value: unknown, type: string): string {
  if (value === null || value === undefined) return '';
  if (type === 'datetime') {
    const time = new Date(value as string);
    return Number.isNaN(time.getTime()) ? String(value) : time.toISOString();
  }
  if (Array.isArray(value)) return value.map((one) => textOf(one, 'string')).join(', ');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value as string | number | boolean);
}
