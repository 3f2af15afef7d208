import { ahead } from '../core/ahead';
import { decodeAddress, postAddress } from '../core/address';
import {
  ALTERNATES_KEY,
  PAGE_ID_KEY,
  type PairFile,
  type Pairing,
  pairVersions,
  splitEnding,
} from '../core/locale-strategy';
import type { ReadFrontMatter } from '../core/post';
import { withFullYear } from '../core/post/name-day';
import {
  isYamlMap,
  parsePostFile,
  readFileName,
  readFrontMatter,
  type YamlValue,
} from '../core/post-file';
import type { FileRecordHead } from '../blog/record';
import { decodeText } from '../blog/standing-file';
import { localeOf } from './locale';
import type { ImportRun } from './run';

/** What is told of a new file's language and its translations before any file is taken. */
export interface BlogVersions {
  /** null for a file that is known already, or that can't be read. */
  localeOf(file: string): string | null;
  /** Paths of the other versions of the same post. */
  twinsOf(file: string): readonly string[];
  /** Paths of files that could be its translation as well as others could. */
  rivalsOf(file: string): readonly string[];
}

/** Front matter of a new file, as far as it tells of languages. */
interface Head {
  readonly path: string;
  readonly slug: string;
  readonly day: string | null;
  readonly lang: string | null;
  readonly pageId: string | null;
  readonly alternates: readonly string[];
  readonly frontMatter: ReadonlyMap<string, YamlValue>;
}

/**
 * Looks over the new files of a blog, which are versions of one post whatever order they are read in.
 * Reads front matter alone, and nothing where every file is known.
 *
 * @param heads what is known of each file; null for a new one
 */
export async function readVersions(
  run: ImportRun,
  heads: ReadonlyMap<string, FileRecordHead | null>,
): Promise<BlogVersions> {
  const fresh: Head[] = [];
  const unknown = [...heads].flatMap(([file, head]) => (head ? [] : [file]));
  for await (const [, read] of ahead(unknown, READS, (file) => readHead(run, file))) {
    run.options.signal?.throwIfAborted();
    if (read) fresh.push(read);
  }
  const locales = localesOf(run, fresh);
  const pairing = fresh.length > 0 ? await pair(run, fresh, locales) : NOTHING;
  return {
    localeOf: (file) => locales.get(file) ?? null,
    twinsOf: (file) => pairing.twins.get(file) ?? [],
    rivalsOf: (file) => pairing.ambiguous.get(file) ?? [],
  };
}

/** Files that are read ahead. */
export const READS = 8;

const NOTHING: Pairing = { twins: new Map(), ambiguous: new Map() };

/** What is wrong with a file is told when it is taken. */
async function readHead(run: ImportRun, path: string): Promise<Head | null> {
  const bytes = await run.folder.read(path).catch(() => null);
  const text = bytes && decodeText(bytes);
  return text === null
    ? null
    : headOf(path, text, (file) => run.frontMatters.readAhead(path, file));
}

function headOf(
  path: string,
  text: string,
  frontMatterOf: ReadFrontMatter = readFrontMatter,
): Head | null {
  const name = readFileName(path);
  const { entries, problems } = frontMatterOf(parsePostFile(text));
  if (!name || problems.length > 0) return null;
  const frontMatter = new Map(entries.map(({ key, value }) => [key, value]));
  const slug = frontMatter.get('slug');
  return {
    path,
    slug: typeof slug === 'string' && slug !== '' ? slug : name.slug,
    day: name.date === null ? null : dayOfName(name.date),
    lang: words(frontMatter.get('lang'))[0] ?? null,
    pageId: words(frontMatter.get(PAGE_ID_KEY))[0] ?? null,
    alternates: words(frontMatter.get(ALTERNATES_KEY)),
    frontMatter,
  };
}

/** `24-1-5` and `2024-01-05` are one day. */
const dayOfName = (date: string): string =>
  withFullYear(date)
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');

/** The texts in a value: itself, the elements of a list, the values of a map. */
function words(value: YamlValue | undefined): string[] {
  if (typeof value === 'string' && value !== '') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(words);
  return value != null && isYamlMap(value) ? Object.values(value).flatMap(words) : [];
}

/** Names of languages that may end a slug. */
const endingsOf = ({ locales, codes }: ImportRun): string[] => [
  ...new Set([...locales, ...Object.values(codes)]),
];

/** An ending tells the language of a file only beside the same name without it, or with another. */
function localesOf(run: ImportRun, heads: readonly Head[]): Map<string, string> {
  const { options, site, locales, codes, defaultLocale } = run;
  const names = new Map<string, Set<string | null>>();
  const ended = heads.map((head) => {
    const { slug, ending } = splitEnding(head.slug, endingsOf(run));
    const key = `${head.day ?? ''} ${slug}`;
    names.set(key, (names.get(key) ?? new Set()).add(ending));
    return { head, key, ending };
  });
  return new Map(
    ended.map(({ head: { path, lang }, key, ending }) => {
      const told = (names.get(key)?.size ?? 0) > 1 ? ending : null;
      const hints = { chosen: options.locale, lang, path, ending: told, siteLang: site.lang };
      return [path, localeOf(hints, locales, defaultLocale, codes)];
    }),
  );
}

async function pair(
  run: ImportRun,
  heads: readonly Head[],
  locales: ReadonlyMap<string, string>,
): Promise<Pairing> {
  const asked = heads.some(({ pageId, alternates }) => pageId !== null || alternates.length > 0);
  const files = heads.map((head) => pairFile(run, head, locales.get(head.path) ?? '', null));
  return pairVersions([...files, ...(await knownFiles(run, asked))]);
}

/** Files of known posts; what they say is only read where a new file names an id or an address. */
async function knownFiles(run: ImportRun, whole: boolean): Promise<PairFile[]> {
  const files: PairFile[] = [];
  if (!whole) {
    for (const { path, locale, post } of run.byPath.values()) {
      const head = headOf(path, '');
      if (head) files.push(pairFile(run, head, locale, post));
    }
    return files;
  }
  for await (const { path, text, locale, post } of run.records.all()) {
    const head = headOf(path, text ?? '') ?? headOf(path, '');
    if (head) files.push(pairFile(run, head, locale, post));
  }
  return files;
}

function pairFile(
  run: ImportRun,
  { path, slug, day, lang, pageId, alternates, frontMatter }: Head,
  locale: string,
  document: string | null,
): PairFile {
  const own = [locale, run.codes[locale] ?? '', lang ?? ''].filter((name) => name !== '');
  return {
    path,
    locale,
    slug: splitEnding(slug.normalize('NFC'), own).slug,
    day,
    pageId,
    // A known file that was not read says nothing of its address.
    address:
      frontMatter.size > 0
        ? postAddress({ path, frontMatter, zone: run.zone }, run.site.address)
        : null,
    alternates: alternates.map((address) => onSite(run, address)),
    document,
  };
}

/** An address from the root of the site, as posts have it. */
function onSite({ site }: ImportRun, address: string): string {
  const roots = [`${site.url ?? ''}${site.baseurl}`, site.baseurl].filter((root) => root !== '');
  const root = roots.find((start) => address.startsWith(`${start}/`));
  return decodeAddress(root === undefined ? address : address.slice(root.length));
}
