/** Sections by their keys, in order. */
export type SectionOrder = readonly string[];

/** Puts a section before the one that stands at an index now; at the end for the number of sections. */
export function putSection(order: SectionOrder, key: string, index: number): string[] {
  const before = order.slice(0, index).filter((other) => other !== key);
  const after = order.slice(index).filter((other) => other !== key);
  return [...before, key, ...after];
}

/** One place up or down; null where there is none. */
export function stepSection(order: SectionOrder, key: string, by: -1 | 1): string[] | null {
  const at = order.indexOf(key);
  const to = at + by;
  if (at === -1 || to < 0 || to >= order.length) return null;
  return putSection(order, key, by === 1 ? at + 2 : to);
}
