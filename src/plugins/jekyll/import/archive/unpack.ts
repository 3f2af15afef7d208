import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { Problem } from '../../core/problem';
import { tooLarge } from '../problems';
import { blogFolderOf, type FileUse, fits, useOf } from './contents';
import { foldedPath, readEntryName } from './entry-name';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './limits';
import * as problems from './problems';
import { ArchiveError } from './problems';

/** An unpacked archive. */
export interface UnpackedBlog {
  /** Absolute path of the folder that holds the blog. */
  readonly dir: string;
  readonly left: readonly LeftOut[];
}

/** A post that stayed in the archive. */
export interface LeftOut {
  /** Relative to the blog. */
  readonly path: string;
  readonly problem: Problem;
}

export interface UnpackOptions {
  readonly limits?: ArchiveLimits | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Unpacks what an import needs of an uploaded blog into a temporary folder, and takes the folder
 * away when `work` has ended, however it did. Everything is looked at before anything is written:
 * one entry that would leave the folder, or that is larger than it says, refuses the whole.
 *
 * @param file absolute path of the zip archive
 * @throws {ArchiveError} which says what is wrong with which entry, in both languages
 */
export async function withUnpacked<T>(
  file: string,
  work: (blog: UnpackedBlog) => Promise<T>,
  { limits = ARCHIVE_LIMITS, signal }: UnpackOptions = {},
): Promise<T> {
  const root = await mkdtemp(path.join(os.tmpdir(), 'jekyll-import-'));
  try {
    return await work(await unpack(file, root, limits, signal));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function unpack(
  file: string,
  root: string,
  limits: ArchiveLimits,
  signal: AbortSignal | undefined,
): Promise<UnpackedBlog> {
  const { size } = await stat(file);
  if (size > limits.archive) throw problems.archiveTooLarge(limits.archive);
  const zip = await openPromise(file, {
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: true,
  }).catch((error: unknown) => {
    throw problems.noArchive(error);
  });
  try {
    const found = await readDirectory(zip, size, limits);
    const { wanted, left } = choose(found, limits);
    const dir = path.join(root, 'blog');
    await mkdir(dir);
    for (const one of wanted) {
      signal?.throwIfAborted();
      await writeEntry(zip, one, dir);
    }
    return { dir, left };
  } finally {
    zip.close();
  }
}

/** A file of an archive whose path is sound. */
interface ArchivedFile {
  readonly entry: Entry;
  readonly path: string;
}

interface Wanted extends ArchivedFile {
  readonly use: FileUse;
}

/** @throws {ArchiveError} for any entry that would not stay in its folder, wanted or not */
async function readDirectory(
  zip: ZipFile,
  size: number,
  limits: ArchiveLimits,
): Promise<ArchivedFile[]> {
  if (zip.entryCount > limits.entries) throw problems.tooManyEntries(limits.entries);
  const files: ArchivedFile[] = [];
  let entries = 0;
  let packed = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > limits.entries) throw problems.tooManyEntries(limits.entries);
      packed += entry.compressedSize;
      if (packed > size) throw problems.overlapping();
      const name = readEntryName(entry.fileNameRaw, entry.generalPurposeBitFlag, limits);
      if ('fault' in name) throw problems.badName(name.name, name.fault);
      if (!name.isFolder) files.push({ entry, path: name.path });
    }
  } catch (error) {
    throw error instanceof ArchiveError ? error : problems.noArchive(error);
  }
  return files;
}

/** Type of a file in the upper half of its attributes, as Unix writes it; 0 where nothing is said. */
const typeOf = ({ externalFileAttributes }: Entry): number =>
  (externalFileAttributes >>> 16) & 0o170000;
const REGULAR = 0o100000;

/** Chooses what an import needs. */
function choose(
  found: readonly ArchivedFile[],
  limits: ArchiveLimits,
): { wanted: Wanted[]; left: LeftOut[] } {
  const folder = blogFolderOf(found.map((one) => one.path));
  if (folder === null) throw problems.noBlog();
  const within = folder === '' ? '' : `${folder}/`;
  const wanted: Wanted[] = [];
  const left: LeftOut[] = [];
  const places = new Map<string, string>();
  let unpacked = 0;
  let packed = 0;
  for (const { entry, path: full } of found) {
    if (!full.startsWith(within)) continue;
    const at = full.slice(within.length);
    const type = typeOf(entry);
    const use = useOf(at);
    if (type !== 0 && type !== REGULAR) {
      const amongPosts = at.split('/').includes('_posts');
      if (amongPosts) left.push({ path: at, problem: problems.linkLeftOut(at) });
      continue;
    }
    if (!use) continue;
    if (!fits(use, entry.uncompressedSize)) {
      if (use === 'post') left.push({ path: at, problem: tooLarge(at) });
      continue;
    }
    claimPlace(places, at);
    if (entry.isEncrypted()) throw problems.locked(full);
    if (!entry.canDecodeFileData()) throw problems.damaged(full, 'unknown compression');
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (unpacked > limits.unpacked) throw problems.unpackedTooLarge(full, limits.unpacked);
    if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
      throw problems.tooDense(full, limits.ratio);
    }
    wanted.push({ entry, path: at, use });
  }
  return { wanted, left };
}

/**
 * Two entries may not be one file, nor one the folder of another.
 * @param places paths of the files and folders so far by how the most forgetful system compares them;
 *   a folder's ends in `/`
 */
function claimPlace(places: Map<string, string>, at: string): void {
  const parts = at.split('/');
  for (let count = 1; count < parts.length; count += 1) {
    const folder = parts.slice(0, count).join('/');
    const known = places.get(foldedPath(folder));
    if (known !== undefined && !known.endsWith('/')) throw problems.twins(known, at);
    places.set(foldedPath(folder), `${folder}/`);
  }
  const known = places.get(foldedPath(at));
  if (known !== undefined) throw problems.twins(known, at);
  places.set(foldedPath(at), at);
}

/** Sizes are held to while the bytes come: an entry that is larger than it says ends the unpacking. */
async function writeEntry(zip: ZipFile, { entry, path: at }: Wanted, dir: string): Promise<void> {
  const target = path.join(dir, ...at.split('/'));
  await mkdir(path.dirname(target), { recursive: true });
  try {
    const bytes = await zip.openReadStreamPromise(entry);
    await pipeline(bytes, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    throw problems.damaged(at, error);
  }
}
