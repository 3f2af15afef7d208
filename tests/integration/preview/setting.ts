import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { copyExample } from '../jekyll/site';

/** The example blog as the configured one: its posts imported by nobody. */
export async function exampleBlog(): Promise<{ dir: string; remove(): Promise<void> }> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'jekyll-preview-'));
  const dir = path.join(root, 'blog');
  await copyExample(dir, false);
  process.env['JEKYLL_BLOG_DIR'] = dir;
  return {
    dir,
    async remove() {
      delete process.env['JEKYLL_BLOG_DIR'];
      await rm(root, { recursive: true, force: true });
    },
  };
}
