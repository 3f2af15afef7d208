import { localeNamed } from '../core/locale-strategy';

/** What is known of one file's language, the surest first. */
export interface LocaleHints {
  /** The caller's choice (`--locale`). */
  readonly chosen?: string | undefined;
  /** `lang` of the front matter. */
  readonly lang: string | null;
  /** Path of the file: `_posts/en/…` or `en/_posts/…`. */
  readonly path: string;
  /** What ends the slug, where that tells the file from another one. */
  readonly ending: string | null;
  /** `lang` of the site. */
  readonly siteLang: string | null;
}

/**
 * Locale of a file among those of Strapi; the default one where nothing says another.
 *
 * @param codes what the site calls locales, where the configuration says it
 */
export function localeOf(
  hints: LocaleHints,
  locales: readonly string[],
  defaultLocale: string,
  codes: Readonly<Record<string, string>> = {},
): string {
  if (hints.chosen !== undefined) return hints.chosen;
  const folders = hints.path.split('/');
  const at = folders.indexOf('_posts');
  const named = (name: string | null | undefined) => localeNamed(name ?? null, locales, codes);
  return (
    named(hints.lang) ??
    named(at + 2 < folders.length ? folders[at + 1] : null) ??
    named(at > 0 ? folders[at - 1] : null) ??
    named(hints.ending) ??
    named(hints.siteLang) ??
    defaultLocale
  );
}
