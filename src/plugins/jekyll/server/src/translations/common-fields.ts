import type { CommonField } from '../../../contracts/translations';
import { joinWords, type Row } from './texts';

/** Fields of a post that are meant to be alike in every version; nothing keeps them so unasked. */
export const COMMON_FIELDS = [
  'slug',
  'date',
  'authors',
  'cover',
  'coverPath',
  'math',
  'mermaid',
  'toc',
  'pin',
  'comments',
  'mediaBase',
  'mediaBaseKey',
] as const;
export type CommonFieldName = (typeof COMMON_FIELDS)[number];

/** A value as an editor reads it, the same text for the same value; empty where there is none. */
function display(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return joinWords(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') {
    const { id, name } = value as { id?: unknown; name?: unknown };
    return typeof name === 'string' ? name : String(id ?? '');
  }
  return String(value);
}

/** What two values have to share to be the same: of a medium its id, for names may repeat. */
const identity = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value
    ? String((value as { id: unknown }).id)
    : display(value);

export const differingFields = (original: Row, translation: Row): CommonField[] =>
  COMMON_FIELDS.filter((name) => identity(original[name]) !== identity(translation[name])).map(
    (name) => ({
      name,
      original: display(original[name]),
      translation: display(translation[name]),
    }),
  );

/** A common field as data for the document service: a medium by its id. */
export function commonValue(row: Row, name: CommonFieldName): unknown {
  const value = row[name] ?? null;
  return name === 'cover' ? ((value as { id?: number } | null)?.id ?? null) : value;
}
