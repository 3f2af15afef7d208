import { parse } from 'yaml';
import { type AddressRules, readAddressRules } from '../core/address';
import type { BlogFolder } from './blog-folder';

/** What the plugin needs to know of a site, from its `_config.yml`. */
export interface Site {
  /** Language of the site (`lang`), as it stands. */
  readonly lang: string | null;
  /** IANA zone (`timezone`). */
  readonly timezone: string | null;
  /** Prefix of every image address: `cdn` (Chirpy 7) or `img_cdn` (before). */
  readonly cdn: { readonly key: 'cdn' | 'img_cdn'; readonly value: string } | null;
  /** Address of the site (`url`), without a slash at its end; null where it says none. */
  readonly url: string | null;
  /** Path under which the site is served (`baseurl`), without a slash at its end. */
  readonly baseurl: string;
  /** kramdown reads Markdown in HTML blocks (`kramdown: parse_block_html`). */
  readonly parsesBlockHtml: boolean;
  /** What decides the addresses of posts. */
  readonly address: AddressRules;
  /** The site has jekyll-redirect-from, so that old addresses (`redirect_from`) lead somewhere. */
  readonly redirectFrom: boolean;
}

export const DEFAULT_TIMEZONE = 'Asia/Seoul';

/** A gem of a Gemfile, by name; the file is Ruby and is never run. */
const GEM_LINE = /^[ \t]*gem[ \t]*\(?[ \t]*["']([\w.-]+)["']/gm;
const REDIRECT_GEM = 'jekyll-redirect-from';

const asMap = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/**
 * Reads `_config.yml` and the names of gems in the Gemfile. A missing or broken file says nothing:
 * the defaults then count.
 */
export async function readSite(folder: BlogFolder): Promise<Site> {
  const config = readConfig(await readText(folder, '_config.yml'));
  const gemfile = await readText(folder, 'Gemfile');
  return siteOf(
    config,
    [...gemfile.matchAll(GEM_LINE)].map(([, name = '']) => name),
  );
}

function siteOf(config: Readonly<Record<string, unknown>>, gems: readonly string[]): Site {
  const key = (['cdn', 'img_cdn'] as const).find((name) => text(config[name]));
  const plugins = [config['plugins'], config['gems'], gems].flat();
  return {
    lang: text(config['lang']),
    timezone: text(config['timezone']),
    cdn: key ? { key, value: text(config[key]) ?? '' } : null,
    url: text(config['url'])?.replace(/\/+$/, '') ?? null,
    baseurl: (text(config['baseurl']) ?? '').replace(/\/+$/, ''),
    parsesBlockHtml: asMap(config['kramdown'])['parse_block_html'] === true,
    address: readAddressRules(config, gems),
    redirectFrom: plugins.includes(REDIRECT_GEM),
  };
}

/** What counts where there is no blog to look at. */
export const UNKNOWN_SITE: Site = siteOf({}, []);

async function readText(folder: BlogFolder, file: string): Promise<string> {
  const bytes = await folder.read(file).catch(() => null);
  return bytes?.toString('utf8') ?? '';
}

function readConfig(source: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = parse(source, { maxAliasCount: 100, version: '1.1' });
    return asMap(parsed);
  } catch {
    return {};
  }
}
