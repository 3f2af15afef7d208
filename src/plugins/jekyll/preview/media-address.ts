import type { Core } from '@strapi/strapi';
import { UPLOAD_FILE_UID } from '../server/src/content-model';
import type { ServedFile } from './access/files';
import type { BlogContext } from './blog-context';
import type { MediaAddress } from './document';
import { ownCss } from './own-address';
import type { PreviewFile } from './source';

/** Of a page at `…/preview/page/<token>`. */
const ROOT = '../../..';

/** Style sheets name files from the root of the site, which stands behind a signed address here. */
export function withOwnAddresses(
  served: ServedFile,
  {
    root,
    file,
    own,
  }: { readonly root: string; readonly file: string; readonly own: readonly string[] },
): ServedFile {
  if (!served.type.startsWith('text/css')) return served;
  const up = '../'.repeat(file.split('/').length);
  const css = ownCss(served.bytes.toString('utf8'), up + root, { own });
  return { ...served, bytes: Buffer.from(css) };
}

/** Relative to a page's own address. */
export const mediaPath = (token: string, file: string): string =>
  `../media/${token}/${file.split('/').map(encodeURIComponent).join('/')}`;

/** The checkout before the library: bytes that somebody changed in the blog are the ones it shows. */
export function mediaAddress(
  strapi: Core.Strapi,
  blog: BlogContext,
  file: PreviewFile,
  token: string,
): MediaAddress {
  const library = (url: string): string => (url.startsWith('/') ? `${ROOT}${url}` : url);
  return async (paths, address) => {
    for (const path of paths) {
      if (await blog.folder?.has(path).catch(() => false)) return mediaPath(token, path);
      const copy = file.copies.find((one) => one.path === path);
      const found: { url: string } | null = copy
        ? await strapi.db.query(UPLOAD_FILE_UID).findOne({ where: { id: copy.fileId } })
        : null;
      if (found) return library(found.url);
    }
    if (!address.startsWith('/uploads/')) return null;
    const names = [address, address.replace(/\/(?:thumbnail|small|medium|large|xlarge)_/, '/')];
    const known = await strapi.db
      .query(UPLOAD_FILE_UID)
      .findOne({ where: { url: { $in: names } } });
    return known ? library(address) : null;
  };
}
