import { useQueryParams } from '@strapi/strapi/admin';

interface I18nQuery {
  plugins?: { i18n?: { locale?: string } };
}

/** Locale that the view shows; undefined where its address names none. */
export function useViewedLocale(): string | undefined {
  const [{ query }] = useQueryParams<I18nQuery>();
  return query.plugins?.i18n?.locale;
}
