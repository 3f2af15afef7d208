import MarkdownIt from 'markdown-it';
import { ENTITY } from '../entities';
import { strip } from '../pattern';
import type { Node } from '../tree';
import type { Token } from './token';

const ENTITIES = new RegExp(ENTITY, 'g');
const { escapeHtml, unescapeAll } = new MarkdownIt().utils;

/** Of `&lt0;` HTML would take the `&lt` in text, but nothing in an attribute; `&#0;` is no character. */
function decodeEntity(entity: string): string {
  const text = unescapeAll(entity);
  if (text === entity && text.startsWith('&#')) return '\ufffd';
  return text.length > 1 && text.endsWith(';') ? entity : text;
}

/** Attribute values may hold entities, all that HTML has; tokens carry what they mean. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, decodeEntity) : text;
}

export function tokenAttributes(node: Node): [string, string][] | null {
  if (!node.hasAttributes) return null;
  const out: [string, string][] = [];
  for (const [name, value] of node.attributes) {
    if (name !== 'id' || strip(value) !== '') out.push([name, decodeEntities(value)]);
  }
  return out;
}

const MARKUP_OR_ENTITY = new RegExp(`${ENTITY.source}|[&<>"]`, 'g');

/** What looks like an entity and is none of HTML's stays as it was written. */
const escapeMarkup = (written: string): string =>
  written.length > 1 && unescapeAll(written) === written ? written : escapeHtml(written);

const escapeValue = (value: string): string =>
  value.includes('&') ? value.replace(MARKUP_OR_ENTITY, escapeMarkup) : escapeHtml(value);

type Attribute = readonly [name: string, value: string];
const NONE: readonly Attribute[] = [];

/** A token's attributes as they stand in its tag; `more` replace those of their name or come last. */
export function renderAttributes(
  { attrs }: Pick<Token, 'attrs'>,
  more: readonly Attribute[] = NONE,
): string {
  let out = '';
  if (attrs) {
    for (const [name, value] of attrs) {
      const own = more.length > 0 ? more.find(([other]) => other === name) : undefined;
      out += ` ${name}="${escapeValue(own ? own[1] : String(value))}"`;
    }
  }
  for (const [name, value] of more) {
    if (!attrs?.some(([other]) => other === name)) out += ` ${name}="${escapeValue(value)}"`;
  }
  return out;
}
