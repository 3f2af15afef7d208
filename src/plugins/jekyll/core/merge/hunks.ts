import { diffIndices } from 'node-diff3';

/** Lines `start` to `end` (exclusive) of the base, which a side says as its lines `from` to `to`. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** A stretch of both texts that is still to be compared. */
type Range = Hunk;

/**
 * The library compares every pair of equal lines with every line; beyond this much work a stretch
 * of nothing but repeated lines counts as changed as a whole.
 */
const MAX_WORK = 20_000_000;
/** Each level splits at a line that is found once in both texts. */
const MAX_DEPTH = 200;

/**
 * What a side changed in the base, in order; between two hunks stands at least one line that both
 * have. Lines found once in both texts are matched first (patience diff), which keeps a heading
 * with its heading where blank lines and bullets repeat, and leaves the library's longest common
 * subsequence only short stretches.
 */
export function hunksOf(base: readonly string[], side: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  compare(base, side, { start: 0, end: base.length, from: 0, to: side.length }, hunks, 0);
  return joined(hunks);
}

function compare(
  base: readonly string[],
  side: readonly string[],
  whole: Range,
  out: Hunk[],
  depth: number,
): void {
  const range = trimmed(base, side, whole);
  const { start, end, from, to } = range;
  if (start === end && from === to) return;
  if (start === end || from === to) {
    out.push(range);
    return;
  }
  const anchors = depth < MAX_DEPTH ? anchorsIn(base, side, range) : [];
  if (anchors.length === 0) {
    out.push(...leastHunks(base, side, range));
    return;
  }
  let [b, s] = [start, from];
  for (const [i, j] of anchors) {
    compare(base, side, { start: b, end: i, from: s, to: j }, out, depth + 1);
    [b, s] = [i + 1, j + 1];
  }
  compare(base, side, { start: b, end, from: s, to }, out, depth + 1);
}

/** Without equal lines at both ends; the head goes first, so that an insertion stands late. */
function trimmed(base: readonly string[], side: readonly string[], range: Range): Range {
  let { start, end, from, to } = range;
  while (start < end && from < to && base[start] === side[from]) {
    start += 1;
    from += 1;
  }
  while (start < end && from < to && base[end - 1] === side[to - 1]) {
    end -= 1;
    to -= 1;
  }
  return { start, end, from, to };
}

/** Pairs of lines that stand once in both stretches: the longest run of them in one order. */
function anchorsIn(
  base: readonly string[],
  side: readonly string[],
  { start, end, from, to }: Range,
): [number, number][] {
  const places = new Map<string, { base: number; side: number; count: number }>();
  for (let i = start; i < end; i += 1) {
    const place = places.get(base[i] as string);
    if (place) place.count = 3;
    else places.set(base[i] as string, { base: i, side: -1, count: 0 });
  }
  for (let j = from; j < to; j += 1) {
    const place = places.get(side[j] as string);
    if (place) {
      place.side = j;
      place.count += 1;
    }
  }
  const once = [...places.values()].filter((place) => place.count === 1);
  return longestRise(once.map((place): [number, number] => [place.base, place.side]));
}

/** The longest subsequence that rises in its second numbers, too (patience sorting). */
function longestRise(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] as number] as [number, number])[1] < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (piles[low - 1] as number) : -1;
    piles[low] = index;
  });
  const run: [number, number][] = [];
  for (let at = piles.at(-1) ?? -1; at >= 0; at = before[at] as number) {
    run.push(pairs[at] as [number, number]);
  }
  return run.reverse();
}

/** The fewest changed lines of a short stretch, by the library. */
function leastHunks(base: readonly string[], side: readonly string[], range: Range): Hunk[] {
  const { start, end, from, to } = range;
  const old = base.slice(start, end);
  const next = side.slice(from, to);
  if (work(old, next) > MAX_WORK) return [range];
  return diffIndices(old, next).map(({ buffer1, buffer2 }) => ({
    start: start + buffer1[0],
    end: start + buffer1[0] + buffer1[1],
    from: from + buffer2[0],
    to: from + buffer2[0] + buffer2[1],
  }));
}

function work(old: readonly string[], next: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of next) counts.set(line, (counts.get(line) ?? 0) + 1);
  const pairs = old.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
  return pairs * Math.min(old.length, next.length);
}

/** Hunks that touch are one. */
function joined(hunks: readonly Hunk[]): Hunk[] {
  const out: Hunk[] = [];
  for (const hunk of hunks) {
    const last = out.at(-1);
    if (last && last.end === hunk.start && last.to === hunk.from) {
      out[out.length - 1] = { ...last, end: hunk.end, to: hunk.to };
    } else out.push(hunk);
  }
  return out;
}
