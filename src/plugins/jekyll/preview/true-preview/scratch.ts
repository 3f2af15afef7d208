import { copyFile, lstat, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openBlogFolder } from '../../blog/blog-folder';

/** A file that stands in the scratch copy though the checkout lacks it, or has another one. */
export interface Overlay {
  /** Relative to the blog. */
  readonly path: string;
  /** null: the file is not to stand there. */
  readonly bytes: Uint8Array | null;
}

/** What a build makes itself, what Git keeps, and packages of Node that no site is built from. */
const LEFT_OUT = new Set([
  '.git',
  '.jekyll-cache',
  '.jekyll-cms',
  '.jekyll-metadata',
  '.sass-cache',
  '_site',
  'node_modules',
  'vendor',
]);
const OVERLAYS = 'overlays.json';

export interface Scratch {
  readonly source: string;
  readonly site: string;
}

/**
 * Brings a scratch copy of a checkout up to date: only what differs is copied, so that Jekyll builds
 * only what changed. What an earlier build laid over it is taken back first: nobody's draft stays.
 * Symbolic links are not followed.
 */
export async function syncScratch(
  checkout: string,
  dir: string,
  overlays: readonly Overlay[],
  signal: AbortSignal,
): Promise<Scratch> {
  const source = path.join(dir, 'source');
  const site = path.join(dir, 'site');
  await mkdir(source, { recursive: true, mode: 0o700 });
  const folder = await openBlogFolder(source);
  const noted = path.join(dir, OVERLAYS);
  for (const file of await readNoted(noted)) await folder.remove(file).catch(() => undefined);
  await mirror(checkout, source, signal);
  // Noted before they stand: a build that is killed leaves none unknown.
  await writeFile(noted, JSON.stringify(overlays.map((overlay) => overlay.path)));
  for (const { path: file, bytes } of overlays) {
    signal.throwIfAborted();
    if (bytes === null) await folder.remove(file);
    else await folder.write(file, bytes);
  }
  return { source, site };
}

async function readNoted(file: string): Promise<string[]> {
  try {
    const noted: unknown = JSON.parse(await readFile(file, 'utf8'));
    return Array.isArray(noted) ? noted.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

async function mirror(from: string, to: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const entries = await readdir(from, { withFileTypes: true });
  const wanted = entries.filter(
    (entry) => !LEFT_OUT.has(entry.name) && (entry.isFile() || entry.isDirectory()),
  );
  const kept = new Set(wanted.map(({ name }) => name));
  for (const entry of await readdir(to, { withFileTypes: true })) {
    if (kept.has(entry.name) || LEFT_OUT.has(entry.name)) continue;
    await rm(path.join(to, entry.name), { recursive: true, force: true });
  }
  for (const entry of wanted) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    const standing = await lstat(target).catch(() => null);
    if (entry.isDirectory()) {
      if (standing && !standing.isDirectory()) await rm(target, { force: true });
      await mkdir(target, { recursive: true });
      await mirror(source, target, signal);
      continue;
    }
    const info = await lstat(source);
    const same =
      standing?.isFile() &&
      standing.size === info.size &&
      Math.abs(standing.mtimeMs - info.mtimeMs) < 2;
    if (same) continue;
    if (standing) await rm(target, { recursive: true, force: true });
    await copyFile(source, target);
    await utimes(target, info.atime, info.mtime);
  }
}
