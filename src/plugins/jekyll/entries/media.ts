import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { mediaAddress, mediaFolder, type PostContent } from '../core/post';
import { suggestSlug } from '../core/post-file';
import type { Problem } from '../core/problem';
import { outsideCode } from '../core/text/outside-code';
import { UPLOAD_FILE_UID } from '../server/src/content-model';
import { ASSET_UID } from '../server/src/plugin-id';
import type { BlogFolder } from '../blog/blog-folder';
import { hashOf } from '../blog/hash';
import type { MediaRow, PostRow } from './rows';
import type { Site } from '../blog/site';

/** A medium of the library that goes into the blog. */
export interface MediaCopy {
  readonly fileId: number;
  /** Where it stands in the blog. */
  readonly path: string;
  readonly bytes: Buffer;
  readonly hash: string;
  /** The blog has it already, byte for byte. */
  readonly there: boolean;
}

export interface MediaContext {
  readonly strapi: Core.Strapi;
  readonly folder: BlogFolder;
  readonly site: Site;
  /** Folder of media of posts that name no image folder, relative to the blog. */
  readonly defaultFolder: string;
  /** Hashes of media that this run will put into the blog, by path. */
  readonly planned: Map<string, string>;
  /** Where this run will put media that had no place, by id: the next post links them there. */
  readonly places: Map<number, string>;
}

export interface AssetRow {
  readonly path: string;
  readonly fileId: number;
  readonly hash: string;
}

/**
 * Links and images into the library as Strapi's editor writes them, with or without the server's
 * address: what stands before, the link, its path.
 */
