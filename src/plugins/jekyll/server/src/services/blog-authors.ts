import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';

/** Larger files are no list of authors. */
const MAX_BYTES = 1024 * 1024;

/** The keys at the top of an `authors.yml`; none when it is not a mapping. Never throws. */
export function authorIds(yaml: string): string[] {
  const { contents, errors } = parseDocument(yaml);
  if (errors.length > 0 || !isMap(contents)) return [];
  return contents.items.flatMap(({ key }) =>
    isScalar(key) && key.value !== null ? [String(key.value)] : [],
  );
}

/**
 * Ids of the authors that a blog declares in `_data/authors.yml`, as jekyll-seo-tag and Chirpy read
 * it (https://chirpy.cotes.page/posts/write-a-new-post/, "Author Information").
 * A missing, too large or unreadable file, or one that leads out of the blog, has none.
 */
export async function readBlogAuthors(blogDir: string): Promise<string[]> {
  try {
    const root = await realpath(blogDir);
    const file = await realpath(path.join(root, '_data', 'authors.yml'));
    if (!file.startsWith(root + path.sep)) return [];
    const info = await stat(file);
    if (!info.isFile() || info.size > MAX_BYTES) return [];
    return authorIds(await readFile(file, 'utf8'));
  } catch {
    return [];
  }
}
