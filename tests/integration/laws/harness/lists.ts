/** Copies of lists with one change. */
export const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((old, index) => (index === at ? value : old));
export const without = <T>(list: readonly T[], at: number): T[] =>
  list.filter((_, index) => index !== at);
export const inserted = <T>(list: readonly T[], at: number, value: T): T[] => [
  ...list.slice(0, at),
  value,
  ...list.slice(at),
];
