import { parsePostFile, readFrontMatter } from '../post-file';
import { placeholderValue, type Placeholders } from './placeholders';
import { type AddressPost, type PostFields, postFields } from './post-fields';
import type { AddressRules } from './rules';

/**
 * The address that Jekyll 4.3 gives a post, from the root of the site (`baseurl` and the language
 * of jekyll-polyglot left out): `/posts/ai-trend/`. Percent encoding is undone, letters stay in
 * the Unicode form that the file's name or the front matter has.
 *
 * @throws {RangeError} when a zone does not exist
 */
export function postAddress(post: AddressPost, rules: AddressRules): string {
  const fields = postFields(post, rules);
  const placeholders: Placeholders = {
    fields,
    zone: rules.timezone ?? post.zone,
    outputExtension: outputExtension(fields, rules),
  };
  const template = fields.permalink ?? rules.template;
  return decodeAddress(sanitize(expand(template, placeholders)));
}

/**
 * The address of a post's text.
 *
 * @param path relative to the blog, `/` between its parts
 * @param zone IANA zone in which dates without an offset are read
 */
export function addressOfText(
  text: string,
  path: string,
  zone: string,
  rules: AddressRules,
): string {
  const { entries } = readFrontMatter(parsePostFile(text));
  const frontMatter = new Map(entries.map(({ key, value }) => [key, value]));
  return postAddress({ path, frontMatter, zone }, rules);
}

/** An address as people read it; sequences that are no UTF-8 stay. */
export function decodeAddress(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** url.rb, `generate_url_from_drop`; of `:month_` only `:month` is the name where that is one. */
function expand(template: string, placeholders: Placeholders): string {
  return template.replace(/:([a-z_]+)/g, (match, name: string) => {
    const known = name.replace(/_$/, '');
    const value = placeholderValue(known, placeholders);
    if (value === null) return match;
    // Of the escapes, only those of the percent sign are told apart when they are undone.
    return value.replaceAll('%', '%25') + name.slice(known.length);
  });
}

/** url.rb, `sanitize_url` */
function sanitize(address: string): string {
  return `/${address}`.replaceAll('..', '/').replaceAll('./', '').replace(/\/+/g, '/');
}

/** renderer.rb, `output_ext`: the one of a permalink with a file name counts before the converter's. */
function outputExtension({ permalink, extension }: PostFields, rules: AddressRules): string {
  const own = /[^/.]\.([^./]+)$/.exec(permalink ?? '')?.[1];
  if (own !== undefined) return `.${own}`;
  const markdown = rules.markdownExtensions.includes(extension.slice(1).toLowerCase());
  return markdown ? '.html' : extension;
}
