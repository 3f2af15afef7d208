/** Which addresses are the site's own. */
export interface OwnAddresses {
  /** `url` and `baseurl` of the site: addresses that begin with these are its own. */
  readonly own: readonly string[];
  /** Address of the page on which they stand, for those that say no root; else they are nobody's. */
  readonly at?: string;
}

/** What a site's own addresses begin with, the longest first. */
export const ownPrefixes = (url: unknown, baseurl: string): string[] => {
  const host = typeof url === 'string' ? url.replace(/\/+$/, '') : '';
  return [...new Set([host + baseurl, host, baseurl])].filter((one) => one !== '');
};

/** Path of an address from the root of the site, with its query; null for those of other sites. */
export function pathOnSite(address: string, { own, at }: OwnAddresses): string | null {
  const prefix = own.find((one) => address === one || address.startsWith(`${one}/`)) ?? '';
  const path = address.slice(prefix.length);
  if (/^\/(?!\/)/.test(path)) return path;
  if (at === undefined || prefix !== '' || !/^[^/?#:\\]+(?:[/?#]|$)/.test(path)) return null;
  const { pathname, search } = new URL(path, new URL(at, 'http://site.invalid'));
  return decoded(pathname) + search;
}

/** A stray `%` is no escape: such a path is asked for as it stands. */
function decoded(pathname: string): string {
  try {
    return decodeURI(pathname);
  } catch {
    return pathname;
  }
}

/** The address in `url(…)` or `@import "…"`, and what stands before it. */
const IN_CSS = /(url\(\s*["']?|@import\s+["'])([^"')\s]+)/gi;

/** A style sheet whose addresses of the site lead to where its files are. */
export const ownCss = (css: string, files: string, addresses: OwnAddresses): string =>
  css.replace(IN_CSS, (all, before: string, address: string) => {
    const path = pathOnSite(address, addresses);
    return path === null ? all : `${before}${files}${path}`;
  });
