import { mediaAddresses, mediaCandidates, type PostContent } from '../core/post';
import { hashOf } from '../blog/hash';
import type { MediaRow } from './rows';
import { UPLOAD_FILE_UID } from '../server/src/content-model';
import { ASSET_UID } from '../server/src/plugin-id';
import { type AssetRow, type MediaContext, type MediaCopy, readMedium, textsOf } from './media';

/**
 * Images that a post names by their paths and that the blog lacks although the library has them: a
 * post that was withdrawn took them along, and brings them back when it is published again.
 */
export async function missingMedia(
  { strapi, folder, site, planned }: MediaContext,
  content: PostContent,
): Promise<MediaCopy[]> {
  const named = mediaAddresses(textsOf(content).join('\n\n'));
  const addresses = content.cover.path ? [...named, content.cover.path] : named;
  const candidates = addresses.map((address) => mediaCandidates(address, content.mediaBase, site));
  const paths = [...new Set(candidates.flat())];
  if (paths.length === 0) return [];
  const assets: AssetRow[] = await strapi.db
    .query(ASSET_UID)
    .findMany({ where: { path: { $in: paths } } });
  const byPath = new Map(assets.map((asset) => [asset.path, asset]));
  const copies: MediaCopy[] = [];
  for (const places of candidates) {
    const path = places.find((place) => byPath.has(place));
    const asset = path === undefined ? undefined : byPath.get(path);
    if (!asset || (await stands(places))) continue;
    const file: MediaRow | null = await strapi.db
      .query(UPLOAD_FILE_UID)
      .findOne({ where: { id: asset.fileId } });
    const bytes = file && (await readMedium(strapi, file));
    // Only the very picture that was there: one that was exchanged since has a link of its own.
    if (!bytes || hashOf(bytes) !== asset.hash) continue;
    copies.push({ fileId: asset.fileId, path: asset.path, bytes, hash: asset.hash, there: false });
  }
  return copies;

  async function stands(places: readonly string[]): Promise<boolean> {
    for (const place of places) if (planned.has(place) || (await folder.has(place))) return true;
    return false;
  }
}
