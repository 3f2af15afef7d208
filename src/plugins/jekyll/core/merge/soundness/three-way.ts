/**
 * Whether a merged value is what the sides ask for: where at most one of them changed it, what that
 * one says. Where both changed it in different ways, the lines decided, and anything is right.
 */
export function follows(base: string, ours: string, theirs: string, merged: string): boolean {
  if (ours === theirs || theirs === base) return merged === ours;
  return ours === base ? merged === theirs : true;
}
