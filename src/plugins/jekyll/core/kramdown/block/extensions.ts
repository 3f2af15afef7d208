import { ID_NAME, LIST_CHARS, newAttributeList, parseAttributeList } from '../attribute-list';
import { runExtension } from '../extension';
import { at } from '../pattern';
import type { AttributeList } from '../tree';
import { BLOCK_LIST } from './boundary';
import type { BlockRule, BlockState } from './state';

/** What stands in `{:…}` on a line of its own. */

const DEFINITION = at(` {0,3}\\{:(${ID_NAME}):(${LIST_CHARS}+)\\}\\s*?\\n`);
const EXTENSION = at(
  ` {0,3}(?:\\{::(\\w+)(?:\\s(${LIST_CHARS}*?)|)(\\/)?\\}|\\{:\\/(\\w+)?\\})\\s*?\\n`,
);
const START = at(' {0,3}\\{:');

export const blockExtensions: BlockRule = (state) => {
  const { document, scanner } = state;
  if (!scanner.matches(START)) return false;
  const line = state.line;
  const definition = scanner.scan(DEFINITION);
  if (definition) {
    readList(state, definition[2]!, document.attributeList(definition[1]!), line);
    state.pushMark('other', line);
    return true;
  }
  const extension = scanner.check(EXTENSION);
  if (extension) {
    const end = runExtension(document, scanner, extension, line, state.parent, 'block');
    if (end < 0) return false;
    scanner.pos = end;
    return true;
  }
  const found = scanner.scan(BLOCK_LIST);
  if (!found) return false;
  applyBlockList(state, found[1]!, line);
  return true;
};

/** A list belongs to the block above; after a blank line, to the one below. */
function applyBlockList(state: BlockState, text: string, line: number): void {
  const last = state.last;
  const isDefinition =
    last?.definition === 'link' ||
    last?.definition === 'abbreviation' ||
    last?.definition === 'footnote';
  if (!last || last.type === 'blank' || (last.type === 'eob' && !isDefinition)) {
    state.pending ??= newAttributeList();
    readList(state, text, state.pending, line);
    return;
  }
  last.list ??= newAttributeList();
  readList(state, text, last.list, line);
  if (!state.scanner.matches(BLOCK_LIST)) state.pushMark('list', line);
}

function readList(state: BlockState, text: string, into: AttributeList, line: number): void {
  if (parseAttributeList(text, into)) return;
  state.document.warnings.add(
    'attribute-list-empty',
    line,
    `No or invalid attributes found in IAL/ALD content: ${text}`,
  );
}
