import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Folder in the repository's own that holds one scratch folder for each operation at work. */
const FOLDER = 'jekyll-cms';
const HOUR = 3_600_000;
const inUse = new Set<string>();

/**
 * Lends a new empty folder inside `gitDir` to an operation and removes it afterwards, together with
 * those that a killed process left.
 */
export async function withScratch<T>(
  gitDir: string,
  work: (scratch: string) => Promise<T>,
): Promise<T> {
  const parent = path.join(gitDir, FOLDER);
  await removeLeftovers(parent);
  const scratch = path.join(parent, `${process.pid}-${randomBytes(6).toString('hex')}`);
  inUse.add(scratch);
  try {
    await mkdir(scratch, { recursive: true, mode: 0o700 });
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
    inUse.delete(scratch);
    // Not empty where another operation is at work.
    await rmdir(parent).catch(() => undefined);
  }
}

async function removeLeftovers(parent: string): Promise<void> {
  for (const name of await readdir(parent).catch(() => [] as string[])) {
    const folder = path.join(parent, name);
    if (inUse.has(folder) || (await isAtWork(folder, Number.parseInt(name, 10)))) continue;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ids of processes are given again, and another machine has others: an old folder is nobody's. */
async function isAtWork(folder: string, pid: number): Promise<boolean> {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const info = await stat(folder).catch(() => null);
  return info !== null && Date.now() - info.mtimeMs < HOUR;
}
