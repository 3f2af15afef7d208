import MarkdownIt from 'markdown-it';
import { ENTITY } from '../entities';
import { strip } from '../pattern';
import type { Node } from '../tree';

const ENTITIES = new RegExp(ENTITY, 'g');
const { unescapeAll } = new MarkdownIt().utils;

/** Attribute values may hold entities, all that HTML has; tokens carry what they mean. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(ENTITIES, (entity) => unescapeAll(entity)) : text;
}

export function tokenAttributes(node: Node): [string, string][] | null {
  if (!node.hasAttributes) return null;
  return [...node.attributes]
    .filter(([name, value]) => name !== 'id' || strip(value) !== '')
    .map(([name, value]) => [name, decodeEntities(value)]);
}
