/** A line between which both sides of a conflict stand. */
const MARKER = /^(?:<{7,} CMS|\|{7,} before|={7,}|>{7,} blog)$/;

/**
 * Lines of markers that are left in a text that is made of both sides, from 1. The server looks
 * again, and knows lines that a side says itself.
 *
 * @param sides texts whose own lines are none
 */
export function markersIn(text: string, sides: readonly (string | null)[]): number[] {
  const known = new Set(sides.flatMap((side) => (side ?? '').split(/\r?\n/)));
  return text
    .split(/\r?\n/)
    .flatMap((line, index) => (MARKER.test(line) && !known.has(line) ? [index + 1] : []));
}
