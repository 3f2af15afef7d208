import type { LocaleExample } from '../../../contracts/settings';
import { DEFAULT_TIMEZONE, type Site } from '../../../blog/site';
import { type PostContent, writePost } from '../../../core/post';
import { parsePostFile, printPostFile } from '../../../core/post-file';
import { localeRulesOf } from '../../../entries/locale-rules';
import type { CmsLocales } from '../../../entries/locales';
import { writeContextOf } from '../../../entries/write-version';
import { placesOfNew } from '../../../export/versions';
import type { JekyllConfig } from '../config';
import { CONTENT } from './example';

/** Titles as editors would have entered them; other locales share the English one. */
const TITLES: Readonly<Record<string, string>> = { ko: '이번 주 동향' };

/**
 * A new post that is published in every locale, written with the code of the export: its files and
 * their front matter.
 */
export function localesExampleOf(
  config: JekyllConfig,
  site: Site,
  { original, all }: CmsLocales,
): LocaleExample[] {
  const locales = localeRulesOf(config, site, original);
  const { postsFolder, postForm: form } = config;
  const zone = config.timezone ?? site.timezone ?? DEFAULT_TIMEZONE;
  const contextOf = writeContextOf({ zone, postsFolder, locales, form });
  const exported = all.filter(
    (locale) => locales.strategy !== 'single' || locale === locales.single,
  );
  const versions = exported.map((locale) => ({ locale, content: contentIn(locale) }));
  const places = placesOfNew({ locales, site, config, contextOf }, versions);
  return all.map((locale): LocaleExample => {
    const at = exported.indexOf(locale);
    const { content } = versions[at] ?? {};
    const { place = null, problems = [] } = places[at] ?? {};
    if (!content) return { locale, file: null, problems: [] };
    const { path, text } = writePost(content, null, contextOf(locale, null, place));
    const frontMatter = printPostFile({ ...parsePostFile(text ?? ''), body: '' });
    return { locale, file: { path, frontMatter }, problems };
  });
}

/** What tells the versions apart, and no more of a post than that. */
const contentIn = (locale: string): PostContent => ({
  ...CONTENT,
  title: TITLES[locale] ?? 'Trends of the week',
  categories: [],
  tags: [],
  keywords: [],
  sections: [],
  mediaBase: { value: null, key: null },
});
