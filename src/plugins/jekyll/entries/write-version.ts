import {
  keptFrontMatter,
  localeFrontMatter,
  localePlace,
  type LocaleRules,
  type LocaleStrategy,
  languageOf,
  type VersionPlace,
} from '../core/locale-strategy';
import { type PostForm, type WriteContext, writePost } from '../core/post';
import type { FileRecord } from '../blog/record';
import { composePost } from './compose';
import { type MediaContext, openMediaPage } from './media';
import type { PostRow } from './rows';

/** A file as a text and its place in the blog. */
export interface PlacedText {
  readonly path: string;
  readonly text: string;
}

/**
 * How a version of a post is written: its locale's name and front matter, the zone of its dates.
 *
 * @param place what is known of the post's other versions; without it a file keeps what it says of them
 */
export type WriteContextOf = (
  locale: string,
  record: FileRecord | null,
  place?: VersionPlace | null,
) => WriteContext;

/** What a site's own configuration and the plugin's say about files. */
export interface WritingRules {
  readonly zone: string;
  readonly postsFolder: string;
  readonly locales: LocaleRules;
  /** Form of what is written newly. */
  readonly form: PostForm;
}

/** What a file follows: the blog's files the strategy under which they were written, if any. */
export const strategyOf = (
  { strategy }: LocaleRules,
  record: Pick<FileRecord, 'strategy'> | null,
): LocaleStrategy | null => (record ? record.strategy : strategy);

/** A record keeps the zone that its file was read in; an imported file the keys that it has. */
export function writeContextOf({ zone, postsFolder, locales, form }: WritingRules): WriteContextOf {
  return (locale, record, place = null) => {
    const strategy = strategyOf(locales, record);
    const { folder, suffix } = localePlace(strategy, locale, locales);
    return {
      zone: record?.zone ?? zone,
      folder: folder === '' ? postsFolder : `${postsFolder}/${folder}`,
      form,
      suffix,
      localeFrontMatter: frontMatterOf(strategy, locale, record, place, locales),
    };
  };
}

function frontMatterOf(
  strategy: LocaleStrategy | null,
  locale: string,
  record: FileRecord | null,
  place: VersionPlace | null,
  rules: LocaleRules,
): string {
  if (record && record.origin !== 'exported') return '';
  if (strategy === null) return locale === rules.original ? '' : `lang: ${locale}\n`;
  if (!place && record?.text != null) return keptFrontMatter(record.text);
  const lang = languageOf(locale, rules) ?? locale;
  const alone = { locale, lang, permalink: null, pageId: null, twins: [] };
  return localeFrontMatter(strategy, place ?? alone, rules);
}

/**
 * The file of a version, written onto what its record says, with the library's media at their places
 * in the blog; null where it can't be written.
 */
export async function writeVersion(
  media: MediaContext,
  contextOf: WriteContextOf,
  row: PostRow,
  record: FileRecord | null,
): Promise<PlacedText | null> {
  const composed = composePost(row);
  const page = await openMediaPage(media, [{ row, content: composed }]);
  const { content } = await page.place(row, composed);
  const baseline = record && { text: record.text, path: record.path };
  const { path, text } = writePost(content, baseline, contextOf(row.locale, record));
  return text === null ? null : { path, text };
}
