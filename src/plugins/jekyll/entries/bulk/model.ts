import type { Core, UID } from '@strapi/strapi';
import {
  CITATION_FIELDS,
  CITATION_UID,
  POST_FIELDS,
  POST_UID,
  REFERENCE_UID,
  SECTION_FIELDS,
  SECTION_UID,
  TREND_ITEM_FIELDS,
  TREND_ITEM_UID,
  UPLOAD_FILE_UID,
} from '../../server/src/content-model';
import type { AttributeRules } from './fits';

type Attributes = Readonly<Record<string, AttributeRules>>;

/** A table that links rows, with the names of its columns. */
export interface LinkTable {
  readonly name: string;
  /** Column of the row that links. */
  readonly from: string;
  /** Column of the row that is linked. */
  readonly to: string;
  /** Column of the place among the links of one row, from 1; null where there is one link at most. */
  readonly order: string | null;
  /** What every row of this link says besides. */
  readonly also: Readonly<Record<string, string>>;
}

/** The content model as far as posts are written into its tables: rules of values, links. */
export interface BulkModel {
  readonly post: Attributes;
  readonly section: Attributes;
  readonly item: Attributes;
  readonly citation: Attributes;
  readonly reference: Attributes;
  readonly links: {
    readonly sections: LinkTable;
    readonly items: LinkTable;
    readonly citations: LinkTable;
    readonly reference: LinkTable;
    readonly cover: LinkTable;
  };
}

/** Attributes that an import fills. */
const FILLED = {
  [POST_UID]: [
    'title',
    'slug',
    'date',
    'description',
    'categories',
    'tags',
    'authors',
    'cover',
    'coverPath',
    'coverAlt',
    'coverLqip',
    'keywords',
    'body',
    'sections',
    'closing',
    'math',
    'mermaid',
    'toc',
    'pin',
    'comments',
    'mediaBase',
    'mediaBaseKey',
    'redirects',
    'otherFrontMatter',
  ],
  [TREND_ITEM_UID]: ['title', 'body', 'citations'],
  [REFERENCE_UID]: ['title', 'url', 'kind'],
  [SECTION_UID]: ['heading', 'prefix', 'lead', 'items'],
  [CITATION_UID]: ['reference', 'text', 'label'],
} as const;
type FilledUid = keyof typeof FILLED;

const TYPES = [POST_UID, TREND_ITEM_UID, REFERENCE_UID] as const;
const WITH_DRAFTS: readonly string[] = [POST_UID, TREND_ITEM_UID];

/** Attributes whose values {@link fits} does not see. */
const LINKS: readonly string[] = ['media', 'relation'];

/** Of every type, and made by Strapi itself. */
const OWN_OF_STRAPI: ReadonlySet<string> = new Set([
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
]);

/**
 * Looks at the content model before rows are written without Strapi's Document Service.
 *
 * @returns null where an application has changed the model so that the Document Service would do more
 * than write these rows: lifecycles, unique or required fields of its own, other relations
 */
export function readBulkModel(strapi: Core.Strapi): BulkModel | null {
  const filled = Object.keys(FILLED) as FilledUid[];
  const links = readLinks(strapi);
  if (!links || !TYPES.every((uid) => isPlainType(strapi, uid))) return null;
  if (!filled.every((uid) => isKnown(attributesOf(strapi, uid), FILLED[uid]))) return null;
  return {
    post: attributesOf(strapi, POST_UID),
    section: attributesOf(strapi, SECTION_UID),
    item: attributesOf(strapi, TREND_ITEM_UID),
    citation: attributesOf(strapi, CITATION_UID),
    reference: attributesOf(strapi, REFERENCE_UID),
    links,
  };
}

const attributesOf = (strapi: Core.Strapi, uid: string): Attributes =>
  (strapi.getModel(uid as UID.Schema) as { attributes: Attributes } | undefined)?.attributes ?? {};

