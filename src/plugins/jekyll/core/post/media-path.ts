import type { MediaBase } from './content';

/** What decides where an image address of a post leads (Chirpy's media-url include). */
export interface MediaSite {
  /** Prefix of every image address and the key that says it; null where the site has none. */
  readonly cdn: { readonly key: 'cdn' | 'img_cdn'; readonly value: string } | null;
  /** Path under which the site is served, without a slash at its end. */
  readonly baseurl: string;
}

const isLocal = (address: string): boolean => !/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address);

/** Joins parts to a path relative to the blog: no slash at either end, `.` and `..` resolved; null where it leaves. */
export function blogPath(...parts: readonly string[]): string | null {
  const names: string[] = [];
  for (const name of parts.join('/').split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (names.pop() === undefined) return null;
    } else names.push(name);
  }
  return names.length > 0 ? names.join('/') : null;
}

/** Chirpy 7 reads `cdn` and `media_subpath`, older ones `img_cdn` and `img_path`; the other pair is ignored. */
const KEY_OF_CDN = { cdn: 'media_subpath', img_cdn: 'img_path' } as const;

function decoded(address: string): string {
  const bare = address.replace(/[?#].*$/, '');
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

/**
 * Files of the blog that an image address may mean, the likeliest first; none for an address
 * elsewhere on the web. Which of them exists decides: themes differ in what they prefix.
 */
export function mediaCandidates(address: string, base: MediaBase, site: MediaSite): string[] {
  const bare = decoded(address.trim());
  if (bare === '' || !isLocal(bare)) return [];
  const cdn = site.cdn && isLocal(site.cdn.value) ? site.cdn.value : '';
  const folder = base.value && isLocal(base.value) ? base.value : '';
  const served =
    site.baseurl !== '' && bare.startsWith(`${site.baseurl}/`)
      ? bare.slice(site.baseurl.length)
      : bare;
  const found = [
    blogPath(cdn, folder, bare),
    blogPath(folder, bare),
    blogPath(cdn, bare),
    blogPath(served),
  ].filter((path): path is string => path !== null);
  return [...new Set(found)];
}

/** Folder of the blog that a post's image names are relative to; null where addresses start at the root. */
export function mediaFolder(base: MediaBase, site: MediaSite): string | null {
  const cdn = site.cdn && isLocal(site.cdn.value) ? site.cdn.value : '';
  const read = !site.cdn || base.key === null || KEY_OF_CDN[site.cdn.key] === base.key;
  const folder = read && base.value && isLocal(base.value) ? base.value : '';
  return blogPath(cdn, folder);
}

/** Address of a file of the blog as a post with this image folder links it. */
export function mediaAddress(path: string, base: MediaBase, site: MediaSite): string {
  const folder = mediaFolder(base, site);
  const address =
    folder !== null && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `/${path}`;
  return encodeURI(address).replace(/[()]/g, (char) => (char === '(' ? '%28' : '%29'));
}

const MARKDOWN_IMAGE = /!\[[^\]]*\]\(\s*(?:<([^>\n]+)>|([^\s)]+))/g;
const HTML_IMAGE =
  /<(?:img|source|video|audio)\b[^>]*?\bsrc\s*=\s*(?:"([^"]+)"|'([^']+)'|([^\s"'>]+))/gi;

/** Addresses of the images and other media that a Markdown text shows, each once, in order. */
export function mediaAddresses(markdown: string): string[] {
  const found = new Set<string>();
  for (const pattern of [MARKDOWN_IMAGE, HTML_IMAGE]) {
    for (const match of markdown.matchAll(pattern)) {
      const address = match.slice(1).find((group) => group !== undefined);
      if (address) found.add(address);
    }
  }
  return [...found];
}
