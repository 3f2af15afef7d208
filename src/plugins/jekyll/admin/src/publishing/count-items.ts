/**
 * How many items the sections of a post link, from the answer of the content manager, which counts
 * a relation (`{ count }`) instead of listing it.
 */
export function countItems(sections: unknown): number {
  if (!Array.isArray(sections)) return 0;
  return (sections as ({ items?: unknown } | null)[]).reduce(
    (total, section) => total + count(section?.items),
    0,
  );
}

function count(relation: unknown): number {
  if (Array.isArray(relation)) return relation.length;
  const { count: number } = (relation ?? {}) as { count?: unknown };
  return typeof number === 'number' ? number : 0;
}
