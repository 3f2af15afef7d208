import type { BlockRule, ParseBlocks } from './state';
import { BlockState } from './state';
import { isLazyEnd, QUOTE_START } from './boundary';
import { Scanner } from '../scanner';

/** @see https://kramdown.gettalong.org/syntax.html#blockquotes */
export const blockquote =
  (parseBlocks: ParseBlocks): BlockRule =>
  (state) => {
    const { document, scanner } = state;
    if (!scanner.matches(QUOTE_START)) return false;
    const line = state.line;
    const start = scanner.pos;
    do scanner.pos = scanner.lineEnd();
    while (!isLazyEnd(scanner));
    const text = scanner.text.slice(start, scanner.pos).replace(/(?<=^|\n) {0,3}> ?/g, '');
    const node = state.node('blockquote', line);
    node.end = state.line;
    state.push(node);
    parseBlocks(new BlockState(document, new Scanner(text, line), node));
    return true;
  };
