import { entityCode } from '../entities';
import { at } from '../pattern';
import { addChild, addText, spanNode, type Node } from '../tree';
import type { SpanRule } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#typographic-symbols */
const SYMBOLS: readonly (readonly [written: string, name: string])[] = [
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['\\<<', '<<'],
  ['\\>>', '>>'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
];

export const typographicSymbol: SpanRule = ({ scanner, parent }) => {
  const { text, pos } = scanner;
  const found = SYMBOLS.find(([written]) => text.startsWith(written, pos));
  if (!found) return false;
  const [written, name] = found;
  const line = scanner.lineAt();
  if (name === '<<' || name === '>>') for (const char of name) pushEntity(parent, char, line);
  else addChild(parent, spanNode('symbol', line, name));
  scanner.pos = pos + written.length;
  return true;
};

/** An angle bracket that a backslash keeps is an entity: an attribute list behind it is its own. */
function pushEntity(parent: Node, char: string, line: number): void {
  const node = spanNode('entity', line, char);
  node.rawText = char === '<' ? '&lt;' : '&gt;';
  addChild(parent, node);
}

const ENTITY = at('&(?:([\\w:][\\w:.-]*)|#(\\d+)|#x([0-9a-fA-F]+));');

/** @see https://kramdown.gettalong.org/syntax.html#html-spans */
export const entity: SpanRule = ({ scanner, parent }) => {
  const found = scanner.check(ENTITY);
  if (!found) return false;
  const [written, name, decimal, hex] = found;
  const code =
    name !== undefined
      ? entityCode(name)
      : Number.parseInt((decimal ?? hex)!, decimal !== undefined ? 10 : 16);
  const line = scanner.lineAt();
  if (code === undefined || !(code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) {
    // The `&` alone is one, and text follows.
    addChild(parent, spanNode('entity', line, '&'));
    addText(parent, written.slice(1), line);
    scanner.pos += written.length;
    return true;
  }
  const node = spanNode('entity', line, String.fromCodePoint(code));
  node.rawText = written;
  addChild(parent, node);
  scanner.pos += written.length;
  return true;
};
