import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Extensions that Jekyll's defaults take for Markdown posts and that this importer reads. */
const POST_FILE = /\.(?:md|markdown)$/i;

/** Folders that hold no sources of a site. */
export const SKIPPED: ReadonlySet<string> = new Set([
  '_site',
  'node_modules',
  'vendor',
  '.git',
  '.jekyll-cache',
]);

/**
 * Post files of a checkout in a stable order: every `.md` and `.markdown` under a folder `_posts`,
 * at any depth. Symbolic links are not followed: one that would lead to posts is listed itself, so
 * that its reader can say so.
 *
 * @param root absolute path of the checkout
 * @param glob keeps the files whose path matches (`*`, `**`, `?`), all without it
 * @returns paths relative to `root`, `/` between their parts
 */
export async function scanPosts(root: string, glob?: string): Promise<string[]> {
  const found: string[] = [];
  const wanted = glob === undefined ? null : globPattern(glob);

  async function walk(dir: string, inPosts: boolean): Promise<void> {
    const entries = await readdir(path.join(root, dir), { withFileTypes: true });
    for (const entry of entries) {
      const at = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) await walk(at, inPosts || entry.name === '_posts');
      } else if (entry.isFile() && inPosts && POST_FILE.test(entry.name)) {
        if (!wanted || wanted.test(at)) found.push(at);
      } else if (entry.isSymbolicLink() && (!wanted || wanted.test(at))) {
        if (entry.name === '_posts' || (inPosts && (await leadsToPosts(root, at)))) found.push(at);
      }
    }
  }
  if ((await lstat(root)).isDirectory()) await walk('', path.basename(root) === '_posts');
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A link to a post, or to a folder that may hold some. */
async function leadsToPosts(root: string, link: string): Promise<boolean> {
  if (POST_FILE.test(link)) return true;
  const target = await stat(path.join(root, link)).catch(() => null);
  return target?.isDirectory() ?? false;
}

/** A glob over paths: `**` crosses folders, `*` and `?` do not. */
function globPattern(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|\*|\?|[.+^${}()|[\]\\]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
