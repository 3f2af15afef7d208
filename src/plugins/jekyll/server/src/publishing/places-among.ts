/**
 * Where rows that were taken out go back in, among the others that have been counted anew since.
 *
 * @param before the order values of the others as they were, ascending
 * @param after those of the same rows now, ascending
 * @param taken the order values, among `before`, of what was taken out
 * @returns values between those of `after`, in the order of `taken`
 */
export function placesAmong(
  before: readonly number[],
  after: readonly number[],
  taken: readonly number[],
): number[] {
  const gapOf = (position: number): number =>
    Math.min(before.filter((other) => other < position).length, after.length);
  return taken.map((position) => {
    const gap = gapOf(position);
    const together = taken.filter((other) => gapOf(other) === gap);
    const rank = together.filter((other) => other < position).length;
    const low = after[gap - 1] ?? (after[0] ?? 1) - 1;
    const high = after[gap] ?? low + 1;
    return low + ((high - low) * (rank + 1)) / (together.length + 1);
  });
}