/** Localized as a whole, with drafts where the plugin's own model has them, and without lifecycles. */
function isPlainType(strapi: Core.Strapi, uid: string): boolean {
  const type = strapi.contentType(uid as UID.ContentType) as
    | {
        options?: { draftAndPublish?: boolean };
        lifecycles?: object;
      }
    | undefined;
  if (!type) return false;
  const i18n = strapi.plugin('i18n').service('content-types');
  const shared: unknown[] = i18n.getNonLocalizedAttributes(type);
  return (
    (type.options?.draftAndPublish === true) === WITH_DRAFTS.includes(uid) &&
    i18n.isLocalizedContentType(type) === true &&
    shared.length === 0 &&
    Object.keys(type.lifecycles ?? {}).length === 0
  );
}

/** Every attribute is filled by an import, or may stay as the table's defaults have it. */
const isKnown = (attributes: Attributes, names: readonly string[]): boolean =>
  names.every((name) => attributes[name] !== undefined) &&
  Object.entries(attributes).every(([name, rules]) => {
    if (OWN_OF_STRAPI.has(name)) return true;
    if (rules.unique || rules.conditions || ['uid', 'password'].includes(rules.type)) return false;
    if (names.includes(name)) return !(rules.required && LINKS.includes(rules.type));
    return !rules.required && name !== 'firstPublishedAt';
  });

function readLinks(strapi: Core.Strapi): BulkModel['links'] | null {
  const component = (uid: string, field: string, target: string): LinkTable | null => {
    const link = linkTable(strapi, uid, field, target);
    return link && { ...link, also: { ...link.also, component_type: target } };
  };
  const sections = component(POST_UID, POST_FIELDS.sections, SECTION_UID);
  const citations = component(TREND_ITEM_UID, TREND_ITEM_FIELDS.citations, CITATION_UID);
  const items = linkTable(strapi, SECTION_UID, SECTION_FIELDS.items, TREND_ITEM_UID);
  const reference = linkTable(strapi, CITATION_UID, CITATION_FIELDS.reference, REFERENCE_UID);
  const cover = coverTable(strapi);
  return sections && items && citations && reference && cover
    ? { sections, items, citations, reference, cover }
    : null;
}

interface Relation {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly morphBy?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly joinTable?: {
    readonly name: string;
    readonly joinColumn: { readonly name: string };
    readonly inverseJoinColumn?: { readonly name: string };
    readonly orderColumnName?: string;
    readonly inverseOrderColumnName?: string;
    readonly on?: Readonly<Record<string, string>>;
    readonly morphColumn?: {
      readonly idColumn: { readonly name: string };
      readonly typeColumn: { readonly name: string };
    };
  };
}

const relationOf = (strapi: Core.Strapi, uid: string, field: string): Relation | undefined =>
  strapi.db.metadata.get(uid).attributes[field] as Relation | undefined;

/** A one-way link with a table of its own; null where the application made another one of it. */
function linkTable(
  strapi: Core.Strapi,
  uid: string,
  field: string,
  target: string,
): LinkTable | null {
  const relation = relationOf(strapi, uid, field);
  const table = relation?.joinTable;
  if (!table?.inverseJoinColumn || relation?.target !== target) return null;
  if (!['oneToOne', 'oneToMany'].includes(relation.relation ?? '')) return null;
  if (relation.inversedBy || relation.mappedBy || table.inverseOrderColumnName) return null;
  return {
    name: table.name,
    from: table.joinColumn.name,
    to: table.inverseJoinColumn.name,
    order: table.orderColumnName ?? null,
    also: table.on ?? {},
  };
}

/** Media are linked from the file's side: one table for all types and fields. */
function coverTable(strapi: Core.Strapi): LinkTable | null {
  const cover = relationOf(strapi, POST_UID, 'cover');
  if (cover?.relation !== 'morphOne' || cover.target !== UPLOAD_FILE_UID) return null;
  const table = relationOf(strapi, UPLOAD_FILE_UID, cover.morphBy ?? '')?.joinTable;
  if (!table?.morphColumn) return null;
  const { idColumn, typeColumn } = table.morphColumn;
  return {
    name: table.name,
    from: idColumn.name,
    to: table.joinColumn.name,
    order: 'order',
    also: { ...table.on, [typeColumn.name]: POST_UID, field: 'cover' },
  };
}
