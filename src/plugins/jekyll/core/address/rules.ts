import { type DefaultSet, readDefaults } from './defaults';

/** What a site's configuration says about the addresses of its posts. */
export interface AddressRules {
  /** Template of every post without a `permalink` of its own: `/:categories/:title/`. */
  readonly template: string;
  /** Front matter that posts have without saying it, in the order of the file. */
  readonly defaults: readonly DefaultSet[];
  /** Folder that holds `_posts` (`collections_dir`), without slashes at its ends; empty for the root. */
  readonly collectionsDir: string;
  /** Extensions, lower case and without a dot, that Jekyll turns into `.html`. */
  readonly markdownExtensions: readonly string[];
  /** IANA zone of the site (`timezone`), in which dates stand in addresses; null where it says none. */
  readonly timezone: string | null;
  /** Languages of jekyll-polyglot; null on a site without it. */
  readonly polyglot: PolyglotRules | null;
}

/** Settings of jekyll-polyglot that decide which posts may share an address. */
export interface PolyglotRules {
  readonly languages: readonly string[];
  /** Language of posts that say none. */
  readonly defaultLang: string;
  /** A folder names the language of posts that say none (`lang_from_path`). */
  readonly langFromPath: boolean;
}

/** Styles that `permalink` may name (jekyll/configuration.rb, `STYLE_TO_PERMALINK`). */
const STYLES: Readonly<Record<string, string>> = {
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
};
const DEFAULT_STYLE = 'date';
/** jekyll/configuration.rb, `markdown_ext`. */
const MARKDOWN_EXTENSIONS = 'markdown,mkdown,mkdn,mkd,md';
/** Keys that no other plugin with `languages` has. */
const POLYGLOT_KEYS = ['default_lang', 'exclude_from_localization', 'parallel_localization'];
const POLYGLOT_GEM = 'jekyll-polyglot';

type Config = Readonly<Record<string, unknown>>;

const asConfig = (value: unknown): Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Config) : {};

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/**
 * Reads the rules from a parsed `_config.yml`. Never throws: what is missing or odd counts as
 * absent, and Jekyll's default holds.
 *
 * @param gems names of gems that the site's Gemfile adds to the plugins of the configuration
 */
export function readAddressRules(config: unknown, gems: readonly string[] = []): AddressRules {
  const site = asConfig(config);
  return {
    template: readTemplate(site),
    defaults: readDefaults(site['defaults']),
    collectionsDir: (asText(site['collections_dir']) ?? '').replace(/^\/+|\/+$/g, ''),
    markdownExtensions: (asText(site['markdown_ext']) ?? MARKDOWN_EXTENSIONS)
      .split(',')
      .map((extension) => extension.trim().toLowerCase()),
    timezone: asText(site['timezone']),
    polyglot: readPolyglot(site, gems),
  };
}

/** A collection's own template is taken as it stands; the site's may name a style (`add_default_collections`). */
function readTemplate(site: Config): string {
  const own = asConfig(asConfig(site['collections'])['posts'])['permalink'];
  if (typeof own === 'string') return own;
  const style = asText(site['permalink']) ?? DEFAULT_STYLE;
  return Object.hasOwn(STYLES, style) ? (STYLES[style] ?? style) : style;
}

function readPolyglot(site: Config, gems: readonly string[]): PolyglotRules | null {
  const plugins = [...gems, ...asTexts(site['plugins']), ...asTexts(site['gems'])];
  const languages = asTexts(site['languages']);
  const known =
    plugins.includes(POLYGLOT_GEM) ||
    (languages.length > 0 && POLYGLOT_KEYS.some((key) => Object.hasOwn(site, key)));
  if (!known) return null;
  // jekyll-polyglot, patches/jekyll/site.rb, `fetch_languages`: both default to English.
  const defaultLang = asText(site['default_lang']) ?? 'en';
  return {
    languages: languages.length > 0 ? languages : ['en'],
    defaultLang,
    langFromPath: site['lang_from_path'] === true,
  };
}
