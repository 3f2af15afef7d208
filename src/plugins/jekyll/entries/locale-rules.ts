import type { Site } from '../blog/site';
import type { LocaleRules } from '../core/locale-strategy';
import type { JekyllConfig } from '../server/src/config';

/**
 * What configuration and site say about the languages of posts.
 *
 * @param site null where there is no blog to look at
 * @param original locale in which posts are written first
 */
export function localeRulesOf(
  { localeStrategy, singleLocale, languageCodes }: JekyllConfig,
  site: Pick<Site, 'lang' | 'address'> | null,
  original: string,
): LocaleRules {
  return {
    strategy: localeStrategy,
    original,
    single: singleLocale ?? original,
    codes: languageCodes,
    siteLang: site?.lang ?? null,
    polyglot: site?.address.polyglot ?? null,
  };
}
