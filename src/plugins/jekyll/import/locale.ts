/** What is known of one file's language, the surest first. */
export interface LocaleHints {
  /** The caller's choice (`--locale`). */
  readonly chosen?: string | undefined;
  /** `lang` of the front matter. */
  readonly lang: string | null;
  /** Path of the file: `_posts/en/…` or `en/_posts/…`. */
  readonly path: string;
  /** `lang` of the site. */
  readonly siteLang: string | null;
}

/** `ko-KR` and `ko_KR` name the locale `ko`, where that is the one that exists. */
function known(name: string | null, locales: readonly string[]): string | null {
  if (name === null) return null;
  const wanted = name.replace('_', '-').toLowerCase();
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.toLowerCase() === wanted.split('-')[0]) ??
    null
  );
}

/** Locale of a file among those of Strapi; the default one where nothing says another. */
export function localeOf(
  hints: LocaleHints,
  locales: readonly string[],
  defaultLocale: string,
): string {
  if (hints.chosen !== undefined) return hints.chosen;
  const folders = hints.path.split('/');
  const at = folders.indexOf('_posts');
  return (
    known(hints.lang, locales) ??
    known(folders[at + 1] && at + 2 < folders.length ? (folders[at + 1] ?? null) : null, locales) ??
    (at > 0 ? known(folders[at - 1] ?? null, locales) : null) ??
    known(hints.siteLang, locales) ??
    defaultLocale
  );
}

/** The slug without the ending that sets a translation's file apart (`post-en`): twins share it. */
export function twinSlug(slug: string, locale: string): string {
  const ending = new RegExp(`[-_.]${locale}$`, 'i');
  return slug.replace(ending, '');
}
