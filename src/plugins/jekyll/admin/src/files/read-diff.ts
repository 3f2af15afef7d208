import { diffWordsWithSpace, parsePatch, type StructuredPatchHunk } from 'diff';

/** A piece of a line; `changed` marks what the other side doesn't have there. */
export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

export interface DiffLine {
  readonly kind: 'added' | 'removed' | 'same';
  readonly pieces: readonly Piece[];
  /** Number of the line before and after, from 1; null on the side that lacks it. */
  readonly before: number | null;
  readonly after: number | null;
}

/** Lines that stand together; what lies between two of these did not change. */
export type DiffBlock = readonly DiffLine[];

/** A longer pair of lines is not compared word by word: it would take too long. */
const WORDS_LIMIT = 4000;
/** Lines that share less than this part of their text are two lines, and not one that was edited. */
const ALIKE = 0.3;

/** Reads a unified diff of one file. What is cut off or malformed gives the blocks before it. */
export function readDiff(diff: string): DiffBlock[] {
  return hunksOf(diff).map(({ oldStart, newStart, lines }) => {
    let before = oldStart;
    let after = newStart;
    const block: DiffLine[] = [];
    for (let at = 0; at < lines.length; ) {
      const removed = runOf(lines, at, '-');
      const added = runOf(lines, at + removed.length, '+');
      if (removed.length + added.length === 0) {
        const line = lines[at] ?? '';
        // `\ No newline at end of file` is no line of either side.
        if (!line.startsWith('\\')) {
          block.push({ kind: 'same', pieces: plain(line.slice(1)), before, after });
          before += 1;
          after += 1;
        }
        at += 1;
        continue;
      }
      const pairs = removed.map((text, index) => wordsOf(text, added[index]));
      removed.forEach((text, index) => {
        const pieces = pairs[index]?.removed ?? plain(text);
        block.push({ kind: 'removed', pieces, before, after: null });
        before += 1;
      });
      added.forEach((text, index) => {
        const pieces = pairs[index]?.added ?? plain(text);
        block.push({ kind: 'added', pieces, before: null, after });
        after += 1;
      });
      at += removed.length + added.length;
    }
    return block;
  });
}

const plain = (text: string): Piece[] => [{ text, changed: false }];

function runOf(lines: readonly string[], from: number, sign: '-' | '+'): string[] {
  const run: string[] = [];
  for (let at = from; lines[at]?.startsWith(sign); at += 1) run.push((lines[at] ?? '').slice(1));
  return run;
}

function hunksOf(diff: string): readonly StructuredPatchHunk[] {
  try {
    return parsePatch(diff)[0]?.hunks ?? [];
  } catch {
    // A diff that was cut ends within a hunk: what stands before that one can be read.
    const cut = diff.lastIndexOf('\n@@');
    return cut <= 0 ? [] : hunksOf(diff.slice(0, cut + 1));
  }
}

/** The changed words of two lines that are one line edited; null where they are not. */
function wordsOf(
  before: string,
  after: string | undefined,
): { removed: Piece[]; added: Piece[] } | null {
  if (after === undefined || before.length + after.length > WORDS_LIMIT) return null;
  const parts = diffWordsWithSpace(before, after);
  const kept = parts.filter(({ added, removed }) => !added && !removed);
  const length = kept.reduce((sum, { value }) => sum + value.trim().length, 0);
  if (length < ALIKE * Math.max(before.trim().length, after.trim().length)) return null;
  const side = (skip: 'added' | 'removed', mark: 'added' | 'removed'): Piece[] =>
    parts
      .filter((part) => !part[skip])
      .map((part) => ({ text: part.value, changed: part[mark] === true }));
  return { removed: side('added', 'removed'), added: side('removed', 'added') };
}
