import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Upload } from '../../../contracts/imports';

/** Milliseconds for which an archive waits to be imported. */
const KEPT_FOR = 60 * 60_000;

interface Kept extends Upload {
  readonly user: number;
  readonly dir: string;
  readonly file: string;
  readonly timer: NodeJS.Timeout;
}

/** A file as the server received it. */
export interface ReceivedFile {
  /** Absolute path of a temporary file, which is taken over. */
  readonly filepath: string;
  readonly originalFilename: string | null;
}

/**
 * Archives between their upload and their import: one for each administrator, in temporary folders
 * that nobody else reads, for an hour. A process that dies leaves its own to the system's cleaning.
 */
export interface Uploads {
  /** Takes a file over in place of the user's earlier one. @returns null where it is no zip */
  take(file: ReceivedFile, user: number): Promise<Upload | null>;
  /** The user's archive that waits; null without one. */
  current(user: number): Upload | null;
  /** Absolute path of the user's own archive; null where it is gone, or somebody else's. */
  fileOf(id: string, user: number): string | null;
  remove(id: string): Promise<void>;
  /** Removes all. */
  stop(): Promise<void>;
}

export function createUploads(keptFor = KEPT_FOR): Uploads {
  const kept = new Map<string, Kept>();

  async function remove(id: string): Promise<void> {
    const one = kept.get(id);
    if (!one) return;
    kept.delete(id);
    clearTimeout(one.timer);
    await rm(one.dir, { recursive: true, force: true });
  }

  const ownOf = (user: number): Kept[] => [...kept.values()].filter((one) => one.user === user);

  return {
    async take({ filepath, originalFilename }, user) {
      if (!(await isZip(filepath))) {
        await rm(filepath, { force: true });
        return null;
      }
      for (const { id } of ownOf(user)) await remove(id);
      const dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-upload-'));
      const file = path.join(dir, 'archive.zip');
      await move(filepath, file);
      const { size } = await stat(file);
      const id = randomUUID();
      const timer = setTimeout(() => void remove(id), keptFor);
      timer.unref();
      const name = path.basename(originalFilename ?? 'archive.zip').slice(0, 200);
      const expiresAt = new Date(Date.now() + keptFor).toISOString();
      const one: Kept = { id, name, size, expiresAt, user, dir, file, timer };
      kept.set(id, one);
      return uploadOf(one);
    },
    current(user) {
      const [own] = ownOf(user);
      return own ? uploadOf(own) : null;
    },
    fileOf(id, user) {
      const one = kept.get(id);
      return one?.user === user ? one.file : null;
    },
    remove,
    async stop() {
      await Promise.all([...kept.keys()].map(remove));
    },
  };
}

const uploadOf = ({ id, name, size, expiresAt }: Kept): Upload => ({ id, name, size, expiresAt });

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await copyFile(from, to);
    await rm(from, { force: true });
  }
}

/** Zip archives begin with an entry; empty ones with their end. */
const STARTS = [Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from([0x50, 0x4b, 5, 6])];

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    const isOne = STARTS.some((start) => buffer.equals(start));
    return bytesRead === 4 && isOne;
  } finally {
    await handle.close();
  }
}
