import { decodeAddress } from '../address';
import type { BlogFacts } from './facts';
import { builtAddress, withoutOrigin } from './site-address';

export interface PostLink {
  /** From the root of the site, decoded, with a slash at its end unless it names a file. */
  readonly address: string;
  /** Behind `#`, decoded; empty without one. */
  readonly heading: string;
}

/**
 * The post that a link means: an address below the folder in which the site has its posts. On a site
 * whose posts stand at the root no link is told from one to another page.
 */
export function postLink(href: string, facts: BlogFacts): PostLink | null {
  const { site, address: rules } = facts;
  if (!site || !rules) return null;
  const folder = /^(\/[^:]*\/)/.exec(rules.template)?.[1] ?? '/';
  if (folder === '/') return null;
  const built = builtAddress(href, site);
  const local = built === null ? '' : withoutOrigin(built, site);
  if (!local.startsWith('/') || local.startsWith('//')) return null;
  const [path = '', heading = ''] = local.split('#', 2);
  const inSite =
    site.baseurl !== '' && path.startsWith(`${site.baseurl}/`)
      ? path.slice(site.baseurl.length)
      : path;
  const bare = decodeAddress(inSite.replace(/\?.*$/, '')).replace(/\/index\.html$/, '/');
  if (!bare.startsWith(folder) || bare === folder) return null;
  const address = bare.endsWith('/') || /\.\w+$/.test(bare) ? bare : `${bare}/`;
  return { address, heading: decodeAddress(heading) };
}
