import type { BlogFolder } from '../blog/blog-folder';
import { attributeOf, cutHtml, decodeHtml } from './render/html-pieces';

/** Where Jekyll builds the site, unless told otherwise. */
export const SITE = '_site';

/**
 * Style sheets that the front page of the site in the checkout (`_site`) links, as files of the
 * checkout. Those of other hosts are left out: a preview loads nothing from elsewhere.
 */
export async function siteStyles(folder: BlogFolder): Promise<string[]> {
  const page = await folder.read(`${SITE}/index.html`).catch(() => null);
  if (!page) return [];
  const found: string[] = [];
  for (const piece of cutHtml(page.toString('utf8'))) {
    if (piece.kind !== 'open' || piece.name !== 'link') continue;
    const href = decodeHtml(attributeOf(piece, 'href') ?? '').replace(/[?#].*$/, '');
    const isSheet = (attributeOf(piece, 'rel') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .includes('stylesheet');
    if (!isSheet || !/^\/(?!\/)[^\\\0]+\.css$/.test(href)) continue;
    const file = `${SITE}${href}`;
    if (await folder.has(file).catch(() => false)) found.push(file);
  }
  return found;
}
