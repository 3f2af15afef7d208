import { createFrontMatter, type FrontMatterPair, type YamlValue } from '../post-file';
import type { LocaleRules, LocaleStrategy } from './strategies';

/** Key of the addresses at which the other versions of a post are shown, by language. */
export const ALTERNATES_KEY = 'alternates';
/** Key by which jekyll-polyglot (from 1.8 on) knows the versions of one post. */
export const PAGE_ID_KEY = 'page_id';

/** Keys that a strategy may write; in a file of its own they are the strategy's, not the entry's. */
export const STRATEGY_KEYS: readonly string[] = [
  'lang',
  'lang-exclusive',
  PAGE_ID_KEY,
  'permalink',
  ALTERNATES_KEY,
];

/** Another version of the same post. */
export interface Twin {
  /** What the site calls its language. */
  readonly lang: string;
  readonly address: string;
}

/** A version of a post as far as its strategy's front matter depends on it. */
export interface VersionPlace {
  readonly locale: string;
  /** What the site calls the locale. */
  readonly lang: string;
  /** Address that all versions of the post have (`polyglot`), or that this one has to say. */
  readonly permalink: string | null;
  /** Names the post, whatever the language. */
  readonly pageId: string | null;
  readonly twins: readonly Twin[];
}

/**
 * Front matter that a strategy gives a new file, as YAML. What the entry says itself counts before it.
 */
export function localeFrontMatter(
  strategy: LocaleStrategy,
  version: VersionPlace,
  rules: LocaleRules,
): string {
  return createFrontMatter(pairs(strategy, version, rules)).yaml;
}

function pairs(
  strategy: LocaleStrategy,
  { locale, lang, permalink, pageId, twins }: VersionPlace,
  { polyglot, ...rules }: LocaleRules,
): FrontMatterPair[] {
  switch (strategy) {
    case 'polyglot':
      return [
        { key: 'lang', value: lang },
        // Without it the post would fill the place of its translation on the other sites.
        ...(twins.length === 0 ? [{ key: 'lang-exclusive', value: [lang] }] : []),
        ...said(PAGE_ID_KEY, pageId),
        ...said('permalink', permalink),
      ];
    case 'suffix':
      return [{ key: 'lang', value: lang }, ...alternates(twins)];
    case 'folder':
      // jekyll-polyglot links the versions itself.
      return [
        { key: 'lang', value: lang },
        ...said('permalink', permalink),
        ...(polyglot ? [] : alternates(twins)),
      ];
    case 'single': {
      const { siteLang, original } = rules;
      const saysIt = siteLang === null ? locale === original : lang === siteLang;
      return saysIt ? [] : [{ key: 'lang', value: lang }];
    }
  }
}

const said = (key: string, value: YamlValue): FrontMatterPair[] =>
  value === null ? [] : [{ key, value }];

function alternates(twins: readonly Twin[]): FrontMatterPair[] {
  if (twins.length === 0) return [];
  const value = Object.fromEntries(twins.map(({ lang, address }) => [lang, address]));
  return [{ key: ALTERNATES_KEY, value }];
}
