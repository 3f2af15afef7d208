import type { YamlValue } from './types';
import { equalValues } from './values';
import type { ScalarStyle, SeqNode } from './yaml-tree';

/** One place of the new list. */
export interface Slot {
  readonly value: YamlValue;
  /** The old item that stands here: unchanged, moved, or to be rewritten; null for a new one. */
  readonly from: number | null;
  /** True when the old item already says the value. */
  readonly same: boolean;
  /** True when the item keeps its place among the others. */
  readonly inPlace: boolean;
}

/** Longer lists than this are aligned at their ends only; the table grows with the square. */
const MAX_TABLE = 1_000_000;

/**
 * Finds for each element of a new list the old item it comes from: the longest common
 * subsequence stays in place, equal items elsewhere are moved, and a leftover old item is
 * rewritten where a new value stands in its gap.
 */
export function alignItems(old: readonly YamlValue[], wanted: readonly YamlValue[]): Slot[] {
  const matches = commonSubsequence(old, wanted);
  const used = new Set(matches.values());
  const moved = new Map<number, number>();
  wanted.forEach((value, index) => {
    if (matches.has(index)) return;
    const from = old.findIndex((item, at) => !used.has(at) && equalValues(item, value));
    if (from === -1) return;
    used.add(from);
    moved.set(index, from);
  });
  // The old items between the two neighbours that stay are the ones to rewrite here.
  let last = -1;
  return wanted.map((value, index): Slot => {
    const stays = matches.get(index);
    if (stays !== undefined) {
      last = stays;
      return { value, from: stays, same: true, inPlace: true };
    }
    const moves = moved.get(index);
    if (moves !== undefined) return { value, from: moves, same: true, inPlace: false };
    const end = nextMatch(matches, index, wanted.length) ?? old.length;
    for (let at = last + 1; at < end; at += 1) {
      if (used.has(at)) continue;
      used.add(at);
      last = at;
      return { value, from: at, same: false, inPlace: true };
    }
    return { value, from: null, same: false, inPlace: false };
  });
}

function nextMatch(matches: ReadonlyMap<number, number>, from: number, end: number): number | null {
  for (let index = from + 1; index < end; index += 1) {
    const match = matches.get(index);
    if (match !== undefined) return match;
  }
  return null;
}

/** New index → old index of a longest common subsequence. */
function commonSubsequence(
  old: readonly YamlValue[],
  wanted: readonly YamlValue[],
): Map<number, number> {
  const result = new Map<number, number>();
  let start = 0;
  let oldEnd = old.length;
  let newEnd = wanted.length;
  const same = (a: number, b: number) => equalValues(old[a] ?? null, wanted[b] ?? null);
  while (start < oldEnd && start < newEnd && same(start, start)) {
    result.set(start, start);
    start += 1;
  }
  while (oldEnd > start && newEnd > start && same(oldEnd - 1, newEnd - 1)) {
    oldEnd -= 1;
    newEnd -= 1;
    result.set(newEnd, oldEnd);
  }
  const rows = oldEnd - start;
  const columns = newEnd - start;
  if (rows === 0 || columns === 0 || rows * columns > MAX_TABLE) return result;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = same(start + row, start + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (same(start + row, start + column)) result.set(start + column++, start + row++);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return result;
}

/** The quotes that every scalar of a list stands in, or null when they differ or there are none. */
export function commonStyle(node: SeqNode): ScalarStyle | null {
  const styles = new Set(
    node.items.map(({ node: item }) => (item.type === 'scalar' ? item.style : null)),
  );
  const [style] = styles;
  return styles.size === 1 && (style === 'single' || style === 'double') ? style : null;
}
