import type { Core } from '@strapi/strapi';

/** Locales of a document: these, or all that it has. */
export type LocaleScope = readonly string[] | 'all';

/**
 * The locales that a document action works on, read from its `locale` parameter as the document
 * service reads it: nothing means the default locale, `*` all of them, a list those in it.
 */
export async function localeScope(strapi: Core.Strapi, locale: unknown): Promise<LocaleScope> {
  if (locale === '*') return 'all';
  if (Array.isArray(locale)) {
    const codes = locale.filter((code): code is string => typeof code === 'string' && code !== '');
    if (codes.length > 0) return codes;
  }
  if (typeof locale === 'string' && locale !== '') return [locale];
  const fallback: unknown = await strapi.plugin('i18n').service('locales').getDefaultLocale();
  return [String(fallback)];
}

/** The scope as a condition on a column that holds a locale's code. */
export const localeCondition = (scope: LocaleScope, column: 'locale' | 'entryLocale' = 'locale') =>
  scope === 'all' ? {} : { [column]: { $in: [...scope] } };
