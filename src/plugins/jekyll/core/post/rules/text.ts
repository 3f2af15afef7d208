import { titleFromSlug } from '../../post-file';
import { type Rule, sameText, scalarText } from '../rule';

/** A key whose scalar is the field's text; removed when the text is cleared. */
export function textRule(key: string): Rule<string | null> {
  return {
    keys: [key],
    read(entries) {
      const entry = entries.get(key);
      if (!entry) return { value: null, claims: [] };
      if (entry.value === null) return { value: null, claims: [key] };
      const value = scalarText(entry);
      return value === null ? { value: null, claims: [] } : { value, claims: [key] };
    },
    same: sameText,
    empty: (value) => sameText(value, null),
    edits: (next, entries) => {
      if (!sameText(next, null)) return [{ key, value: next }];
      return entries.has(key) ? [{ key, remove: true }] : [];
    },
  };
}

/**
 * The title; without one Jekyll makes it of the slug (jekyll/document.rb, populate_title), and that
 * is what the editor sees. It is written only once the two differ.
 */
export const titleRule: Rule<string | null> = {
  ...textRule('title'),
  read(entries, context) {
    const said = textRule('title').read(entries, context);
    if (said.value !== null || !context.fileName) return said;
    const slugEntry = entries.get('slug');
    const slug = slugEntry && scalarText(slugEntry);
    return { ...said, value: titleFromSlug(slug || context.fileName.slug) };
  },
};

/** The slug of the address: the key `slug` where it stands, else the file's name. */
export const slugRule: Rule<string> = {
  keys: ['slug'],
  read(entries, context) {
    const entry = entries.get('slug');
    const said = entry ? scalarText(entry) : null;
    if (said) return { value: said, claims: ['slug'] };
    return { value: context.fileName?.slug ?? '', claims: [] };
  },
  same: (a, b) => a === b,
  // The file's name says it: a new file needs no key.
  empty: () => true,
  edits: (next, entries) => (entries.get('slug')?.value ? [{ key: 'slug', value: next }] : []),
};
