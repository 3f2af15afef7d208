import { isTimestamp, readDate, type YamlTimestamp, type YamlValue } from '../post-file';
import { withFullYear } from '../post/name-day';
import { defaultValues, withoutFolder } from './defaults';
import type { AddressRules } from './rules';

/** A post as far as its address depends on it. */
export interface AddressPost {
  /** Relative to the blog, `/` between its parts, in the form in which the file system has it. */
  readonly path: string;
  /** Values by key, as Psych reads them. */
  readonly frontMatter: ReadonlyMap<string, YamlValue>;
  /** IANA zone in which dates without an offset are read. */
  readonly zone: string;
}

/** What Jekyll knows of a post before it builds the address (document.rb). */
export interface PostFields {
  /** `permalink` of the front matter or of `defaults`; null where neither says one. */
  readonly permalink: string | null;
  readonly slug: string;
  /** Name of the file without its extension: `2025-01-12-a-post`. */
  readonly baseName: string;
  /** With its dot. */
  readonly extension: string;
  /** Without `_posts`, without extension, with a slash in front. */
  readonly cleanPath: string;
  readonly categories: readonly string[];
  /** Milliseconds since 1970; null where there is no readable date. Only called by templates with a date. */
  date(): number | null;
}

/** document.rb, `DATE_FILENAME_MATCHER` */
const DATED_NAME = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/s;
const POSTS = '_posts';

/** Reads a post as Jekyll does: front matter before `defaults`, both before the file's name. */
export function postFields(post: AddressPost, rules: AddressRules): PostFields {
  const defaults = defaultValues(rules.defaults, post.path, rules.collectionsDir);
  const value = (key: string): YamlValue => post.frontMatter.get(key) ?? asYaml(defaults.get(key));
  const relative = withoutFolder(post.path, rules.collectionsDir);
  const name = relative.slice(relative.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const baseName = dot > 0 ? name.slice(0, dot) : name;
  const extension = dot > 0 ? name.slice(dot) : '';
  const [, day = null, named = baseName] = DATED_NAME.exec(name) ?? [];
  const slug = value('slug');
  const permalink = value('permalink');
  return {
    permalink: permalink === null || permalink === false ? null : textOf(permalink),
    slug: slug === null || slug === false ? named.replace(/\.+$/, '') : textOf(slug),
    baseName,
    extension,
    cleanPath: relative
      .slice(0, relative.length - extension.length)
      .replace(POSTS, '')
      .replace(/\.+$/, ''),
    categories: categoriesOf(relative, post, defaults),
    date: () =>
      readDate(value('date'), post.zone)?.ms ??
      (day === null ? null : (readDate(withFullYear(day), post.zone)?.ms ?? null)),
  };
}

/**
 * Categories in Jekyll's order: folders above `_posts`, `defaults`, front matter, and at the end
 * `category`, which may name one with blanks in it (`merge_categories!`, `populate_categories`).
 */
function categoriesOf(
  relative: string,
  { frontMatter }: AddressPost,
  defaults: ReadonlyMap<string, unknown>,
): string[] {
  const at = relative.indexOf(POSTS);
  const folders = at > 0 ? relative.slice(0, at).split('/').filter(Boolean) : [];
  const single = frontMatter.get('category') ?? asYaml(defaults.get('category'));
  return [
    ...new Set([
      ...folders,
      ...pluralWords(asYaml(defaults.get('categories'))),
      ...pluralWords(frontMatter.get('categories') ?? null),
      ...(single === false ? [] : listOf(single)),
    ]),
  ];
}

/** A string is split at white space, as Ruby's `split` sees it. */
function pluralWords(value: YamlValue): string[] {
  if (typeof value === 'string') return value.split(/[ \t\n\v\f\r\0]+/).filter(Boolean);
  return Array.isArray(value) ? value.map(textOf) : [];
}

const listOf = (value: YamlValue): string[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => entry !== null).map(textOf);

/** Ruby's `to_s`, as far as an address shows it. */
function textOf(value: YamlValue): string {
  if (value === null) return '';
  return isTimestamp(value) ? value.source : String(value);
}

/** A value of `_config.yml`, where the YAML library makes a `Date` of a time. */
function asYaml(value: unknown): YamlValue {
  if (value === undefined) return null;
  if (!(value instanceof Date)) return value as YamlValue;
  const time: YamlTimestamp = {
    kind: 'timestamp',
    source: value.toISOString(),
    ms: value.getTime(),
    hasTime: true,
  };
  return time;
}
