/** A slug and the language that its ending names. */
export interface EndedSlug {
  readonly slug: string;
  /** The name that ended it, as it was given; null for a slug without an ending. */
  readonly ending: string | null;
}

/**
 * Splits the ending that sets a version's file apart off a slug: `news-en`, `news_en`, `news.en`,
 * in any case.
 *
 * @param names locales and what the site calls them
 */
export function splitEnding(slug: string, names: readonly string[]): EndedSlug {
  const folded = slug.toLowerCase().replaceAll('_', '-');
  const byLength = [...names].sort((a, b) => b.length - a.length);
  for (const name of byLength) {
    const ending = name.toLowerCase().replaceAll('_', '-');
    const at = slug.length - ending.length - 1;
    if (ending === '' || at <= 0 || !folded.endsWith(ending)) continue;
    if (/[-_.]/.test(slug[at] ?? '')) return { slug: slug.slice(0, at), ending: name };
  }
  return { slug, ending: null };
}
