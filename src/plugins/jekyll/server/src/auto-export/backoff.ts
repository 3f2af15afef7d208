const FIRST = 5_000;
const LONGEST = 15 * 60_000;

/**
 * Milliseconds until the next try: 5 seconds, doubled with each failure up to 15 minutes, less up to
 * a quarter so that several processes do not come back at once.
 *
 * @param failures tries that failed before this one
 * @param random from 0 to 1
 */
export function backoff(failures: number, random: number = Math.random()): number {
  const full = Math.min(FIRST * 2 ** Math.min(failures, 20), LONGEST);
  return Math.round(full * (1 - random / 4));
}
