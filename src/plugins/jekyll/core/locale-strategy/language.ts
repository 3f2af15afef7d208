import type { LocaleRules } from './strategies';

const folded = (code: string): string => code.replaceAll('_', '-').toLowerCase();
const bare = (code: string): string => folded(code).split('-')[0] ?? '';

/** The one of some codes that means the wanted one: itself, or the one whose language it shares. */
function alike(wanted: string, codes: readonly string[]): string | null {
  return (
    codes.find((code) => folded(code) === folded(wanted)) ??
    codes.find((code) => bare(code) === bare(wanted)) ??
    null
  );
}

/**
 * What the site calls a locale: the configured code, else the one of jekyll-polyglot's `languages`
 * or the site's `lang` that means it, else the locale's own code.
 *
 * @returns null where jekyll-polyglot knows no such language: it would leave the post out
 */
export function languageOf(
  locale: string,
  { codes, polyglot, siteLang }: Pick<LocaleRules, 'codes' | 'polyglot' | 'siteLang'>,
): string | null {
  const configured = Object.hasOwn(codes, locale) ? codes[locale] : undefined;
  if (!polyglot) return configured ?? (siteLang && alike(locale, [siteLang])) ?? locale;
  const languages = [...new Set([polyglot.defaultLang, ...polyglot.languages])];
  if (configured === undefined) return alike(locale, languages);
  return languages.includes(configured) ? configured : null;
}

/**
 * The locale that a code of the blog means: the one that is called so, else the one with the same
 * code (`ko_KR` is `ko-KR`), else the one with the same language (`ko-KR` is `ko`).
 */
export function localeNamed(
  code: string | null,
  locales: readonly string[],
  codes: Readonly<Record<string, string>> = {},
): string | null {
  if (code === null) return null;
  const wanted = folded(code);
  return (
    locales.find(
      (locale) => Object.hasOwn(codes, locale) && folded(codes[locale] ?? '') === wanted,
    ) ??
    locales.find((locale) => folded(locale) === wanted) ??
    locales.find((locale) => folded(locale) === bare(code)) ??
    null
  );
}
