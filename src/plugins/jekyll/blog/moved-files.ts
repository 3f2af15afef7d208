import { similarity } from '../core/merge';
import type { FileRecord } from './record';
import type { StandingFile } from './standing-file';

/** From here on a file with other bytes counts as the moved one, as in Git's detection of renames. */
const ALIKE = 0.5;

/**
 * Tells which unknown files are known ones that somebody moved, and maybe edited: first by their
 * bytes, then by what they have in common.
 *
 * @param missing records whose files are gone
 * @param strangers files that no record names
 * @returns the file that each record's became, by record id
 */
export function matchMovedFiles(
  missing: readonly FileRecord[],
  strangers: readonly StandingFile[],
): Map<number, StandingFile> {
  const moved = new Map<number, StandingFile>();
  const free = new Set(strangers);
  for (const record of missing) {
    const equal = [...free].find(({ hash }) => hash === record.hash);
    if (!equal) continue;
    moved.set(record.id, equal);
    free.delete(equal);
  }
  const pairs = missing
    .filter(({ id }) => !moved.has(id))
    .flatMap((record) => [...free].flatMap((file) => pairOf(record, file)))
    .sort((a, b) => b.alike - a.alike);
  for (const { record, file } of pairs) {
    if (moved.has(record.id) || !free.has(file)) continue;
    moved.set(record.id, file);
    free.delete(file);
  }
  return moved;
}

interface Pair {
  readonly record: FileRecord;
  readonly file: StandingFile;
  /** Share of the content that both have, 0 to 1. */
  readonly alike: number;
}

function pairOf(record: FileRecord, file: StandingFile): Pair[] {
  if (record.text === null || file.text === null) return [];
  const alike = similarity(record.text, file.text);
  return alike >= ALIKE ? [{ record, file, alike }] : [];
}
