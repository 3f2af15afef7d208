import { applyAttributeList } from '../attribute-list';
import { linkId } from '../document';
import { isSpace, strip } from '../pattern';
import type { Scanner } from '../scanner';
import { addChild, addText, spanNode, type Node } from '../tree';
import { ESCAPES } from './escape';
import { attemptKey, type ParseSpans, type SpanRule, type SpanState, type Stop } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#links-and-images */
export const link =
  (parseSpans: ParseSpans): SpanRule =>
  (state) => {
    const { document, scanner, parent, around } = state;
    const { failed } = scanner;
    const { text, pos } = scanner;
    const image = text[pos] === '!';
    const open = image ? pos + 1 : pos;
    if (text[open] !== '[' || open + 1 >= text.length || text[open + 1] === '^') return false;
    const from = open + 1;
    const line = scanner.lineAt();
    const asText = (): true => {
      addText(parent, text.slice(pos, from), line);
      scanner.pos = from;
      return true;
    };
    if ((!image && around.link) || scanner.find(']', from) < 0) return asText();
    const key = attemptKey(state, 'link');
    if (failed.has(key) || !document.budget.enter(line)) return asText();

    const node = spanNode(image ? 'img' : 'a', line);
    scanner.pos = from;
    const inner: SpanState = { ...state, parent: node, around: { ...around, link: true } };
    const closed = parseSpans(inner, stopAtClosingBracket(), 'brackets');
    document.budget.leave();
    const alt = closed ? text.slice(from, scanner.pos).replace(ESCAPES, '$1') : '';
    if (closed) scanner.pos++;
    if (!closed || !readTarget(state, node, alt, line)) {
      failed.add(key);
      return asText();
    }
    if (image) node.children = [];
    addChild(parent, node);
    return true;
  };

/** Brackets within must be paired; those of images have been read with them. */
function stopAtClosingBracket(): Stop {
  let open = 1;
  let images = 0;
  let counted = 0;
  return ({ scanner, parent: { children } }) => {
    const { text, pos } = scanner;
    const char = text[pos];
    if (char === ']') open--;
    else if (char === '[' || (char === '!' && text[pos + 1] === '[')) open++;
    else return false;
    for (; counted < children.length; counted++) if (children[counted]!.type === 'img') images++;
    return open === images;
  };
}

/** What follows the text: `[id]`, `(address "title")`, or nothing where the text is the id. */
function readTarget(state: SpanState, node: Node, alt: string, line: number): boolean {
  const { document, scanner } = state;
  const { text } = scanner;
  const reference = referenceAt(text, scanner.pos);
  if (reference || text[scanner.pos] !== '(') {
    const id = linkId(reference?.id ?? alt);
    const definition = document.links.get(id);
    if (!definition) {
      if (reference?.id === undefined) {
        document.warnings.add(
          'link-missing',
          line,
          `No link definition for link ID '${id}' found on line ${line + 1}`,
        );
      }
      return false;
    }
    if (reference) scanner.pos = reference.to;
    const list = definition.node?.list;
    if (list) applyAttributeList(list, document.attributeLists, node.attributes);
    setTarget(node, definition.url, definition.title, alt);
    return true;
  }
  return readInline(state, node, alt);
}

function referenceAt(text: string, pos: number): { id: string | undefined; to: number } | null {
  let at = pos;
  while (isSpace(text.charCodeAt(at))) at++;
  if (text[at] !== '[') return null;
  const close = text.indexOf(']', at + 1);
  if (close < 0) return null;
  return { id: close > at + 1 ? text.slice(at + 1, close) : undefined, to: close + 1 };
}

function readInline({ document, scanner }: SpanState, node: Node, alt: string): boolean {
  const { text, pos } = scanner;
  const line = scanner.lineAt();
  let url: string;
  let at: number;
  const angle = text[pos + 1] === '<' ? scanner.find('>', pos + 2) : -1;
  if (angle >= 0 && scanner.lineEnd(pos) > angle) {
    url = text.slice(pos + 2, angle);
    at = angle + 1;
    if (text[at] === ')') {
      scanner.pos = at + 1;
      setTarget(node, url, null, alt);
      return true;
    }
  } else {
    at = pos;
    let depth = 0;
    if (scanner.find(')', pos) < 0) return false;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 40) depth++;
      else if (code === 41) {
        if (--depth === 0) break;
      } else if (isSpace(code) && (text[at + 1] === '"' || text[at + 1] === "'")) break;
    }
    if (!document.budget.spend(line, (at - pos) >> 2)) return false;
    if (at >= text.length) at = lastParenthesis(text, pos);
    url = strip(text.slice(pos + 1, at));
    at++;
    if (depth === 0) {
      scanner.pos = at;
      setTarget(node, url, null, alt);
      return true;
    }
  }
  const title = titleAt(document, scanner, at, line);
  if (!title) return false;
  scanner.pos = title.to;
  setTarget(node, url, title.text, alt);
  return true;
}

/** Where the last parenthesis before the end is: what looks for the end of an address stops there. */
const lastParenthesis = (text: string, from: number): number =>
  Math.max(from, text.lastIndexOf('('), text.lastIndexOf(')'));

function titleAt(
  document: SpanState['document'],
  scanner: Scanner,
  pos: number,
  line: number,
): { text: string; to: number } | null {
  const { text } = scanner;
  let at = pos;
  while (isSpace(text.charCodeAt(at))) at++;
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return null;
  const from = at + 1;
  for (let to = scanner.find(quote, from + 1); to >= 0; to = text.indexOf(quote, to + 1)) {
    let end = to + 1;
    while (isSpace(text.charCodeAt(end))) end++;
    if (text[end] === ')') return { text: text.slice(from, to), to: end + 1 };
    if (!document.budget.spend(line, 1 + ((to - from) >> 8))) return null;
  }
  return null;
}

function setTarget(node: Node, url: string, title: string | null, alt: string): void {
  if (node.type === 'a') node.attributes.set('href', url);
  else {
    node.attributes.set('src', url);
    node.attributes.set('alt', alt);
  }
  if (title !== null) node.attributes.set('title', title);
}
