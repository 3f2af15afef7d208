import { sameBody } from './body';
import type { PostContent } from './content';
import { otherEdits, readOther } from './other';
import { sameSlug } from './path';
import { readFields } from './read-post';
import type { Rule } from './rule';
import { RULED_FIELDS, RULES } from './rules';

/**
 * True when a file already says every field of a post. Whether it says `published: false` does not
 * count: that is no field.
 */
export function saysSame(
  { text, path }: { readonly text: string; readonly path: string },
  content: PostContent,
  zone: string,
): boolean {
  const read = readFields(text, path, zone);
  const sameFields = RULED_FIELDS.every((field) => {
    const rule = RULES[field] as Rule<unknown>;
    if (field === 'slug') return sameSlug(content.slug, read.fields.slug, '');
    return rule.same(content[field], read.fields[field]);
  });
  if (!sameFields || !sameBody(read.body, content)) return false;
  const wanted = readOther(content.otherFrontMatter).entries;
  const standing = readOther(read.fields.otherFrontMatter).entries;
  return otherEdits(wanted, standing, new Map()).length === 0;
}
