import type { LiquidToken } from './body';

/** What stands behind the name of a tag that ends the build without it (liquid, lib/liquid/tags). */
const NEEDED: Readonly<Record<string, RegExp>> = {
  assign: /^[\w.()[\]-]+\s*=/,
  capture: /^["']?[\w-]+/,
  case: /\S/,
  cycle: /\S/,
  elsif: /\S(?<!(?:^|\s)(?:and|or))$/,
  for: /^[\w-]+\s+in\s+\S/,
  highlight: /^[\w.+#-]+(?:\s|$)/,
  if: /\S(?<!(?:^|\s)(?:and|or))$/,
  include: /\S/,
  include_cached: /\S/,
  include_relative: /\S/,
  link: /\S/,
  post_url: /\S/,
  tablerow: /^[\w-]+\s+in\s+\S/,
  unless: /\S(?<!(?:^|\s)(?:and|or))$/,
  when: /\S/,
};

/** How each is written. */
const FORMS: Readonly<Record<string, string>> = {
  assign: '{% assign name = value %}',
  capture: '{% capture name %}',
  for: '{% for item in list %}',
  highlight: '{% highlight ruby %}',
  include: '{% include file.html name="value" %}',
  include_cached: '{% include_cached file.html name="value" %}',
  include_relative: '{% include_relative file.md name="value" %}',
  tablerow: '{% tablerow item in list %}',
};

const INCLUDE = /^include(?:_cached|_relative)?$/;
/** Values of an include (jekyll, tags/include.rb, `FULL_VALID_SYNTAX`). */
const PARAMETERS =
  /^\s*(?:[\w-]+\s*=\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w.-]+)(?:\s+|$))*$/s;

/** How a tag is to be written that ends the build as it stands; null for one that does not. */
export function wantedForm({ kind, name, markup }: LiquidToken): string | null {
  if (kind !== 'tag' || name === null) return null;
  const needed = Object.hasOwn(NEEDED, name) ? NEEDED[name] : undefined;
  const isWrong =
    (needed && !needed.test(markup)) ||
    (INCLUDE.test(name) && !markup.includes('{{') && !hasParameters(markup));
  return isWrong ? (FORMS[name] ?? `{% ${name} … %}`) : null;
}

function hasParameters(markup: string): boolean {
  const behind = /^\S+\s+(\S[\s\S]*)$/.exec(markup)?.[1];
  return behind === undefined || PARAMETERS.test(behind);
}
