import {
  type FrontMatter,
  parsePostFile,
  type PostFile,
  readFileName,
  readFrontMatter,
  type YamlValue,
} from '../post-file';
import { asErrors, type Problem } from '../problem';
import { kindOf, type PostKind, readBody } from './body';
import type { FrontMatterFields, PostContent } from './content';
import { otherText, PUBLISHED_KEY } from './other';
import { type Entries, type RuleContext, type RuledFields, type Rule } from './rule';
import { RULED_FIELDS, RULES } from './rules';

export interface ReadPost {
  readonly content: PostContent;
  readonly kind: PostKind;
  /** The file says `published: false`: Jekyll builds no page of it. */
  readonly draft: boolean;
  /** `lang` of the front matter, as it stands. */
  readonly lang: string | null;
  /** Errors among them mean that the file can't be taken as a post. */
  readonly problems: readonly Problem[];
}

/** Front matter of one file, read into fields. */
export interface ReadFields {
  readonly fields: FrontMatterFields;
  readonly entries: Entries;
  readonly problems: readonly Problem[];
}

/** Gives the front matter of a file: reads it, or knows it already. */
export type ReadFrontMatter = (file: PostFile) => FrontMatter;

/** Reads every field that the front matter and the name of a file say. */
export function readFields(
  text: string,
  path: string,
  zone: string,
  frontMatterOf: ReadFrontMatter = readFrontMatter,
): ReadFields & { readonly body: string } {
  const file = parsePostFile(text);
  const name = readFileName(path);
  const context: RuleContext = { zone, fileName: name };
  const front = frontMatterOf(file);
  const entries: Entries = new Map(front.entries.map((entry) => [entry.key, entry]));

  const claimed = new Set<string>();
  const rests: Record<string, YamlValue> = {};
  const values: Partial<Record<keyof RuledFields, unknown>> = {};
  for (const field of RULED_FIELDS) {
    const reading = (RULES[field] as Rule<unknown>).read(entries, context);
    values[field] = reading.value;
    for (const key of reading.claims) claimed.add(key);
    Object.assign(rests, reading.rest);
  }
  if (entries.get(PUBLISHED_KEY)?.value === false) claimed.add(PUBLISHED_KEY);

  const fields = {
    ...(values as RuledFields),
    otherFrontMatter: otherText(entries.values(), claimed, rests),
  };
  return { fields, entries, problems: asErrors(front.problems), body: file.body };
}

/**
 * Reads a Jekyll post into the fields of an entry.
 *
 * @param text the file, decoded
 * @param path relative to the blog: it says the slug, and the day where the front matter doesn't
 * @param zone IANA zone of the site
 */
export function readPost(
  text: string,
  path: string,
  zone: string,
  frontMatterOf?: ReadFrontMatter,
): ReadPost {
  const { fields, entries, problems, body } = readFields(text, path, zone, frontMatterOf);
  const content: PostContent = { ...fields, ...readBody(body) };
  const lang = entries.get('lang')?.value;
  return {
    content,
    kind: kindOf(content),
    draft: entries.get(PUBLISHED_KEY)?.value === false,
    lang: typeof lang === 'string' && lang !== '' ? lang : null,
    problems,
  };
}
