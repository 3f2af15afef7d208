import type { Element } from './elements';
import { freshLines } from './output';

/** A gap with definitions in it: what belongs to the text above, and what separates. */
export function splitGap(gap: readonly Element[]): { own: readonly Element[]; rest: Element[] } {
  let at = gap.length;
  while (at > 0 && gap[at - 1]?.type !== 'slot') at -= 1;
  return { own: gap.slice(0, at), rest: gap.slice(at) };
}

/**
 * Gaps for a new order of neighbours. Gaps belong to places, not to what stands between them:
 * those that stay keep their gaps in order, a removed one takes a gap along, an added one gets
 * `fresh`. `gaps[i]` stands after the old `i`; `order` has old positions, null for added ones. The
 * result has one gap less than `order`.
 */
export function arrangeGaps(
  gaps: readonly (readonly Element[])[],
  order: readonly (number | null)[],
  fresh: readonly Element[],
): (readonly Element[])[] {
  const staying = new Set(order.filter((at) => at !== null));
  const kept: (readonly Element[])[] = [];
  const stay = [...gaps.keys(), gaps.length].map((at) => staying.has(at));
  let seen = false;
  stay.forEach((stays, at) => {
    if (!stays) return;
    // The gap right above a removed neighbour stays, the one below it goes.
    const above = stay.lastIndexOf(true, at - 1);
    if (seen && above >= 0) kept.push(gaps[above] ?? fresh);
    seen = true;
  });
  const isKept = order.map((at) => at !== null);
  let next = 0;
  return order.slice(1).map((_, i) => {
    const staysBefore = isKept.slice(0, i + 1).includes(true);
    return isKept[i + 1] && staysBefore ? (kept[next++] ?? fresh) : fresh;
  });
}

/** The gap that most often occurs, of those without definitions; the house's lines if none does. */
export function commonGap(
  gaps: readonly (readonly Element[])[],
  house: readonly string[],
): readonly Element[] {
  const counts = new Map<string, number>();
  let best: string | null = null;
  for (const gap of gaps) {
    if (gap.some((element) => element.type === 'slot')) continue;
    const key = gap.map((element) => (element.type === 'line' ? element.line.text : '')).join('\n');
    const text = gap.length === 0 ? '\u0000' : key;
    counts.set(text, (counts.get(text) ?? 0) + 1);
    if (best === null || (counts.get(text) ?? 0) > (counts.get(best) ?? 0)) best = text;
  }
  if (best === null) return freshLines(house);
  return best === '\u0000' ? [] : freshLines(best.split('\n'));
}
