import type { YamlValue } from '../post-file';
import type { PolyglotRules } from './rules';

/** jekyll-polyglot, patches/jekyll/site.rb, `derive_lang_from_path` */
const LANGUAGE_FOLDER = /^[a-z]{2,3}(?:[_-][A-Za-z]{2,4}){0,4}$/;

/**
 * Language that a post says: `lang` of its front matter, else with `lang_from_path` the folder it is
 * in (`_posts/en/…`, `en/_posts/…`); null where it says none.
 */
export function saidLanguage(
  lang: YamlValue | undefined,
  path: string,
  polyglot: PolyglotRules | null,
): string | null {
  if (typeof lang === 'string' && lang !== '') return lang;
  if (!polyglot?.langFromPath) return null;
  const folders = path.split('/').slice(0, -1);
  const folder = path.startsWith('_') ? folders[1] : folders[0];
  return folder !== undefined && LANGUAGE_FOLDER.test(folder) ? folder : null;
}

/**
 * The address by which jekyll-polyglot tells which posts are one: `/en/` and `.en.` within it count
 * for nothing (patches/jekyll/site.rb, `document_url_regex`).
 */
export function withoutLanguage(address: string, { languages }: PolyglotRules): string {
  if (languages.length === 0) return address;
  const names = languages.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return address.replace(new RegExp(`[/.](?:${names.join('|')})[/.]`, 'g'), '/');
}
