import type { Hunk } from './hunks';

/** Lines of each text that belong together; ends are exclusive, all counts from 0. */
export interface Region {
  readonly base: readonly [number, number];
  readonly ours: readonly [number, number];
  readonly theirs: readonly [number, number];
  /** Which text the merged one takes here; null where the two sides contradict each other. */
  readonly take: 'ours' | 'theirs' | null;
}

type Side = 'ours' | 'theirs';
type Lines = Readonly<Record<'base' | Side, readonly string[]>>;
interface SidedHunk extends Hunk {
  readonly side: Side;
}

/**
 * Brings the hunks of both sides together. A plain diff3 takes changes of neighbouring lines for a
 * conflict; here hunks meet only where their lines of the base overlap, where both insert at one
 * point, or where they touch and bring the same line. What is inserted at a line stands before what
 * replaces it, whichever side did which.
 */
export function regionsOf(lines: Lines, ours: readonly Hunk[], theirs: readonly Hunk[]): Region[] {
  const hunks: SidedHunk[] = [
    ...ours.map((hunk): SidedHunk => ({ ...hunk, side: 'ours' })),
    ...theirs.map((hunk): SidedHunk => ({ ...hunk, side: 'theirs' })),
  ].sort((a, b) => a.start - b.start || a.end - b.end);

  const shift = { ours: 0, theirs: 0 };
  const regions: Region[] = [];
  for (let i = 0; i < hunks.length; ) {
    const first = hunks[i] as SidedHunk;
    const group = [first];
    let end = first.end;
    for (i += 1; i < hunks.length && meets(lines, group, end, hunks[i] as SidedHunk); i += 1) {
      group.push(hunks[i] as SidedHunk);
      end = Math.max(end, (hunks[i] as SidedHunk).end);
    }
    const span = (side: Side): [number, number] => {
      const from = first.start + shift[side];
      const last = group.filter((hunk) => hunk.side === side).at(-1);
      if (last) shift[side] = last.to - last.end;
      return [from, end + shift[side]];
    };
    const region = {
      base: [first.start, end],
      ours: span('ours'),
      theirs: span('theirs'),
    } as const;
    regions.push({ ...region, take: taken(lines, group, region) });
  }
  return regions;
}

function meets(lines: Lines, group: readonly SidedHunk[], end: number, next: SidedHunk): boolean {
  const first = group[0] as SidedHunk;
  if (next.start === next.end ? first.start < next.start && next.start < end : next.start < end)
    return true;
  if (next.start > end) return false;
  const touching = group.filter((hunk) => hunk.side !== next.side && hunk.end === next.start);
  if (next.start === next.end && touching.some((hunk) => hunk.start === hunk.end)) return true;
  return touching.some((hunk) => bringSameLine(lines, hunk, next));
}

/** Whether two hunks bring a line with words that both have: the same change, made once each. */
function bringSameLine(lines: Lines, a: SidedHunk, b: SidedHunk): boolean {
  const words = (hunk: SidedHunk) => {
    const old = new Set(lines.base.slice(hunk.start, hunk.end));
    return lines[hunk.side]
      .slice(hunk.from, hunk.to)
      .filter((line) => /[\p{L}\p{N}]/u.test(line) && !old.has(line));
  };
  const known = new Set(words(a));
  return known.size > 0 && words(b).some((line) => known.has(line));
}

function taken(
  lines: Lines,
  group: readonly SidedHunk[],
  region: Omit<Region, 'take'>,
): Region['take'] {
  const { side } = group[0] as SidedHunk;
  if (group.every((hunk) => hunk.side === side)) return side;
  const ours = lines.ours.slice(...region.ours);
  const theirs = lines.theirs.slice(...region.theirs);
  if (ours.length === theirs.length && ours.every((line, i) => line === theirs[i])) return 'ours';
  const head = commonHead(ours, theirs);
  const tail = commonHead(ours.slice(head).reverse(), theirs.slice(head).reverse());
  const made = (of: Side) => group.filter((hunk) => hunk.side === of);
  const oursIsPart = within(made('ours'), region.ours, head, tail);
  const theirsIsPart = within(made('theirs'), region.theirs, head, tail);
  if (oursIsPart === theirsIsPart) return null;
  return oursIsPart ? 'theirs' : 'ours';
}

/**
 * Whether a side did nothing but what the other did too: it put lines in, or in the place of as many,
 * that both say alike at the start or the end of the region.
 */
function within(
  hunks: readonly Hunk[],
  [from, to]: readonly [number, number],
  head: number,
  tail: number,
): boolean {
  return hunks.every(
    (hunk) =>
      (hunk.end === hunk.start || hunk.end - hunk.start === hunk.to - hunk.from) &&
      (hunk.to <= from + head || (tail > 0 && hunk.from >= to - tail)),
  );
}

function commonHead(a: readonly string[], b: readonly string[]): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}
