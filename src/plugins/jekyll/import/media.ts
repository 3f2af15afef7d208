import { writeFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lookup } from 'mime-types';
import type { Core } from '@strapi/strapi';
import { mediaAddresses, mediaCandidates, type PostContent } from '../core/post';
import type { Problem } from '../core/problem';
import type { BlogFolder } from '../blog/blog-folder';
import { hashOf } from '../blog/hash';
import type { Site } from '../blog/site';
import { readMedium } from '../entries/media';
import type { MediaRow } from '../entries/rows';
import { UPLOAD_FILE_UID } from '../server/src/content-model';
import { ASSET_UID } from '../server/src/plugin-id';

/** Larger files stay in the blog alone. */
const MAX_BYTES = 50 * 1024 * 1024;

export interface ImportedMedia {
  /** Library file of the cover; null where the post has none in the checkout. */
  readonly coverId: number | null;
  readonly problems: readonly Problem[];
}

/** Takes images that posts name from the checkout into the media library. */
export interface MediaImport {
  /** Media of one post; the Markdown is left as it is. */
  take(content: PostContent): Promise<ImportedMedia>;
  /** Files put into the library so far. */
  count(): number;
}

export function createMediaImport(
  strapi: Core.Strapi,
  folder: BlogFolder,
  site: Site,
  { archive = false }: { readonly archive?: boolean | undefined } = {},
): MediaImport {
  /** Library file by path in the blog, for what this run has seen. */
  const seen = new Map<string, number | null>();
  let uploaded = 0;

  async function takeFile(file: string, bytes: Buffer, told: Problem[]): Promise<number | null> {
    const hash = hashOf(bytes);
    const query = strapi.db.query(ASSET_UID);
    const same = (await query.findMany({ where: { $or: [{ path: file }, { hash }] } })) as {
      path: string;
      hash: string;
      fileId: number;
    }[];
    const here = same.find((asset) => asset.path === file && asset.hash === hash);
    if (here) return here.fileId;
    const stale = same.find((asset) => asset.path === file);
    // An archive says nothing about what the blog holds at a path that is known.
    if (stale && archive) {
      told.push(knownMedium(file));
      return stale.fileId;
    }
    const equal = same.find((asset) => asset.hash === hash);
    const fileId = equal ? equal.fileId : await upload(strapi, file, bytes);
    if (!equal) uploaded += 1;
    const kept = archive && !equal ? await keptHash(strapi, fileId) : null;
    const data = { path: file, hash: kept ?? hash, fileId, origin: 'imported' };
    if (stale) await query.update({ where: { path: file }, data });
    else await query.create({ data });
    return fileId;
  }

  async function takeAddress(
    address: string,
    content: PostContent,
    problems: Problem[],
  ): Promise<number | null> {
    for (const file of mediaCandidates(address, content.mediaBase, site)) {
      const known = seen.get(file);
      if (known !== undefined) return known;
      if (!lookup(file)) continue;
      const bytes = await folder.read(file).catch(() => null);
      if (!bytes) continue;
      const id =
        bytes.length > MAX_BYTES
          ? null
          : await takeFile(file, bytes, problems).catch((error: unknown) => {
              problems.push(notTaken(file, error));
              return null;
            });
      seen.set(file, id);
      return id;
    }
    return null;
  }

  return {
    async take(content) {
      const problems: Problem[] = [];
      const texts = [
        content.body,
        content.closing ?? '',
        ...content.sections.flatMap(({ lead, items }) => [lead, ...items.map(({ body }) => body)]),
      ];
      for (const address of mediaAddresses(texts.join('\n\n'))) {
        await takeAddress(address, content, problems);
      }
      const coverId = content.cover.path
        ? await takeAddress(content.cover.path, content, problems)
        : null;
      return { coverId, problems };
    },
    count: () => uploaded,
  };
}

/**
 * Hash of what the library made of a picture. The library may have compressed it, and has the only
 * copy of what an archive brought: that is what an export puts into the blog.
 */
async function keptHash(strapi: Core.Strapi, id: number): Promise<string | null> {
  const file: MediaRow | null = await strapi.db.query(UPLOAD_FILE_UID).findOne({ where: { id } });
  const bytes = file && (await readMedium(strapi, file));
  return bytes && hashOf(bytes);
}

/** Puts one file into the library through the upload plugin, which makes its own copy and thumbnails. */
async function upload(strapi: Core.Strapi, file: string, bytes: Buffer): Promise<number> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-media-'));
  try {
    const filepath = path.join(dir, path.basename(file));
    await writeFile(filepath, bytes);
    const name = path.basename(file);
    const [stored] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name, alternativeText: null, caption: null } },
        files: {
          filepath,
          originalFilename: name,
          mimetype: lookup(file) || 'application/octet-stream',
          size: bytes.length,
        },
      });
    return stored.id as number;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

const knownMedium = (file: string): Problem => ({
  code: 'medium-known-already',
  severity: 'warning',
  message: {
    en: `The CMS has another picture at ${file} already and kept that one. Give the new one another name where the post should show it.`,
    ko: `CMS에 ${file}의 다른 그림이 이미 있어 그것을 그대로 두었습니다. 새 그림을 보여 주려면 이름을 바꾸세요.`,
  },
});

const notTaken = (file: string, error: unknown): Problem => ({
  code: 'medium-not-taken',
  severity: 'warning',
  message: {
    en: `${file} could not be taken into the media library (${String(error)}). The post keeps its link.`,
    ko: `${file} 파일을 미디어 라이브러리에 넣지 못했습니다(${String(error)}). 포스트의 링크는 그대로입니다.`,
  },
});
