import { lookup } from 'mime-types';
import { SKIPPED } from '../../blog/scan';
import { FILE_LIMITS } from './limits';

/** What an import does with a file. */
export type FileUse = 'post' | 'settings' | 'medium';

/** Files that an import reads besides posts and media, relative to the blog. */
const SETTINGS = new Set(['_config.yml', '_data/authors.yml']);
const POST_NAME = /\.(?:md|markdown)$/i;
const MEDIUM_TYPE = /^(?:image|video|audio)\/|^application\/pdf$/;

/** What macOS adds to an archive, and folders that hold no sources. */
const isForeign = (part: string): boolean =>
  SKIPPED.has(part) || part === '__MACOSX' || part.startsWith('._');

const partsOf = (path: string): string[] => path.split('/');

/**
 * Folder of the blog within an archive, `''` for its top: archives of GitHub have one folder around
 * everything, and a blog may lie in `docs`. It is the folder of the topmost `_config.yml`, or else
 * the one that holds all folders `_posts`.
 *
 * @param paths of all files
 * @returns null where there are no posts
 */
export function blogFolderOf(paths: readonly string[]): string | null {
  const sources = paths.filter((path) => !partsOf(path).some(isForeign));
  const around = new Set(
    sources.flatMap((path) => {
      const at = partsOf(path).indexOf('_posts');
      return at >= 0 && POST_NAME.test(path) ? [partsOf(path).slice(0, at).join('/')] : [];
    }),
  );
  if (around.size === 0) return null;
  const shared = [...around].reduce(sharedFolder);
  const folders = sources
    .filter((path) => partsOf(path).at(-1) === '_config.yml')
    .map((path) => partsOf(path).slice(0, -1).join('/'))
    .filter((folder) => folder === '' || `${shared}/`.startsWith(`${folder}/`))
    .sort((a, b) => a.length - b.length);
  return folders[0] ?? shared;
}

function sharedFolder(one: string, other: string): string {
  const ours = partsOf(one);
  const theirs = partsOf(other);
  const differ = ours.findIndex((part, index) => part !== theirs[index]);
  return (differ < 0 ? ours : ours.slice(0, differ)).join('/');
}

/**
 * What an import needs a file for; null where it needs it for nothing.
 *
 * @param path relative to the blog
 */
export function useOf(path: string): FileUse | null {
  const parts = partsOf(path);
  if (parts.some(isForeign)) return null;
  if (SETTINGS.has(path)) return 'settings';
  if (POST_NAME.test(path)) return parts.slice(0, -1).includes('_posts') ? 'post' : null;
  return MEDIUM_TYPE.test(lookup(path) || '') ? 'medium' : null;
}

/** Whether a file of this use may be so large. */
export const fits = (use: FileUse, bytes: number): boolean => bytes <= FILE_LIMITS[use];
