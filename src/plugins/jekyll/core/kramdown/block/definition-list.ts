import { ITEM_STEPS } from '../budget';
import { at, rstrip } from '../pattern';
import { Scanner } from '../scanner';
import { addChild, addText, blockNode, lastChild, type Node } from '../tree';
import { blankEnd, DEFINITION_START, END_OF_BLOCK } from './boundary';
import {
  contentPattern,
  firstLine,
  isLazyLine,
  makeTransparent,
  unindent,
  type FirstLine,
} from './item';
import { BlockState, type BlockRule, type ParseBlocks } from './state';

const startPatterns = [0, 1, 2, 3].map((most) => at(`( {0,${most}}:)([\\t| ].*?\\n)`));

interface Definition {
  readonly node: Node;
  text: string;
}

/**
 * Definition lists: the paragraph before the first `:` holds the terms.
 * @see https://kramdown.gettalong.org/syntax.html#definition-lists
 */
export const definitionList =
  (parseBlocks: ParseBlocks): BlockRule =>
  (state) => {
    const { document, scanner, parent } = state;
    if (!scanner.matches(DEFINITION_START)) return false;
    const before = parent.children;
    const last = before[before.length - 1];
    const oneBlank = last?.type === 'blank' && last.value === '\n';
    const terms = oneBlank ? before[before.length - 2] : last;
    if (terms?.type !== 'p') return false;
    before.length -= oneBlank ? 2 : 1;

    const node = state.node('dl', terms.line);
    if (terms.list) node.list = terms.list;
    else node.list = undefined;
    addTerms(state, node, terms);

    let firstAsParagraph = oneBlank;
    let start: RegExp = DEFINITION_START;
    let content = contentPattern(0);
    let indentation = 0;
    let afterBlank = false;
    const definitions: Definition[] = [];
    let current: Definition | undefined;
    while (!scanner.done) {
      const line = state.line;
      const first = scanner.check(start);
      if (first) {
        if (!document.budget.spend(line, ITEM_STEPS)) break;
        scanner.pos += first[0].length;
        const opened: FirstLine = firstLine(state, first[1]!.length, first[2]!);
        indentation = opened.indentation;
        content = contentPattern(indentation);
        start = startPatterns[Math.min(3, indentation - 1)]!;
        const dd = blockNode('dd', line);
        dd.firstAsParagraph = firstAsParagraph;
        if (opened.list) dd.list = opened.list;
        if (current) current.node.end = line;
        current = { node: dd, text: opened.text };
        definitions.push(current);
        addChild(node, dd);
        firstAsParagraph = false;
        afterBlank = false;
        continue;
      }
      if (!current || scanner.matches(END_OF_BLOCK)) break;
      if (scanner.matches(content) || (!afterBlank && isLazyLine(scanner, indentation))) {
        current.text += unindent(scanner.takeLine(), indentation).text;
        firstAsParagraph = false;
        afterBlank = false;
        continue;
      }
      const end = blankEnd(scanner);
      if (end < 0) break;
      firstAsParagraph = true;
      current.text += scanner.text.slice(scanner.pos, end);
      scanner.pos = end;
      afterBlank = true;
    }
    if (current) current.node.end = state.line;
    node.end = state.line;

    let trailing: Node | undefined;
    for (const { node: dd, text } of definitions) {
      parseBlocks(new BlockState(document, new Scanner(text, dd.line), dd));
      // An empty one leaves it to the one before what follows the list.
      if (dd.children.length > 0) trailing = settle(dd);
    }
    append(parent, node);
    if (trailing) state.push(trailing);
    return true;
  };

function addTerms(state: BlockState, list: Node, paragraph: Node): void {
  const { budget } = state.document;
  const lines = rstrip(paragraph.children[0]?.value ?? '').split('\n');
  let line = paragraph.line;
  for (let index = 0; index < lines.length; index++) {
    let written = lines[index]!;
    if (!budget.spend(line, ITEM_STEPS)) {
      written = lines.slice(index).join('\n');
      index = lines.length;
    }
    const node = blockNode('dt', line);
    const { text, list: own } = firstLine(state, 0, written);
    if (own) node.list = own;
    node.rawText = own ? text : written;
    addText(node, node.rawText, line, 'rawtext');
    addChild(list, node);
    line++;
  }
}

function settle(item: Node): Node | undefined {
  const trailing = lastChild(item)?.type === 'blank' ? item.children.pop() : undefined;
  const head = item.children[0];
  if (head?.type === 'p' && !item.firstAsParagraph) {
    makeTransparent(head, item.children.length > 1);
  }
  return trailing;
}

/** Goes on with a definition list directly before, or begins one. */
function append(parent: Node, list: Node): void {
  const { children } = parent;
  const last = children[children.length - 1];
  const before = last?.type === 'blank' ? children[children.length - 2] : last;
  if (before?.type !== 'dl') {
    addChild(parent, list);
    return;
  }
  if (last?.type === 'blank') children.pop();
  before.children.push(...list.children);
  before.end = list.end;
}
