import { parse } from 'yaml';
import type { BlogFolder } from './blog-folder';

/** What the plugin needs to know of a site, from its `_config.yml`. */
export interface Site {
  /** Language of the site (`lang`), as it stands. */
  readonly lang: string | null;
  /** IANA zone (`timezone`). */
  readonly timezone: string | null;
  /** Prefix of every image address: `cdn` (Chirpy 7) or `img_cdn` (before). */
  readonly cdn: { readonly key: 'cdn' | 'img_cdn'; readonly value: string } | null;
  /** Path under which the site is served (`baseurl`), without a slash at its end. */
  readonly baseurl: string;
}

export const DEFAULT_TIMEZONE = 'Asia/Seoul';

const UNKNOWN_SITE: Site = { lang: null, timezone: null, cdn: null, baseurl: '' };

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Reads `_config.yml`. A missing or broken one says nothing: the defaults then count. */
export async function readSite(folder: BlogFolder): Promise<Site> {
  const bytes = await folder.read('_config.yml').catch(() => null);
  if (!bytes) return UNKNOWN_SITE;
  let config: Record<string, unknown>;
  try {
    const parsed: unknown = parse(bytes.toString('utf8'), { maxAliasCount: 100, version: '1.1' });
    if (typeof parsed !== 'object' || parsed === null) return UNKNOWN_SITE;
    config = parsed as Record<string, unknown>;
  } catch {
    return UNKNOWN_SITE;
  }
  const key = (['cdn', 'img_cdn'] as const).find((name) => text(config[name]));
  return {
    lang: text(config['lang']),
    timezone: text(config['timezone']),
    cdn: key ? { key, value: text(config[key]) ?? '' } : null,
    baseurl: (text(config['baseurl']) ?? '').replace(/\/+$/, ''),
  };
}