const LIBRARY_LINK =
  /(\]\(\s*<?|\b(?:src|href)=["'])((?:https?:\/\/[^\s/()<>"']+)?(\/uploads\/[^\s/()<>"'?#]+))/g;
/** Names of the smaller pictures that the upload plugin makes. */
const FORMAT = /^\/uploads\/(?:thumbnail|small|medium|large|xlarge)_(.+)\.\w+$/;

/** The texts of a post that may show media. */
export const textsOf = (content: PostContent): string[] => [
  content.body,
  content.closing ?? '',
  ...content.sections.flatMap((section) => [
    section.lead,
    ...section.items.map(({ body }) => body),
  ]),
];

/** Paths of the library that a post links, outside code. */
function libraryLinks(content: PostContent): { path: string; own: boolean }[] {
  const found: { path: string; own: boolean }[] = [];
  for (const text of textsOf(content)) {
    outsideCode(text, (piece) => {
      for (const [, , link = '', path = ''] of piece.matchAll(LIBRARY_LINK)) {
        found.push({ path, own: link === path });
      }
      return piece;
    });
  }
  return found;
}

/** What the posts of one page need of the library, read with two queries. */
export interface MediaPage {
  /** The post with every link into the library turned into one the blog understands. */
  place(
    row: PostRow,
    content: PostContent,
  ): Promise<{ content: PostContent; copies: MediaCopy[]; problems: Problem[] }>;
}

/** Prepares the media of a page of posts; posts that use nothing of the library cost nothing. */
export async function openMediaPage(
  context: MediaContext,
  posts: readonly { readonly row: PostRow; readonly content: PostContent }[],
): Promise<MediaPage> {
  const { strapi } = context;
  const urls = [
    ...new Set(posts.flatMap(({ content }) => libraryLinks(content).map(({ path: url }) => url))),
  ];
  const hashes = urls.flatMap((url) => FORMAT.exec(url)?.[1] ?? []);
  const linked: MediaRow[] =
    urls.length > 0
      ? await strapi.db
          .query(UPLOAD_FILE_UID)
          .findMany({ where: { $or: [{ url: { $in: urls } }, { hash: { $in: hashes } }] } })
      : [];
  const byUrl = new Map(linked.map((file) => [file.url, file]));
  const byHash = new Map(linked.map((file) => [file.hash, file]));
  const fileOf = (url: string): MediaRow | undefined =>
    byUrl.get(url) ?? byHash.get(FORMAT.exec(url)?.[1] ?? '');
  const covers = posts.flatMap(({ row }) => (row.cover && !row.coverPath ? [row.cover] : []));
  const ids = [...new Set([...linked, ...covers].map((file) => file.id))];
  const assets: AssetRow[] =
    ids.length > 0
      ? await strapi.db
          .query(ASSET_UID)
          .findMany({ where: { fileId: { $in: ids } }, orderBy: 'id' })
      : [];

  return {
    async place(row, content) {
      const copies: MediaCopy[] = [];
      const problems: Problem[] = [];
      const addresses = new Map<number, string | null>();

      const addressOf = async (file: MediaRow): Promise<string | null> => {
        const known = addresses.get(file.id);
        if (known !== undefined) return known;
        const copy = await placeMedium(context, content, file, assets);
        if (copy) copies.push(copy);
        else problems.push(unreadable(file));
        const address = copy && mediaAddress(copy.path, content.mediaBase, context.site);
        addresses.set(file.id, address);
        return address;
      };

      for (const link of libraryLinks(content)) {
        const file = fileOf(link.path);
        if (file) await addressOf(file);
        else if (link.own && !(await context.folder.read(link.path.slice(1)))) {
          problems.push(unknownMedium(link.path));
        }
      }
      const relink = (text: string): string =>
        outsideCode(text, (piece) =>
          piece.replace(LIBRARY_LINK, (all, before: string, _link, url: string) => {
            const address = addresses.get(fileOf(url)?.id ?? -1);
            return address ? before + address : all;
          }),
        );
      let placed = copies.length > 0 ? relinked(content, relink) : content;
      if (row.cover && !row.coverPath) {
        placed = { ...placed, cover: { ...placed.cover, path: await addressOf(row.cover) } };
      }
      return { content: placed, copies, problems };
    },
  };
}

function relinked(content: PostContent, relink: (text: string) => string): PostContent {
  return {
    ...content,
    body: relink(content.body),
    closing: content.closing === null ? null : relink(content.closing),
    sections: content.sections.map((section) => ({
      ...section,
      lead: relink(section.lead),
      items: section.items.map((item) => ({ ...item, body: relink(item.body) })),
    })),
  };
}

/** Chooses the place of a medium: where it has one, there; else beside the post's other images. */
async function placeMedium(
  { strapi, folder, site, defaultFolder, planned, places }: MediaContext,
  content: PostContent,
  file: MediaRow,
  assets: readonly AssetRow[],
): Promise<MediaCopy | null> {
  const bytes = await readMedium(strapi, file);
  if (!bytes) return null;
  const hash = hashOf(bytes);
  const beside = mediaFolder(content.mediaBase, site);
  const own = assets.filter(({ fileId }) => fileId === file.id).map((asset) => asset.path);
  const known =
    own.find((place) => beside && place.startsWith(`${beside}/`)) ?? own[0] ?? places.get(file.id);
  if (known !== undefined) {
    const there = planned.has(known) || (await folder.read(known)) !== null;
    // A medium keeps its path; bytes that somebody changed in the blog are theirs to keep.
    return { fileId: file.id, path: known, bytes, hash, there };
  }
  const ext = (file.ext ?? path.extname(file.name)).toLowerCase();
  const stem = suggestSlug(path.basename(file.name, path.extname(file.name)));
  const target = `${beside ?? defaultFolder}/${stem}`;
  for (const name of [`${target}${ext}`, `${target}-${hash.slice(0, 8)}${ext}`]) {
    const standing = await folder.read(name);
    const there = planned.get(name) ?? (standing && hashOf(standing));
    if (there === null || there === hash) {
      return { fileId: file.id, path: name, bytes, hash, there: there !== null };
    }
  }
  return null;
}

/** Bytes of a medium of the local provider; null where they can't be read. */
export async function readMedium(strapi: Core.Strapi, file: MediaRow): Promise<Buffer | null> {
  if (file.provider !== 'local') return null;
  const root = path.resolve(strapi.dirs.static.public, 'uploads');
  const at = path.resolve(root, path.basename(file.url));
  if (!at.startsWith(root + path.sep)) return null;
  return readFile(at).catch(() => null);
}

const unknownMedium = (link: string): Problem => ({
  code: 'medium-unknown',
  severity: 'warning',
  field: 'body',
  message: {
    en: `The post links ${link}, which neither the media library nor the blog has. Pick the image again or take the link out.`,
    ko: `포스트가 연결한 ${link} 파일이 미디어 라이브러리에도 블로그에도 없습니다. 이미지를 다시 고르거나 링크를 빼세요.`,
  },
});

const unreadable = (file: MediaRow): Problem => ({
  code: 'medium-unreadable',
  severity: 'error',
  message: {
    en: `The medium "${file.name}" can't be read from the library. Upload it again, or remove it from the post.`,
    ko: `미디어 "${file.name}"을(를) 라이브러리에서 읽을 수 없습니다. 다시 업로드하거나 포스트에서 빼세요.`,
  },
});
