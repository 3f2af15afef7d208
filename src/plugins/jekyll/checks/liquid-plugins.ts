import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Larger files are no plugin's. */
const MAX_BYTES = 1024 * 1024;
const REGISTERED = /register_tag\s*\(?\s*["'](\w+)["']/g;

/**
 * Names of the Liquid tags that a site's own plugins (`_plugins`) register. The files are Ruby and
 * are never run; without the folder there are none.
 */
export async function readLiquidTags(blogDir: string): Promise<ReadonlySet<string>> {
  const tags = new Set<string>();
  const root = path.join(blogDir, '_plugins');
  const files = await readdir(root, { recursive: true }).catch(() => []);
  for (const name of files) {
    if (!name.endsWith('.rb')) continue;
    const file = path.join(root, name);
    const info = await stat(file).catch(() => null);
    if (!info?.isFile() || info.size > MAX_BYTES) continue;
    const source = await readFile(file, 'utf8').catch(() => '');
    for (const [, tag = ''] of source.matchAll(REGISTERED)) tags.add(tag);
  }
  return tags;
}
