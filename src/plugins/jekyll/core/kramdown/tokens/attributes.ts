import MarkdownIt from 'markdown-it';
import { ENTITY } from '../entities';
import { strip } from '../pattern';
import type { Node } from '../tree';
import type { Token } from './token';

const ENTITIES = new RegExp(ENTITY, 'g');
const { escapeHtml, unescapeAll } = new MarkdownIt().utils;

/** Of `&lt0;` HTML would take the `&lt` in text, but nothing in an attribute. */
function decodeEntity(entity: string): string {
  const text = unescapeAll(entity);
  return text.length > 1 && text.endsWith(';') ? entity : text;
}

/** Attribute values may hold entities, all that HTML has; tokens carry what they mean. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, decodeEntity) : text;
}

export function tokenAttributes(node: Node): [string, string][] | null {
  if (!node.hasAttributes) return null;
  return [...node.attributes]
    .filter(([name, value]) => name !== 'id' || strip(value) !== '')
    .map(([name, value]) => [name, decodeEntities(value)]);
}

/** A token's attributes as they stand in its tag; `more` replace those of their name or come last. */
export function renderAttributes(
  { attrs }: Pick<Token, 'attrs'>,
  more: readonly (readonly [string, string])[] = [],
): string {
  if (!attrs && more.length === 0) return '';
  let out = '';
  for (const [name, value] of attrs ?? []) {
    const own = more.find(([other]) => other === name);
    out += ` ${name}="${escapeHtml(own ? own[1] : String(value))}"`;
  }
  for (const [name, value] of more) {
    if (!attrs?.some(([other]) => other === name)) out += ` ${name}="${escapeHtml(value)}"`;
  }
  return out;
}
