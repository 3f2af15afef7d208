import path from 'node:path';
import type { BlogService } from '../../contracts/service';
import { UsageError } from './usage-error';

/**
 * Folder of the blog that a command works on, absolute.
 *
 * @param named what the caller asked for; without it the configuration counts
 * @throws {UsageError} where neither names one
 */
export function blogDirOf(blog: BlogService, named: string | undefined): string {
  const dir = named === undefined ? blog.configuredDir() : path.resolve(named);
  if (dir) return dir;
  throw new UsageError(
    'No blog to write to. Name its folder with --blog, or set blogDir in config/plugins (JEKYLL_BLOG_DIR).',
  );
}
