/**
 * Where new keys go: the order in which Chirpy's tutorial and its writers put them (its "Writing a
 * New Post" page, and posts in the wild), wider keys of Jekyll and common plugins between.
 */
export const CHIRPY_ORDER: readonly string[] = [
  'layout',
  'title',
  'date',
  'last_modified_at',
  'categories',
  'category',
  'tags',
  'keywords',
  'math',
  'mermaid',
  'toc',
  'comments',
  'author',
  'authors',
  'img_path',
  'media_subpath',
  'pin',
  'image',
  'description',
  'redirect_from',
  'lang',
  'lang-exclusive',
  'page_id',
  'permalink',
  'alternates',
  'slug',
  'hidden',
  'published',
  'render_with_liquid',
];

/** Beside which of the keys that stand there a new key goes. */
export type Neighbour = { readonly after: string } | { readonly before: string } | null;

/** After the nearest preceding key of the order, else before the nearest following one. */
export function findNeighbour(
  key: string,
  standing: ReadonlySet<string>,
  order: readonly string[],
): Neighbour {
  const index = order.indexOf(key);
  if (index === -1) return null;
  const after = order.slice(0, index).findLast((name) => standing.has(name));
  if (after !== undefined) return { after };
  const before = order.slice(index + 1).find((name) => standing.has(name));
  return before === undefined ? null : { before };
}
