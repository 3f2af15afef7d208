import { at, lstrip, rstrip, strip } from '../pattern';
import { addChild, addText, lastChild, spanNode } from '../tree';
import { afterBoundary, beforeBoundary, blankEnd, END_OF_BLOCK } from './boundary';
import type { BlockRule } from './state';

/** Blocks without blocks in them, but for code, tables and paragraphs. */

/** @see https://kramdown.gettalong.org/syntax.html#blank-lines */
export const blank: BlockRule = (state) => {
  const { scanner } = state;
  const end = blankEnd(scanner);
  if (end < 0) return false;
  const line = state.line;
  const text = scanner.text.slice(scanner.pos, end);
  scanner.pos = end;
  if (state.last?.type === 'blank') state.last.value += text;
  else state.push(state.node('blank', line, text));
  return true;
};

/** @see https://kramdown.gettalong.org/syntax.html#end-of-block-marker */
export const endOfBlock: BlockRule = (state) => {
  const line = state.line;
  if (!state.scanner.scan(END_OF_BLOCK)) return false;
  state.push(state.node('eob', line));
  return true;
};

const RULE = at(' {0,3}(\\*|-|_)[ \\t]*\\1[ \\t]*\\1(?:\\1|[ \\t])*\\n');
export const isRule = RULE;

/** @see https://kramdown.gettalong.org/syntax.html#horizontal-rules */
export const horizontalRule: BlockRule = (state) => {
  const line = state.line;
  if (!state.scanner.scan(RULE)) return false;
  state.push(state.node('hr', line));
  return true;
};

const ATX = at('(#{1,6})[\\t ]*([^ \\t].*)\\n');
const ATX_GFM = at('(#{1,6})[\\t ]+([^ \\t\\n].*)\\n');
const SETEXT = at(' {0,3}([^ \\t\\n].*)\\n([-=])[-=]*[ \\t\\r\\f\\v]*\\n');
const HEADER_ID =
  /[\t ]\{#([\p{Alphabetic}_:][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:.-]*)\}[ \t\n\v\f\r]*$/u;

/** @see https://kramdown.gettalong.org/syntax.html#atx-style */
export const atxHeader: BlockRule = (state) => {
  const { document, scanner } = state;
  const { gfm, paragraphEnd } = document.options;
  if (!paragraphEnd && !afterBoundary(state)) return false;
  const line = state.line;
  const start = scanner.pos;
  const found = scanner.scan(gfm ? ATX_GFM : ATX);
  if (!found) return false;
  if (addHeader(state, found[1]!.length, found[2]!, line, true)) return true;
  scanner.pos = start;
  return false;
};

/** @see https://kramdown.gettalong.org/syntax.html#setext-style */
export const setextHeader: BlockRule = (state) => {
  const { scanner } = state;
  const below = scanner.text.charCodeAt(scanner.lineEnd());
  if ((below !== 45 && below !== 61) || !afterBoundary(state)) return false;
  const line = state.line;
  const found = scanner.scan(SETEXT);
  if (!found) return false;
  return addHeader(state, found[2] === '-' ? 2 : 1, found[1]!, line, false);
};

function addHeader(
  state: Parameters<BlockRule>[0],
  level: number,
  written: string,
  line: number,
  atx: boolean,
): boolean {
  let text = rstrip(written);
  const id = HEADER_ID.exec(text);
  if (id) text = rstrip(text.slice(0, id.index));
  if (atx) {
    const { gfm, paragraphEnd } = state.document.options;
    text = rstrip(withoutClosing(text, gfm && paragraphEnd));
  }
  if (text === '') return false;
  const node = state.node('header', line);
  node.end = state.line;
  node.level = level;
  node.rawText = text;
  if (id) node.attributes.set('id', id[1]!);
  addText(node, text, line, 'rawtext');
  state.push(node);
  return true;
}

/**
 * A header's text without the hashes that close it: all, or those with a blank before them. (Found
 * from the end on: a pattern would try every blank of a long run.)
 */
function withoutClosing(text: string, blankBefore: boolean): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 35) end--;
  const before = text.charCodeAt(end - 1);
  if (blankBefore) return before === 32 || before === 9 ? text.slice(0, end) : text;
  // A backslash keeps the first one.
  return text.slice(0, before === 92 ? end + 1 : end);
}

const MATH = at(' {0,3}(\\\\)?\\$\\$');

/** @see https://kramdown.gettalong.org/syntax.html#math-blocks */
export const blockMath: BlockRule = (state) => {
  if (!afterBoundary(state)) return false;
  const { scanner } = state;
  const start = scanner.pos;
  const line = state.line;
  const open = scanner.check(MATH);
  if (!open) return false;
  const from = start + open[0].length;
  const to = scanner.find('$$', from);
  if (to < 0) return false;
  const tail = blankTail(scanner.text, to + 2);
  if (open[1]) {
    // The backslash says that a formula alone in its paragraph belongs to the text.
    if (tail > to + 2) scanner.pos = start + open[0].length - 2;
    return false;
  }
  scanner.pos = tail;
  if (!beforeBoundary(scanner)) {
    scanner.pos = start;
    return false;
  }
  const node = state.node('math', line, strip(scanner.text.slice(from, to)));
  node.end = scanner.lineAt();
  state.push(node);
  return true;
};

/** Behind the white space up to a line's end, if there is no more on the line. */
function blankTail(text: string, from: number): number {
  let at = from;
  while (' \t\r\f\v'.includes(text[at] ?? 'x')) at++;
  return text[at] === '\n' ? at + 1 : from;
}

/** Text at the end of a paragraph: a new one, or the last one's next line. */
export function addParagraph(state: Parameters<BlockRule>[0], line: number, written: string): void {
  const { parent } = state;
  // White space at its end may prove to be a line break: only the last line's goes.
  const text = written.replace(/\n$/, '');
  const last = state.last;
  if (last?.type === 'p') {
    const raw = lastChild(last);
    // The paragraph may come from HTML, with text that has been read.
    if (raw?.type !== 'rawtext') addChild(last, spanNode('rawtext', line, text));
    else if (raw.value.endsWith('\n')) raw.value += `\n${text}`;
    else {
      const isBreak = raw.value.endsWith('  ');
      raw.value = `${rstrip(raw.value)}${isBreak ? '  ' : ''}\n${text}`;
    }
    last.end = state.line;
    return;
  }
  const node = state.node('p', line);
  node.end = state.line;
  addChild(node, spanNode('rawtext', line, lstrip(text)));
  addChild(parent, node);
}
