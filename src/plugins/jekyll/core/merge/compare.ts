import { hunksOf } from './hunks';
import { type Region, regionsOf } from './regions';
import { type LineTexts, splitTexts } from './text-lines';

/** Three texts in lines, and the stretches where a side differs from the base. */
export interface Comparison {
  readonly lines: LineTexts;
  readonly regions: readonly Region[];
}

export function compareTexts(base: string, ours: string, theirs: string): Comparison {
  const lines = splitTexts(base, ours, theirs);
  const regions = regionsOf(
    lines,
    hunksOf(lines.base, lines.ours),
    hunksOf(lines.base, lines.theirs),
  );
  return { lines, regions };
}

/** The merged lines; `contested` gives those of a region where the sides contradict each other. */
export function mergedLines(
  { lines, regions }: Comparison,
  contested: (region: Region) => readonly string[],
): string[] {
  const out: string[] = [];
  let at = 0;
  const push = (more: readonly string[]) => {
    for (const line of more) out.push(line);
  };
  for (const region of regions) {
    push(lines.base.slice(at, region.base[0]));
    push(region.take ? lines[region.take].slice(...region[region.take]) : contested(region));
    at = region.base[1];
  }
  push(lines.base.slice(at));
  return out;
}
