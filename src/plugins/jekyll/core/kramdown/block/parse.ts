import type { ParseSpansOnly } from '../span/state';
import { BLOCK_STEPS } from '../budget';
import { at } from '../pattern';
import { addText } from '../tree';
import {
  DEFINITION_START,
  GFM_FENCE_START,
  GFM_HEADER_START,
  isLazyEnd,
  LIST_START,
  QUOTE_START,
} from './boundary';
import { fencedCode, indentedCode } from './code';
import { abbreviationDefinition, footnoteDefinition, linkDefinition } from './definitions';
import { definitionList } from './definition-list';
import { blockExtensions } from './extensions';
import { blockHtml } from './html';
import {
  addParagraph,
  atxHeader,
  blank,
  blockMath,
  endOfBlock,
  horizontalRule,
  setextHeader,
} from './leaf';
import { list } from './list';
import { blockquote } from './quote';
import type { BlockRule, BlockState, ParseBlocks } from './state';
import { table } from './table';

/** The rules in the order in which kramdown tries them. A paragraph is what none of them takes. */
function rulesInOrder(parseBlocks: ParseBlocks, parseSpansOnly: ParseSpansOnly): BlockRule[] {
  return [
    blank,
    indentedCode,
    fencedCode,
    blockquote(parseBlocks),
    atxHeader,
    horizontalRule,
    list(parseBlocks),
    definitionList(parseBlocks),
    blockHtml(parseBlocks),
    setextHeader,
    blockMath,
    table(parseSpansOnly),
    footnoteDefinition(parseBlocks),
    linkDefinition,
    abbreviationDefinition,
    blockExtensions,
    endOfBlock,
    paragraph,
  ];
}

const PARAGRAPH_START = at(' {0,3}[^ \\t]');

/** @see https://kramdown.gettalong.org/syntax.html#paragraphs */
const paragraph: BlockRule = (state) => {
  const { document, scanner } = state;
  const line = state.line;
  const start = scanner.pos;
  if (!scanner.matches(PARAGRAPH_START)) return strayLine(state);
  const { paragraphEnd } = document.options;
  do scanner.pos = scanner.lineEnd();
  while (
    !isLazyEnd(scanner) &&
    !scanner.matches(DEFINITION_START) &&
    !(paragraphEnd && startsGfmBlock(state))
  );
  addParagraph(state, line, scanner.text.slice(start, scanner.pos));
  return true;
};

/** A line that is indented by blanks and a tab is neither code nor a paragraph: it stands as text. */
function strayLine(state: BlockState): true {
  const line = state.line;
  state.document.warnings.add(
    'line-unread',
    line,
    'Warning: this should not occur - no block parser handled the line',
  );
  addText(state.parent, state.scanner.takeLine(), line, 'rawtext');
  return true;
}

/** With the quirk `paragraph_end` these need no blank line before them. */
function startsGfmBlock({ scanner }: BlockState): boolean {
  const { text, pos } = scanner;
  let at = pos;
  while (at - pos < 3 && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  switch (code) {
    case 35: // #
      return scanner.matches(GFM_HEADER_START);
    case 62: // >
      return scanner.matches(QUOTE_START);
    case 96: // `
    case 126: // ~
      return scanner.matches(GFM_FENCE_START);
    case 42: // *
    case 43: // +
    case 45: // -
      return scanner.matches(LIST_START);
  }
  return code >= 48 && code <= 57 && scanner.matches(LIST_START);
}

/** Makes the function that reads blocks up to the end of the text or the parent's closing tag. */
export function blockParser(parseSpansOnly: ParseSpansOnly): ParseBlocks {
  const parseBlocks: ParseBlocks = (state) => {
    const { document, scanner } = state;
    const { budget } = document;
    if (!budget.enter(state.line)) {
      restAsText(state);
      return false;
    }
    while (!scanner.done && !state.closed) {
      if (!budget.spend(state.line, BLOCK_STEPS)) {
        restAsText(state);
        break;
      }
      const { pending, last } = state;
      for (const rule of startsAsText(scanner) ? textRules : rules) if (rule(state)) break;
      // A list waits for one element; blank lines that go with others before are none, nor are
      // comments, raw text and stray lines.
      if (pending && state.last !== last && !isComment(state.last)) state.pending = undefined;
    }
    budget.leave();
    return state.closed;
  };
  const rules = rulesInOrder(parseBlocks, parseSpansOnly);
  const textRules = [setextHeader, table(parseSpansOnly), paragraph];
  return parseBlocks;
}

const isComment = (node: BlockState['last']): boolean =>
  node?.type === 'comment' ||
  node?.type === 'raw' ||
  node?.type === 'xmlcomment' ||
  node?.type === 'rawtext';

/** Whether the line begins with a character that only few rules take; most lines do. */
function startsAsText({ text, pos }: BlockState['scanner']): boolean {
  let at = pos;
  while (at - pos < 3 && text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  return code > 127 || (code > 64 && code < 91) || (code > 96 && code < 123);
}

function restAsText(state: BlockState): void {
  const { scanner } = state;
  if (scanner.done) return;
  const line = state.line;
  const start = scanner.pos;
  scanner.pos = scanner.text.length;
  addParagraph(state, line, scanner.text.slice(start));
}
