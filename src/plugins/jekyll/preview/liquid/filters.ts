import { jekyllSlug } from '../../core/post-file';
import { escapeHtml } from '../render/html-pieces';

const asText = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);
const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const asDate = (value: unknown): Date | null => {
  const date = value instanceof Date ? value : new Date(asText(value));
  return Number.isNaN(date.getTime()) ? null : date;
};

export interface SiteAddress {
  readonly url: string;
  readonly baseurl: string;
}

/** Jekyll's own filters, those that a post's text is likely to use. */
export function jekyllFilters(
  site: SiteAddress,
  markdownify: (markdown: string) => string,
): Readonly<Record<string, (value: unknown, argument?: unknown) => unknown>> {
  const relative = (value: unknown): string => {
    const text = asText(value);
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(text)) return text;
    return `${site.baseurl}/${text}`.replace(/\/{2,}/g, '/');
  };
  return {
    relative_url: relative,
    absolute_url: (value) =>
      /^[a-z][a-z0-9+.-]*:/i.test(asText(value)) ? asText(value) : site.url + relative(value),
    markdownify: (value) => markdownify(asText(value)),
    slugify: (value) => jekyllSlug(asText(value)),
    jsonify: (value) => JSON.stringify(value ?? null),
    xml_escape: (value) => escapeHtml(asText(value)),
    cgi_escape: (value) => encodeURIComponent(asText(value)).replaceAll('%20', '+'),
    uri_escape: (value) => encodeURI(asText(value)),
    number_of_words: (value) => asText(value).split(/\s+/).filter(Boolean).length,
    array_to_sentence_string: (value, connector) => {
      const words = asList(value).map(asText);
      const last = words.pop();
      if (last === undefined) return '';
      const and = asText(connector ?? 'and');
      if (words.length === 0) return last;
      return words.length === 1
        ? `${words[0] ?? ''} ${and} ${last}`
        : `${words.join(', ')}, ${and} ${last}`;
    },
    date_to_xmlschema: (value) => asDate(value)?.toISOString() ?? asText(value),
    date_to_string: (value) => dated(asDate(value), 'short') ?? asText(value),
    date_to_long_string: (value) => dated(asDate(value), 'long') ?? asText(value),
    normalize_whitespace: (value) => asText(value).replace(/\s+/g, ' ').trim(),
    inspect: (value) => escapeHtml(JSON.stringify(value ?? null)),
    to_integer: (value) => Math.trunc(Number(value)) || 0,
  };
}

function dated(date: Date | null, month: 'short' | 'long'): string | null {
  if (!date) return null;
  const name = date.toLocaleDateString('en-GB', { month, timeZone: 'UTC' });
  return `${String(date.getUTCDate()).padStart(2, '0')} ${name} ${date.getUTCFullYear()}`;
}
