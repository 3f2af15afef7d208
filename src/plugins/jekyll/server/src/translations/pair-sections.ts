/** What tells a section from the others of its version. */
export interface SectionFeatures {
  readonly prefix: string;
  readonly heading: string;
  /** Documents of its items: the same in every locale. */
  readonly items: readonly string[];
}

type Test = (a: SectionFeatures, b: SectionFeatures) => boolean;

const samePrefix: Test = (a, b) => a.prefix !== '' && a.prefix === b.prefix;
const shared = (a: SectionFeatures, b: SectionFeatures): number =>
  a.items.filter((item) => b.items.includes(item)).length;
const sharesItems: Test = (a, b) => shared(a, b) > 0;
const sameHeading: Test = (a, b) => a.heading !== '' && a.heading === b.heading;

/** From the surest to the least sure. */
const TESTS: readonly Test[] = [
  (a, b) => samePrefix(a, b) && (sharesItems(a, b) || sameHeading(a, b)),
  samePrefix,
  (a, b) => sharesItems(a, b) && 2 * shared(a, b) >= Math.min(a.items.length, b.items.length),
  sharesItems,
  sameHeading,
];

/**
 * Which section of `others` is the same as each of `sections`: known by its prefix, by the items it
 * shows, by its heading; the rest by their order, where both lists have as many and nothing speaks
 * against it.
 *
 * @returns for each of `sections` an index into `others`, or null; no index twice
 */
export function pairSections(
  sections: readonly SectionFeatures[],
  others: readonly SectionFeatures[],
): (number | null)[] {
  const pairs: (number | null)[] = sections.map(() => null);
  const used = new Set<number>();
  const take = (at: number, other: number): void => {
    pairs[at] = other;
    used.add(other);
  };
  for (const test of TESTS) {
    sections.forEach((section, at) => {
      if (pairs[at] !== null) return;
      const found = others.findIndex((other, index) => !used.has(index) && test(section, other));
      if (found >= 0) take(at, found);
    });
  }
  const left = sections.flatMap((_, at) => (pairs[at] === null ? [at] : []));
  const free = others.flatMap((_, index) => (used.has(index) ? [] : [index]));
  if (left.length !== free.length) return pairs;
  left.forEach((at, rank) => {
    const other = free[rank];
    if (other !== undefined && mayBeOne(sections[at], others[other])) take(at, other);
  });
  return pairs;
}

/** Two sections with items, none of them in both, are two sections. */
const mayBeOne = (a: SectionFeatures | undefined, b: SectionFeatures | undefined): boolean =>
  a !== undefined && b !== undefined && (a.items.length === 0 || b.items.length === 0);
