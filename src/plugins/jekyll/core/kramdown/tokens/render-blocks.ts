import type MarkdownIt from 'markdown-it';
import { renderAttributes } from './attributes';
import type { Token } from './token';

/**
 * Renderer rules that indent blocks by their level, as kramdown does: within `<pre>` and the like
 * white space shows.
 */
type Rule = MarkdownIt.RendererRule;

const INDENTS: string[] = [];

/** The white space before a block. */
export const indent = ({ level }: Token): string => (INDENTS[level] ??= '  '.repeat(level));

/** Blocks that hold blocks. */
const CONTAINERS = 'blockquote bullet_list dl ordered_list table tbody tfoot thead tr'.split(' ');
/** Blocks that hold text. */
const TEXTS = 'dt heading td th'.split(' ');

const openTag = (token: Token): string =>
  `${indent(token)}<${token.tag}${renderAttributes(token)}>`;

const openLine: Rule = (tokens, index) => `${openTag(tokens[index]!)}\n`;
const closeLine: Rule = (tokens, index) => `${indent(tokens[index]!)}</${tokens[index]!.tag}>\n`;
const open: Rule = (tokens, index) => openTag(tokens[index]!);
const close: Rule = (tokens, index) => `</${tokens[index]!.tag}>\n`;

/** In an item, `ownLine` says whether the tag stands on a line of its own. */
const itemOpen: Rule = (tokens, index) => {
  const token = tokens[index]!;
  return `${openTag(token)}${token.meta?.ownLine ? '\n' : ''}`;
};
const itemClose: Rule = (tokens, index) => {
  const token = tokens[index]!;
  return `${token.meta?.ownLine ? indent(token) : ''}</${token.tag}>\n`;
};

const htmlOpen: Rule = (tokens, index) => {
  const token = tokens[index]!;
  const { meta } = token;
  const before = token.block && !meta?.raw ? indent(token) : '';
  return `${before}<${token.tag}${renderAttributes(token)}>${meta?.model === 'block' ? '\n' : ''}`;
};
const htmlClose: Rule = (tokens, index) => {
  const token = tokens[index]!;
  const { meta } = token;
  const before = meta?.model === 'block' ? `${meta.openLine ? '\n' : ''}${indent(token)}` : '';
  return `${before}</${token.tag}>${token.block && !meta?.raw ? '\n' : ''}`;
};
const htmlVoid: Rule = (tokens, index) => {
  const token = tokens[index]!;
  const tag = `<${token.tag}${renderAttributes(token)} />`;
  return token.block && !token.meta?.raw ? `${indent(token)}${tag}\n` : tag;
};

export function blockRules(): Record<string, Rule> {
  const rules: Record<string, Rule> = {
    blank_line: () => '\n',
    paragraph_open: (tokens, index) => (tokens[index]!.hidden ? '' : openTag(tokens[index]!)),
    paragraph_close: (tokens, index) => (tokens[index]!.hidden ? '' : '</p>\n'),
    hr: (tokens, index) => `${indent(tokens[index]!)}<hr${renderAttributes(tokens[index]!)} />\n`,
    html_open: htmlOpen,
    html_close: htmlClose,
    html_void: htmlVoid,
  };
  for (const type of CONTAINERS) {
    rules[`${type}_open`] = openLine;
    rules[`${type}_close`] = closeLine;
  }
  for (const type of TEXTS) {
    rules[`${type}_open`] = open;
    rules[`${type}_close`] = close;
  }
  for (const type of ['list_item', 'dd']) {
    rules[`${type}_open`] = itemOpen;
    rules[`${type}_close`] = itemClose;
  }
  return rules;
}
