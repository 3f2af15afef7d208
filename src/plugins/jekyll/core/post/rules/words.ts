import type { FrontMatterEdit, YamlValue } from '../../post-file';
import { type Entries, type Reading, type Rule, sameList, valueText, wordList } from '../rule';

type Words = readonly string[];

/** Splits a string value at white space, as Jekyll does for plural keys (jekyll/utils.rb, value_from_plural_key). */
function pluralWords(value: YamlValue): string[] | null {
  if (value === null) return [];
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? wordList(value) : null;
}

/** A singular key names one word as it stands, or a list (jekyll/utils.rb, value_from_singular_key). */
function singularWords(value: YamlValue): string[] | null {
  if (value === null) return [];
  if (Array.isArray(value)) return wordList(value);
  const word = valueText(value);
  return word === null ? null : [word];
}

/** Writes words under a plural key in the form that stands there: a string of words, or a list. */
function pluralEdit(key: string, words: Words, entries: Entries): FrontMatterEdit {
  const standing = entries.get(key)?.value;
  const spaced = words.some((word) => /\s/.test(word) || word === '');
  if (typeof standing === 'string' && !spaced && words.length > 0) {
    return { key, value: words.join(' ') };
  }
  return { key, value: [...words] };
}

interface PluralNames {
  readonly singular: string;
  readonly plural: string;
  /** How Jekyll puts the two together. */
  readonly combine: (singular: Words | null, plural: Words | null) => Words;
}

/** A list of words that Jekyll reads from a plural and a singular key. */
function pluralRule({ singular, plural, combine }: PluralNames): Rule<Words> {
  const words = (entries: Entries) => {
    const one = entries.get(singular);
    const many = entries.get(plural);
    return {
      one: one ? singularWords(one.value) : null,
      many: many ? pluralWords(many.value) : null,
    };
  };
  return {
    keys: [plural, singular],
    read(entries): Reading<Words> {
      const { one, many } = words(entries);
      const claims = [...(many ? [plural] : []), ...(one ? [singular] : [])];
      return { value: combine(one, many), claims };
    },
    same: sameList,
    empty: (value) => value.length === 0,
    edits(next, entries) {
      const { one, many } = words(entries);
      const edits: FrontMatterEdit[] = [];
      const standing = entries.get(singular)?.value;
      if (one && !many) {
        if (Array.isArray(standing)) return [{ key: singular, value: [...next] }];
        if (next.length === 1) return [{ key: singular, value: next[0] ?? '' }];
      }
      if (one) edits.push({ key: singular, remove: true });
      if (next.length > 0) edits.push(pluralEdit(plural, next, entries));
      else if (many) edits.push({ key: plural, remove: true });
      return edits;
    },
  };
}

/** Categories: the plural ones, then the singular one, each once (jekyll/document.rb, populate_categories). */
export const categoriesRule = pluralRule({
  singular: 'category',
  plural: 'categories',
  combine: (one, many) => [...new Set([...(many ?? []), ...(one ?? [])])],
});

/** Tags: a singular key hides the plural one (jekyll/utils.rb, pluralized_array_from_hash). */
export const tagsRule = pluralRule({
  singular: 'tag',
  plural: 'tags',
  combine: (one, many) => (one && one.length > 0 ? one : (many ?? [])),
});

/** Authors: ids of `_data/authors.yml`; Chirpy reads `author` first, then `authors`. */
export const authorsRule: Rule<Words> = {
  keys: ['author', 'authors'],
  read(entries) {
    const one = entries.get('author');
    const single = one ? singularWords(one.value) : null;
    if (single && single.length > 0) return { value: single, claims: ['author'] };
    const many = entries.get('authors');
    const list = many ? singularWords(many.value) : null;
    return { value: list ?? [], claims: list ? ['authors'] : [] };
  },
  same: sameList,
  empty: (value) => value.length === 0,
  edits(next, entries) {
    const key = entries.get('author') ? 'author' : entries.has('authors') ? 'authors' : null;
    const isList = key !== null && Array.isArray(entries.get(key)?.value);
    if (next.length === 0) return key ? [{ key, remove: true }] : [];
    if (key && isList) return [{ key, value: [...next] }];
    if (next.length === 1) return [{ key: key ?? 'author', value: next[0] ?? '' }];
    const edits: FrontMatterEdit[] = key === 'author' ? [{ key, remove: true }] : [];
    return [...edits, { key: 'authors', value: [...next] }];
  },
};

/** Old addresses for jekyll-redirect-from: one text or a list. */
export const redirectsRule: Rule<Words> = {
  keys: ['redirect_from'],
  read(entries) {
    const entry = entries.get('redirect_from');
    const words = entry ? singularWords(entry.value) : null;
    return { value: words ?? [], claims: words ? ['redirect_from'] : [] };
  },
  same: sameList,
  empty: (value) => value.length === 0,
  edits(next, entries) {
    const key = 'redirect_from';
    const standing = entries.get(key)?.value;
    if (next.length === 0) return entries.has(key) ? [{ key, remove: true }] : [];
    if (typeof standing === 'string' && next.length === 1) return [{ key, value: next[0] ?? '' }];
    return [{ key, value: [...next] }];
  },
};
