import type { FrontMatterEdit, FrontMatterEntry, YamlValue } from '../post-file';
import type { FrontMatterFields, MediaBase } from './content';

/** Front matter of one file by key; of two equal keys the last, as Psych reads it. */
export type Entries = ReadonlyMap<string, FrontMatterEntry>;

/** What a rule may need besides the front matter. */
export interface RuleContext {
  /** IANA zone of the site: what a date without an offset means. */
  readonly zone: string;
  /** What the file's name says, or null for a name that is no post's. */
  readonly fileName: { readonly date: string | null; readonly slug: string } | null;
  /** Key of the image folder where neither the post nor the file names one. */
  readonly mediaBaseKey?: MediaBase['key'] | undefined;
}

/** What a rule made of the front matter. */
export interface Reading<T> {
  readonly value: T;
  /** Keys whose whole value the field now holds; every other key stays in other front matter. */
  readonly claims: readonly string[];
  /** Parts of claimed maps that the field can't hold; they stay in other front matter. */
  readonly rest?: Readonly<Record<string, YamlValue>>;
}

/**
 * One field of a post and the front matter keys that say it. A rule claims a key only when the
 * field can hold all that it says, so that nothing is lost when the file is printed anew.
 */
export interface Rule<T> {
  /** Keys that belong to the field; in other front matter they count only while it is empty. */
  readonly keys: readonly string[];
  read(entries: Entries, context: RuleContext): Reading<T>;
  same(a: T, b: T): boolean;
  /** True where there is nothing to write into a new file. */
  empty(value: T): boolean;
  /** Edits that make the front matter, in which `entries` stand, say `next`. */
  edits(next: T, entries: Entries, context: RuleContext): readonly FrontMatterEdit[];
}

/** Fields that a table of rules covers: all but the keys without a field. */
export type RuledFields = Omit<FrontMatterFields, 'otherFrontMatter'>;
export type RuleTable = { readonly [K in keyof RuledFields]: Rule<RuledFields[K]> };

/** An empty text and an unset one say the same on a blog. */
export const sameText = (a: string | null, b: string | null): boolean => (a ?? '') === (b ?? '');

export const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/**
 * Text of a scalar as Liquid prints it, or null where the value is no plain scalar.
 * Numbers keep a text only where printing them gives back what stood there.
 */
export function scalarText(entry: FrontMatterEntry): string | null {
  return valueText(entry.value);
}

export function valueText(value: YamlValue): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return null;
}

/** The words of a list, or null when an element is no word. Empty elements are left out (Jekyll compacts). */
export function wordList(value: readonly YamlValue[]): string[] | null {
  const words: string[] = [];
  for (const element of value.flat(8) as YamlValue[]) {
    if (element === null) continue;
    const word = valueText(element);
    if (word === null) return null;
    words.push(word);
  }
  return words;
}
