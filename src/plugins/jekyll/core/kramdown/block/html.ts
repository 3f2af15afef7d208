import { addChild } from '../tree';
import { readElement } from '../html/element';
import { toNative } from '../html/native';
import { isHtmlName, SPAN_ELEMENTS } from '../html/elements';
import { BLOCK_CLOSE_TAG, BLOCK_OPEN_TAG, BLOCK_START, TRAILING_SPACE } from '../html/syntax';
import type { BlockRule, BlockState, ParseBlocks } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#html-blocks */
export const blockHtml =
  (parseBlocks: ParseBlocks): BlockRule =>
  (state) => {
    const { scanner, parent } = state;
    if (!scanner.matches(BLOCK_START)) return false;
    const { text, pos } = scanner;
    const line = state.line;
    const start = text.indexOf('<', pos);
    if (start === pos && text.startsWith('<!--', start)) return comment(state, start);
    if (text.charCodeAt(start + 1) !== 47) {
      const open = scanner.check(BLOCK_OPEN_TAG);
      if (!open || SPAN_ELEMENTS.has(open[1]!.toLowerCase())) return false;
      if (!state.document.budget.enter(line)) return false;
      scanner.pos = pos + open[0].length;
      readElement(state, open, line, parseBlocks);
      if (state.document.options.htmlToNative) addChild(parent, toNative(parent.children.pop()!));
      state.document.budget.leave();
      return true;
    }
    const close = scanner.check(BLOCK_CLOSE_TAG);
    if (!close || SPAN_ELEMENTS.has(close[1]!.toLowerCase())) return false;
    const lower = close[1]!.toLowerCase();
    const name = isHtmlName(lower) ? lower : close[1]!;
    if (parent.type !== 'html' || parent.value !== name) return false;
    scanner.pos = pos + close[0].length;
    state.closed = true;
    return true;
  };

function comment(state: BlockState, start: number): boolean {
  const { scanner } = state;
  const end = scanner.find('-->', start + 4);
  if (end < 0) return false;
  const line = state.line;
  const node = state.node('xmlcomment', line, scanner.text.slice(start, end + 3));
  node.list = undefined;
  scanner.pos = end + 3;
  scanner.scan(TRAILING_SPACE);
  node.end = state.line;
  state.push(node);
  return true;
}
