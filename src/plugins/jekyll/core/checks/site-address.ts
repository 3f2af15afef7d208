import type { BlogFacts } from './facts';

type Site = NonNullable<BlogFacts['site']>;

const VALUE = /^site\.(baseurl|url)$/;
/** A text in quotes and the filters behind it, of which only those that make addresses are known. */
const TEXT = /^(["'])([^"'{}]*)\1((?:\s*\|\s*[\w]+(?:\s*:\s*[\w.]+)?)*)$/;
const OUTPUT = /\{\{-?\s*([^{}]*?)\s*-?\}\}/g;

/**
 * An address as the page will have it: outputs of Liquid that say the site's own address are put in.
 * Null where only the build can tell.
 */
export function builtAddress(href: string, site: Site): string | null {
  if (!/[{}]/.test(href)) return href;
  let isKnown = true;
  const built = href.replace(OUTPUT, (_output, markup: string) => {
    const value = valueOf(markup, site);
    if (value === null) isKnown = false;
    return value ?? '';
  });
  return isKnown && !/[{}]/.test(built) ? built : null;
}

/** An address of the site itself without its origin, so that it starts at the root. */
export function withoutOrigin(address: string, { url }: Pick<Site, 'url'>): string {
  const origin = url?.replace(/\/+$/, '');
  return origin && address.startsWith(`${origin}/`) ? address.slice(origin.length) : address;
}

function valueOf(markup: string, site: Site): string | null {
  const name = VALUE.exec(markup)?.[1];
  if (name) return name === 'url' ? site.url : site.baseurl;
  const match = TEXT.exec(markup);
  if (!match) return null;
  let value = match[2] ?? '';
  for (const filter of (match[3] ?? '').split('|').slice(1)) {
    const made = filtered(value, filter.replace(/\s+/g, ''), site);
    if (made === null) return null;
    value = made;
  }
  return value;
}

function filtered(value: string, filter: string, { baseurl, url }: Site): string | null {
  const rooted = (text: string): string => (text.startsWith('/') ? text : `/${text}`);
  if (filter === 'relative_url') return baseurl + rooted(value);
  if (filter === 'prepend:site.baseurl') return baseurl + value;
  if (url === null) return null;
  if (filter === 'absolute_url') return url.replace(/\/+$/, '') + baseurl + rooted(value);
  return filter === 'prepend:site.url' ? url.replace(/\/+$/, '') + value : null;
}
