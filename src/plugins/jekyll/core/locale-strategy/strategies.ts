import type { PolyglotRules } from '../address';

/**
 * How the versions of a post meet on the site. `polyglot`: at one address, told apart by
 * jekyll-polyglot. `suffix`: each at an address of its own, by an ending of the slug. `folder`: each
 * in a folder of its own. `single`: one locale only is exported.
 */
export const LOCALE_STRATEGIES = ['polyglot', 'suffix', 'folder', 'single'] as const;
export type LocaleStrategy = (typeof LOCALE_STRATEGIES)[number];

/** What the configuration and the site say about languages. */
export interface LocaleRules {
  /**
   * For posts that the blog doesn't have yet; null: an ending and `lang` for every locale but the
   * original, and nothing else.
   */
  readonly strategy: LocaleStrategy | null;
  /** Locale in which posts are written first. */
  readonly original: string;
  /** The one locale that `single` exports. */
  readonly single: string;
  /** What the site calls a locale, where the configuration says it: `{ ko: 'ko-KR' }`. */
  readonly codes: Readonly<Record<string, string>>;
  /** `lang` of the site's `_config.yml`. */
  readonly siteLang: string | null;
  /** null on a site without jekyll-polyglot. */
  readonly polyglot: PolyglotRules | null;
}

/** Strategies whose files name the other versions of their post, or say that there are none. */
const LINKED: ReadonlySet<LocaleStrategy | null> = new Set(['polyglot', 'suffix', 'folder']);

/** Whether what a file says depends on the other versions of its post. */
export const knowsTwins = (strategy: LocaleStrategy | null): boolean => LINKED.has(strategy);

/** Where the name of a new file differs from that of the same post in another locale. */
export interface LocalePlace {
  /** Folder below the folder of posts; empty for that one itself. */
  readonly folder: string;
  /** Ending of the slug. */
  readonly suffix: string;
}

/** What sets the file of a locale apart; two locales never share a path. */
export function localePlace(
  strategy: LocaleStrategy | null,
  locale: string,
  { original }: Pick<LocaleRules, 'original'>,
): LocalePlace {
  const other = locale !== original;
  switch (strategy) {
    case 'polyglot':
      return { folder: other ? locale : '', suffix: '' };
    case 'folder':
      return { folder: locale, suffix: '' };
    case 'single':
      return { folder: '', suffix: '' };
    default:
      return { folder: '', suffix: other ? `-${locale}` : '' };
  }
}
