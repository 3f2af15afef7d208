import type { Core } from '@strapi/strapi';
import {
  type MediaRow,
  POST_POPULATE,
  type PostRow,
  type SectionRow,
  type TrendItemRow,
} from './rows';
import { movesIn, orderIn } from '../core/outline/relation-value';
import { TREND_ITEM_UID, UPLOAD_FILE_UID } from '../server/src/content-model';

/** Values of the edit view's form, as the content manager keeps them; none of them is trusted. */
export type FormValues = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

const TEXTS = [
  'title',
  'slug',
  'description',
  'coverPath',
  'coverAlt',
  'coverLqip',
  'body',
  'closing',
  'mediaBase',
  'otherFrontMatter',
] as const;
const FLAGS = ['math', 'mermaid', 'toc', 'pin', 'comments'] as const;
const WORDS = ['categories', 'tags', 'authors', 'keywords', 'redirects'] as const;

/** What stands in place of a field without a value; sections are told apart from fields. */
export const EMPTY_FIELDS = {
  title: null,
  slug: null,
  date: null,
  description: null,
  categories: [],
  tags: [],
  authors: [],
  cover: null,
  coverPath: null,
  coverAlt: null,
  coverLqip: null,
  keywords: [],
  body: null,
  closing: null,
  math: null,
  mermaid: null,
  toc: null,
  pin: null,
  comments: null,
  mediaBase: null,
  mediaBaseKey: null,
  redirects: [],
  otherFrontMatter: null,
} satisfies Partial<PostRow>;

/** A version without any value, for an entry that was never saved. */
export const emptyRow = (locale: string): PostRow => ({
  id: 0,
  documentId: '',
  locale,
  updatedAt: null,
  sections: [],
  ...EMPTY_FIELDS,
});

/** The saved draft with the form's values on top: the version that saving would make. */
export async function withUnsaved(
  strapi: Core.Strapi,
  saved: PostRow,
  values: FormValues,
): Promise<PostRow> {
  const next: Record<string, unknown> = { ...saved };
  // A form leaves out what is empty.
  for (const name of TEXTS) next[name] = text(values[name]);
  for (const name of FLAGS) next[name] = flag(values[name]);
  for (const name of WORDS) next[name] = Array.isArray(values[name]) ? values[name] : [];
  const date = values['date'];
  const time = typeof date === 'string' || date instanceof Date ? new Date(date) : null;
  next['date'] = time && !Number.isNaN(time.getTime()) ? time.toISOString() : null;
  const key = values['mediaBaseKey'];
  next['mediaBaseKey'] = key === 'img_path' || key === 'media_subpath' ? key : null;
  next['cover'] = await coverOf(strapi, saved, values['cover']);
  next['sections'] = await sectionsOf(strapi, saved, values['sections']);
  return next as unknown as PostRow;
}

async function coverOf(
  strapi: Core.Strapi,
  saved: PostRow,
  value: unknown,
): Promise<MediaRow | null> {
  const id = isRecord(value) ? value['id'] : null;
  if (typeof id !== 'number') return null;
  if (saved.cover?.id === id) return saved.cover;
  return strapi.db.query(UPLOAD_FILE_UID).findOne({ where: { id } });
}

async function sectionsOf(
  strapi: Core.Strapi,
  saved: PostRow,
  value: unknown,
): Promise<SectionRow[]> {
  const known = new Map(saved.sections.map((section) => [idOf(section), section]));
  const sections = records(value);
  const added = await loadItems(strapi, saved.locale, sections.flatMap(connectedIn));
  return sections.map((section): SectionRow => {
    const before = known.get(section['id']);
    return {
      heading: text(section['heading']),
      prefix: text(section['prefix']),
      lead: text(section['lead']),
      items: itemsOf(before?.items ?? [], section['items'], added),
    };
  });
}

/** Rows have an id, though exports need none. */
const idOf = (row: object): unknown => (row as { readonly id?: unknown }).id;

const connectedIn = (section: Readonly<Record<string, unknown>>): string[] =>
  movesIn(section['items']).map(({ id }) => id);

async function loadItems(
  strapi: Core.Strapi,
  locale: string,
  ids: readonly string[],
): Promise<Map<string, TrendItemRow>> {
  if (ids.length === 0) return new Map();
  const rows: TrendItemRow[] = await strapi.db.query(TREND_ITEM_UID).findMany({
    where: { documentId: { $in: ids.slice(0, 500) }, locale, publishedAt: null },
    populate: POST_POPULATE.sections.populate.items.populate,
  });
  return new Map(rows.map((row) => [row.documentId, row]));
}

/** Applies what the form adds, moves and removes, as Strapi does when it saves. */
export function itemsOf<Item extends { readonly documentId: string }>(
  saved: readonly Item[],
  change: unknown,
  added: ReadonlyMap<string, Item>,
): Item[] {
  const known = new Map([...saved.map((item) => [item.documentId, item] as const), ...added]);
  return orderIn(saved, change).flatMap((id) => known.get(id) ?? []);
}
