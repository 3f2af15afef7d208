import path from 'node:path';
import { type BlogFolder, BlogFolderError } from '../../blog/blog-folder';

/** Everything that a preview serves of a folder: pictures, style sheets and fonts, nothing else. */
const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.css': 'text/css; charset=utf-8',
  '.otf': 'font/otf',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
/** Larger ones are no picture for a page. */
const MAX_BYTES = 30 * 1024 * 1024;

export interface ServedFile {
  readonly bytes: Buffer;
  readonly type: string;
}

export const servedType = (file: string): string | null =>
  TYPES[path.posix.extname(file).toLowerCase()] ?? null;

/**
 * A file for a preview; null for what may not be served, lies outside or behind a link, or isn't
 * there: nobody can tell these apart.
 *
 * @param file relative to the folder, decoded once
 */
export async function serveFrom(folder: BlogFolder, file: string): Promise<ServedFile | null> {
  const type = servedType(file);
  // Hidden files and folders are nobody's pictures.
  if (type === null || file.split('/').some((part) => part.startsWith('.'))) return null;
  try {
    const bytes = await folder.read(file);
    return bytes && bytes.length <= MAX_BYTES ? { bytes, type } : null;
  } catch (error) {
    if (error instanceof BlogFolderError) return null;
    const { code } = error as NodeJS.ErrnoException;
    // A name that no file system takes.
    if (code === 'ENAMETOOLONG' || code === 'EINVAL' || code === 'ERR_INVALID_ARG_VALUE')
      return null;
    throw error;
  }
}
