import { isSpace } from '../pattern';
import { Scanner } from '../scanner';
import { addChild, addText, blockNode, spanNode, type Node } from '../tree';
import type { SpanRule } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#code-spans */
export const codeSpan: SpanRule = ({ scanner, parent }) => {
  if (scanner.text.charCodeAt(scanner.pos) !== 96) return false;
  readCode(scanner, parent, 'text');
  return true;
};

function readCode(scanner: Scanner, parent: Node, textType: 'rawtext' | 'text'): void {
  const { text, pos } = scanner;
  let open = pos;
  while (text.charCodeAt(open) === 96) open++;
  const length = open - pos;
  const line = scanner.lineAt();
  const spaced =
    length === 1 &&
    (pos === 0 || isSpace(text.charCodeAt(pos - 1))) &&
    isSpace(text.charCodeAt(open));
  const fence = text.slice(pos, open);
  const close = spaced ? -1 : scanner.find(fence, open);
  scanner.pos = open;
  if (close < 0) return addText(parent, fence, line, textType);
  let from = open;
  let to = close;
  if (length > 1) {
    if (text[from] === ' ' && from < to) from++;
    if (text[to - 1] === ' ' && from < to) to--;
  }
  addChild(parent, spanNode('codespan', line, text.slice(from, to)));
  scanner.pos = close + length;
}

export interface CodePiece {
  readonly code: boolean;
  readonly text: string;
}

/** Cuts a text into code spans and what is between them. */
export function splitCodeSpans(text: string): CodePiece[] {
  if (text === '') return [];
  if (!text.includes('`')) return [{ code: false, text }];
  const scanner = new Scanner(text, 0);
  const root = blockNode('root', 0);
  while (!scanner.done) {
    const next = scanner.find('`');
    const to = next < 0 ? text.length : next;
    addText(root, text.slice(scanner.pos, to), 0, 'rawtext');
    scanner.pos = to;
    if (next >= 0) readCode(scanner, root, 'rawtext');
  }
  return root.children.map(({ type, value }) => ({ code: type === 'codespan', text: value }));
}
