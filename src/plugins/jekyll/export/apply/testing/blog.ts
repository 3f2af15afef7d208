import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type BlogFolder, openBlogFolder } from '../../../blog/blog-folder';
import { hashOf } from '../../../blog/hash';
import type { FileChange } from '../types';

/** Files of a blog with their texts, by path. */
export type Files = Readonly<Record<string, string>>;

/** A blog in a real directory. */
export class TestBlog {
  private constructor(readonly dir: string) {}

  /** @param dir an empty folder; without it, a temporary one */
  static async with(files: Files, dir?: string): Promise<TestBlog> {
    const blog = new TestBlog(dir ?? (await mkdtemp(path.join(os.tmpdir(), 'jekyll-apply-'))));
    for (const [file, text] of Object.entries(files)) await blog.write(file, text);
    return blog;
  }

  at(file: string): string {
    return path.join(this.dir, file);
  }

  open(): Promise<BlogFolder> {
    return openBlogFolder(this.dir);
  }

  async write(file: string, text: string): Promise<void> {
    await mkdir(path.dirname(this.at(file)), { recursive: true });
    await writeFile(this.at(file), text);
  }

  /** Everything that is no folder, in hidden folders too. */
  async files(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const entry of await readdir(this.dir, { recursive: true, withFileTypes: true })) {
      const at = path.join(entry.parentPath, entry.name);
      if (entry.isDirectory()) continue;
      found[path.relative(this.dir, at)] = entry.isFile() ? await readFile(at, 'utf8') : 'a link';
    }
    return found;
  }

  async folders(): Promise<string[]> {
    const entries = await readdir(this.dir, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.relative(this.dir, path.join(entry.parentPath, entry.name)))
      .sort();
  }

  async remove(): Promise<void> {
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** A change from one text to another; null where there is no file. */
export const change = (path: string, before: string | null, after: string | null): FileChange => ({
  path,
  bytes: after === null ? null : Buffer.from(after),
  expected: before === null ? null : hashOf(before),
});

/** A file that moves, with what it said and is to say. */
export const move = (from: string, path: string, before: string, after: string): FileChange => ({
  ...change(path, null, after),
  from: { path: from, expected: hashOf(before) },
});
