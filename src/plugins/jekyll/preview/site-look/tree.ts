import { decodeHtml, type OpenTag, type Piece, printOpen } from '../render/html-pieces';

export interface Element {
  readonly tag: OpenTag;
  readonly children: Node[];
  readonly parent: Element | null;
}
export type Node = Element | { readonly text: string; readonly raw: boolean };

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
const HIDDEN = new Set(['style', 'script', 'title', 'textarea']);

export const isElement = (node: Node): node is Element => 'tag' in node;

/** Pieces as a tree. Unlike in a browser, an element that is not closed ends with its parent. */
export function treeOf(pieces: readonly Piece[]): Element {
  const tag: OpenTag = { kind: 'open', name: '#root', attributes: [], selfClosing: false };
  const root: Element = { tag, children: [], parent: null };
  let at = root;
  for (const piece of pieces) {
    if (piece.kind === 'comment') continue;
    if (piece.kind === 'open') {
      const element: Element = { tag: piece, children: [], parent: at };
      at.children.push(element);
      if (!piece.selfClosing && !VOID.has(piece.name)) at = element;
    } else if (piece.kind === 'close') {
      const closed = ancestors(at).find(({ tag: { name } }) => name === piece.name);
      if (closed?.parent) at = closed.parent;
    } else at.children.push({ text: piece.text, raw: piece.kind === 'raw' });
  }
  return root;
}

/** The element and everything around it, from within. */
export function ancestors(element: Element | null): Element[] {
  const found: Element[] = [];
  for (let at = element; at; at = at.parent) found.push(at);
  return found;
}

export const openOf = ({ tag }: Element): string => printOpen(tag);
export const closeOf = ({ tag }: Element): string =>
  tag.selfClosing || VOID.has(tag.name) ? '' : `</${tag.name}>`;

export const printNode = (node: Node): string =>
  isElement(node)
    ? openOf(node) + node.children.map(printNode).join('') + closeOf(node)
    : node.text;

/** Its text as a reader compares it: one blank for many. */
export function textOf(node: Node): string {
  const collect = (one: Node): string => {
    if (!isElement(one)) return one.raw ? '' : decodeHtml(one.text);
    return HIDDEN.has(one.tag.name) ? '' : one.children.map(collect).join('');
  };
  return collect(node).replace(/\s+/g, ' ').trim();
}

/** All elements below one, in the order of the page. */
export function elementsIn(node: Element): Element[] {
  return node.children.flatMap((child) => (isElement(child) ? [child, ...elementsIn(child)] : []));
}

export const hasClass = ({ tag }: Element, name: string): boolean =>
  (tag.attributes.find((one) => one.name === 'class')?.value ?? '').split(/\s+/).includes(name);
