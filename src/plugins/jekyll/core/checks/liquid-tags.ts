import type { Message } from '../problem';
import type { Body, LiquidToken } from './body';

/** Tags with an end of their own (liquid, lib/liquid/tags; jekyll, lib/jekyll/tags). */
export const BLOCK_TAGS: ReadonlySet<string> = new Set([
  'capture',
  'case',
  'comment',
  'for',
  'highlight',
  'if',
  'ifchanged',
  'raw',
  'tablerow',
  'unless',
]);

/** Parts of a block, and the blocks that may have them. */
export const BRANCHES: Readonly<Record<string, readonly string[]>> = {
  else: ['if', 'unless', 'case', 'for'],
  elsif: ['if', 'unless'],
  when: ['case'],
};

/** Tags of Liquid, of Jekyll and of plugins that GitHub Pages or many themes bring. */
const SINGLE_TAGS: ReadonlySet<string> = new Set([
  '#',
  'assign',
  'break',
  'continue',
  'cycle',
  'decrement',
  'echo',
  'include',
  'increment',
  'liquid',
  'render',
  'include_relative',
  'link',
  'post_url',
  'avatar',
  'feed_meta',
  'gist',
  'include_cached',
  'seo',
  'I18n_Headers',
  'i18n_headers',
  'Static_href',
  'static_href',
  'endStatic_href',
  'endstatic_href',
]);

export const isKnownTag = (name: string): boolean =>
  SINGLE_TAGS.has(name) ||
  BLOCK_TAGS.has(name) ||
  Object.hasOwn(BRANCHES, name) ||
  (name.startsWith('end') && BLOCK_TAGS.has(name.slice(3)));

/** A value that a template has, or one that filters make: the author means it to be printed. */
export const isTemplateValue = ({ markup }: LiquidToken): boolean =>
  /^(?:site|page|layout|include|content|theme|jekyll|paginator|forloop)\b/.test(markup) ||
  /^(?:"[^"]*"|'[^']*'|-?\d[\d.]*)\s*\|/.test(markup);

/** `{{ "{{" }}`, `{{ '%}' }}`: how braces are written on purpose. */
export const isLiteral = ({ markup }: LiquidToken): boolean => /^(?:"[^"]*"|'[^']*')$/.test(markup);

/** Names that the post gives a value itself. */
export function ownNames(tokens: readonly LiquidToken[]): Set<string> {
  return new Set(
    tokens.flatMap(({ kind, name, markup }) =>
      kind === 'tag' &&
      ['assign', 'capture', 'for', 'tablerow', 'increment', 'decrement'].includes(name ?? '')
        ? [/^[\w-]+/.exec(markup)?.[0] ?? '']
        : [],
    ),
  );
}

const intended = new WeakMap<Body, boolean>();

/** Whether a post has tags that are there to be carried out: those outside code and math. */
function hasIntendedLiquid(body: Body): boolean {
  const known = intended.get(body);
  if (known !== undefined) return known;
  const found = body.liquid.some(
    (token) =>
      token.closed &&
      !isCodeOrMath(body, token) &&
      (token.kind === 'output' ? isTemplateValue(token) : isKnownTag(token.name ?? '')),
  );
  intended.set(body, found);
  return found;
}

export function isCodeOrMath(body: Body, { start }: LiquidToken): boolean {
  const kind = body.regionAt(start)?.kind;
  return kind === 'code' || kind === 'math';
}

/**
 * How to keep Liquid away from a text: for the whole post where it has no tags of its own, else
 * with `raw` around the place, which its `endraw` must not end early.
 */
export function liquidFix(body: Body, around: string): Message {
  if (!hasIntendedLiquid(body) || /\{%-?\s*endraw/.test(around)) {
    return {
      en: 'Add "render_with_liquid: false" to the front matter: the post has no Liquid of its own.',
      ko: '글에 쓰인 Liquid가 없으니 머리말에 "render_with_liquid: false"를 넣으세요.',
    };
  }
  return {
    en: 'Put {% raw %} before and {% endraw %} behind the block: the tags that the post uses elsewhere stay.',
    ko: '블록 앞에 {% raw %}, 뒤에 {% endraw %}를 넣으세요. 글의 다른 곳에 쓰인 태그는 그대로 남습니다.',
  };
}

/** The code or math around a token, else the token itself. */
export function textAround(body: Body, { start, end }: LiquidToken): string {
  const region = body.regionAt(start);
  return body.text.slice(region?.start ?? start, region?.end ?? end);
}

/** A token as a message quotes it. */
export function quoted(body: Body, { start, end }: LiquidToken): string {
  const source = body.text.slice(start, end).replace(/\s+/g, ' ');
  return source.length > 60 ? `${source.slice(0, 57)}…` : source;
}
