import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const made: string[] = [];

/** A Jekyll checkout of a test's own in a temporary directory. Paths are relative to it. */
export class Checkout {
  private constructor(readonly dir: string) {}

  /** An empty folder with the given files in it. */
  static async with(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Checkout> {
    const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-blog-'));
    made.push(dir);
    const checkout = new Checkout(dir);
    for (const [file, content] of Object.entries(files)) await checkout.write(file, content);
    return checkout;
  }

  at(file: string): string {
    return path.join(this.dir, file);
  }

  async write(file: string, content: string | Uint8Array): Promise<void> {
    await mkdir(path.dirname(this.at(file)), { recursive: true });
    await writeFile(this.at(file), content);
  }

  async link(file: string, target: string): Promise<void> {
    await mkdir(path.dirname(this.at(file)), { recursive: true });
    await symlink(target, this.at(file));
  }

  text(file: string): Promise<string> {
    return readFile(this.at(file), 'utf8');
  }

  bytes(file: string): Promise<Buffer> {
    return readFile(this.at(file));
  }

  has(file: string): boolean {
    return existsSync(this.at(file));
  }

  /** Replaces a text that must stand in the file. */
  async edit(file: string, from: string, to: string): Promise<void> {
    const text = await this.text(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    await this.write(file, text.replace(from, to));
  }

  async remove(file: string): Promise<void> {
    await rm(this.at(file));
  }

  /** Every file with its bytes as text and its time of change: equal means that nothing was written. */
  async snapshot(): Promise<Record<string, string>> {
    const shot: Record<string, string> = {};
    for (const entry of await readdir(this.dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.relative(this.dir, path.join(entry.parentPath, entry.name));
      const { mtimeMs, ino } = await stat(this.at(file));
      shot[file] = `${mtimeMs} ${ino} ${(await this.bytes(file)).toString('latin1')}`;
    }
    return shot;
  }

  async files(): Promise<string[]> {
    return Object.keys(await this.snapshot()).sort();
  }
}

/** For `afterAll`: takes every checkout of the test file away. */
export async function removeCheckouts(): Promise<void> {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true, force: true });
}
