import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Puts a picture into the library as the admin does. */
export async function uploadPicture(
  strapi: Core.Strapi,
  name: string,
  bytes: Buffer,
): Promise<{ id: number; url: string }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-upload-'));
  try {
    const filepath = path.join(dir, name);
    await writeFile(filepath, bytes);
    const [medium] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name } },
        files: { filepath, originalFilename: name, mimetype: 'image/png', size: bytes.length },
      });
    return medium;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
