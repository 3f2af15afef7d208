import { TextDecoder } from 'node:util';
import type { BlogFolder } from './blog-folder';
import { hashOf } from './hash';

/** A file of the blog, as it stands now. */
export interface StandingFile {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
  /** null where it is no UTF-8. */
  readonly text: string | null;
}

/** Reads a file with its hash; null where none stands. */
export async function standingFile(folder: BlogFolder, path: string): Promise<StandingFile | null> {
  const bytes = await folder.read(path);
  return bytes && { path, hash: hashOf(bytes), text: decodeText(bytes) };
}

/** The text of UTF-8 bytes, its byte order mark included; null where they are something else. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
