/** A replacement of `[start, end)`; offsets count in the text before any patch. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies patches that do not overlap. Patches at one offset are applied in the order given.
 * @throws RangeError when two overlap
 */
export function applyPatches(
  text: string,
  patches: readonly Patch[],
  from = 0,
  to = text.length,
): string {
  const sorted = patches
    .map((patch, order) => ({ patch, order }))
    .sort(
      (a, b) => a.patch.start - b.patch.start || a.patch.end - b.patch.end || a.order - b.order,
    );
  let result = '';
  let at = from;
  for (const { patch } of sorted) {
    if (patch.start < at || patch.end > to) throw new RangeError('patches overlap');
    result += text.slice(at, patch.start) + patch.text;
    at = patch.end;
  }
  return result + text.slice(at, to);
}
