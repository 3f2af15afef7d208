import { diffArrays } from 'diff';

export type CellState = 'same' | 'changed' | 'removed' | 'empty';

/** What one side has in a row; `removed`: a line that it took out. */
export interface Cell {
  readonly text: string;
  /** From 1; null where the side has no line here. */
  readonly number: number | null;
  readonly state: CellState;
}

/** The same place in the common text and in both sides. */
export interface Row {
  readonly blog: Cell;
  readonly base: Cell;
  readonly cms: Cell;
}

/** Rows that are shown, or a number of rows alike that are not. */
export type Part = { readonly rows: readonly Row[] } | { readonly alike: number };

const EMPTY: Cell = { text: '', number: null, state: 'empty' };
/** Rows alike that are shown around those that differ. */
const CONTEXT = 3;
/** Fewer rows alike are not worth folding. */
const LEAST_FOLDED = 4;

export const linesOf = (text: string | null): string[] => {
  const lines = (text ?? '').split(/\r\n?|\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
};

/** What a side did with each line of the common text. */
interface Aligned {
  /** By line of the common text. */
  readonly cells: readonly Cell[];
  /** Lines that stand before a line of the common text, by its index; after the last, by their count. */
  readonly before: readonly (readonly Cell[])[];
}

function align(base: readonly string[], side: readonly string[] | null): Aligned {
  const cells: Cell[] = base.map(() => EMPTY);
  const before: Cell[][] = Array.from({ length: base.length + 1 }, () => []);
  if (side === null) return { cells, before };
  let at = 0;
  let number = 0;
  /** Lines of the common text that this side took out, and has not put others in place of. */
  let taken: number[] = [];
  for (const { value, added, removed } of diffArrays([...base], [...side])) {
    for (const text of value) {
      if (removed) {
        cells[at] = { text: '', number: null, state: 'removed' };
        taken.push(at);
        at += 1;
        continue;
      }
      number += 1;
      if (!added) {
        taken = [];
        cells[at] = { text, number, state: 'same' };
        at += 1;
        continue;
      }
      const cell: Cell = { text, number, state: 'changed' };
      const place = taken.shift();
      if (place === undefined) before[at]?.push(cell);
      else cells[place] = cell;
    }
  }
  return { cells, before };
}

/**
 * The three texts of a conflict row by row. Without a common text both sides are compared with what
 * the blog has.
 */
export function sideBySide(texts: {
  readonly base: string | null;
  readonly blog: string | null;
  readonly cms: string | null;
}): Row[] {
  const { base, blog, cms } = texts;
  const common = linesOf(base ?? blog ?? cms);
  const sides = {
    blog: align(common, blog === null ? null : linesOf(blog)),
    cms: align(common, cms === null ? null : linesOf(cms)),
  };
  const rows: Row[] = [];
  for (let at = 0; at <= common.length; at += 1) {
    const ours = sides.cms.before[at] ?? [];
    const theirs = sides.blog.before[at] ?? [];
    for (let extra = 0; extra < Math.max(ours.length, theirs.length); extra += 1) {
      rows.push({ blog: theirs[extra] ?? EMPTY, base: EMPTY, cms: ours[extra] ?? EMPTY });
    }
    const line = common[at];
    if (line === undefined) continue;
    rows.push({
      blog: sides.blog.cells[at] ?? EMPTY,
      base: base === null ? EMPTY : { text: line, number: at + 1, state: 'same' },
      cms: sides.cms.cells[at] ?? EMPTY,
    });
  }
  return rows;
}

const differs = ({ blog, cms }: Row): boolean => blog.state !== 'same' || cms.state !== 'same';

/** The rows with long stretches that are alike folded away. */
export function foldAlike(rows: readonly Row[]): Part[] {
  const near = rows.map(() => false);
  rows.forEach((row, index) => {
    if (!differs(row)) return;
    for (let at = index - CONTEXT; at <= index + CONTEXT; at += 1) {
      if (at >= 0 && at < rows.length) near[at] = true;
    }
  });
  for (let from = 0; from < near.length; ) {
    let to = from;
    while (to < near.length && near[to] === near[from]) to += 1;
    if (to - from < LEAST_FOLDED) near.fill(true, from, to);
    from = to;
  }
  const parts: Part[] = [];
  for (let from = 0; from < rows.length; ) {
    const shown = near[from] === true;
    let to = from;
    while (to < rows.length && (near[to] === true) === shown) to += 1;
    parts.push(shown ? { rows: rows.slice(from, to) } : { alike: to - from });
    from = to;
  }
  return parts;
}
