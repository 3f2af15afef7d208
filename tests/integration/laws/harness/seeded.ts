/** A small seeded source of numbers (mulberry32): the same seed gives the same run everywhere. */
export interface Seeded {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  pick<T>(values: readonly T[]): T;
}

/** @param seed any text: the law's name, the file, the field */
export function seeded(seed: string): Seeded {
  let state = hash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    pick<T>(values: readonly T[]): T {
      if (values.length === 0) throw new Error('Nothing to pick from.');
      return values[int(values.length)] as T;
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}

/** `size` of the values, in their order, the same ones for the same seed. All where there are fewer. */
export function sampleOf<T>(values: readonly T[], size: number, seed: string): T[] {
  if (values.length <= size) return [...values];
  const random = seeded(seed);
  const indexes = values.map((_, index) => index);
  for (let i = 0; i < size; i += 1) {
    const j = i + random.int(indexes.length - i);
    [indexes[i], indexes[j]] = [indexes[j] as number, indexes[i] as number];
  }
  return indexes
    .slice(0, size)
    .sort((a, b) => a - b)
    .map((index) => values[index] as T);
}

/** `JEKYLL_CMS_FULL=1` runs every check; without it, a seeded sample. */
export const isFull = (): boolean => process.env.JEKYLL_CMS_FULL === '1';
