import { useFetchClient, useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';
import { useParams } from 'react-router-dom';
import { WORDS_PATH, type WordsResponse } from '../../../../contracts/words';

/** Pause after the last key before the server is asked, in milliseconds. */
const PAUSE = 150;

interface I18nQuery {
  plugins?: { i18n?: { locale?: string } };
}

/** Address of the suggestions for one field; null where there are none (inside a component). */
export function suggestionsUrl(query: {
  uid: string | undefined;
  field: string;
  locale?: string;
  q: string;
}): string | null {
  const { uid, field, locale, q } = query;
  if (!uid || field.includes('.')) return null;
  const params = new URLSearchParams({ uid, field, ...(locale && { locale }), ...(q && { q }) });
  return `${WORDS_PATH}?${params.toString()}`;
}

/**
 * Words that other entries use in this field, for the locale being edited. They are a help: where
 * the server does not give them (no right, no network), there are none and nothing is said.
 */
export function useSuggestions(field: string, q: string, enabled: boolean): readonly string[] {
  const { get } = useFetchClient();
  const { slug: uid } = useParams<{ slug: string }>();
  const [{ query }] = useQueryParams<I18nQuery>();
  const locale = query.plugins?.i18n?.locale;
  const [words, setWords] = React.useState<readonly string[]>([]);
  const url = enabled ? suggestionsUrl({ uid, field, locale, q: q.trim() }) : null;

  React.useEffect(() => {
    if (!url) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      get<WordsResponse>(url, { signal: controller.signal }).then(
        ({ data }) => {
          if (!controller.signal.aborted) setWords(data.data);
        },
        () => {
          if (!controller.signal.aborted) setWords([]);
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [get, url]);

  return words;
}
