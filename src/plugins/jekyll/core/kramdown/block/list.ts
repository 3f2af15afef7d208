import { ITEM_STEPS } from '../budget';
import { at, rstrip } from '../pattern';
import { Scanner } from '../scanner';
import { blockNode, lastChild, type Node } from '../tree';
import { blankEnd, END_OF_BLOCK, LIST_START } from './boundary';
import { contentPattern, firstLine, isLazyLine, makeTransparent, unindent } from './item';
import { isRule } from './leaf';
import { BlockState, type BlockRule, type ParseBlocks } from './state';

/**
 * Lists. An item's text is cut out of the document and read again as blocks, in parts: a list
 * within it begins a part, so that it may stand directly below the text.
 * @see https://kramdown.gettalong.org/syntax.html#ordered-and-unordered-lists
 */

const BULLET = '[+*-]';
const NUMBER = '\\d+\\.';
const startPatterns = new Map<string, RegExp>();

/** An item's marker, as far right as the list's items may have it. */
function startPattern(marker: string, indentation: number): RegExp {
  const most = Math.min(3, indentation - 1);
  const key = `${marker}${most}`;
  let found = startPatterns.get(key);
  if (!found) {
    found = at(`( {0,${most}}${marker})([\\t| ].*?\\n)`);
    startPatterns.set(key, found);
  }
  return found;
}

const LIST_IN_TEXT = /(?:^|\n) {0,3}(?:[+*-]|\d+\.)[\t| ][^\n]*\n/;

interface Item {
  readonly node: Node;
  readonly parts: string[];
}

export const list =
  (parseBlocks: ParseBlocks): BlockRule =>
  (state) => {
    const { document, scanner } = state;
    if (!scanner.matches(LIST_START)) return false;
    const ordered = !scanner.matches(startPattern(BULLET, 4));
    const marker = ordered ? NUMBER : BULLET;
    let start = startPattern(marker, 4);
    const node = state.node(ordered ? 'ol' : 'ul', state.line);
    const items: Item[] = [];
    let current: Item | undefined;
    let indentation = 0;
    let content = contentPattern(0);
    let nested = false;
    let afterBlank = false;
    let ended = false;

    while (!scanner.done) {
      const line = state.line;
      if (afterBlank && scanner.matches(isRule)) break;
      if (scanner.scan(END_OF_BLOCK)) {
        ended = true;
        break;
      }
      const first = scanner.check(start);
      if (first) {
        if (!document.budget.spend(line, ITEM_STEPS)) break;
        scanner.pos += first[0].length;
        const opened = firstLine(state, first[1]!.length, first[2]!);
        indentation = opened.indentation;
        content = contentPattern(indentation);
        start = startPattern(marker, indentation);
        const li = blockNode('li', line);
        if (opened.list) li.list = opened.list;
        if (current) current.node.end = line;
        current = { node: li, parts: [opened.text] };
        items.push(current);
        nested = LIST_IN_TEXT.test(opened.text);
        afterBlank = false;
        continue;
      }
      if (!current) break;
      const parts = current.parts;
      if (scanner.matches(content) || (!afterBlank && isLazyLine(scanner, indentation))) {
        const found = unindent(scanner.takeLine(), indentation);
        let text = found.text;
        if (!nested && found.indented && LIST_IN_TEXT.test(text)) {
          parts.push('');
          nested = true;
        } else if (nested && !found.indented && LIST_IN_TEXT.test(text)) {
          text = ' '.repeat(indentation + 4) + text;
        }
        parts[parts.length - 1] += text;
        afterBlank = false;
        continue;
      }
      const end = blankEnd(scanner);
      if (end < 0) break;
      parts[parts.length - 1] += scanner.text.slice(scanner.pos, end);
      scanner.pos = end;
      nested = true;
      afterBlank = true;
    }
    if (items.length === 0) return false;
    if (current) current.node.end = state.line;
    node.end = state.line;
    node.children = items.map((item) => item.node);
    state.push(node);

    let trailing: Node | undefined;
    for (const item of items) {
      let line = item.node.line;
      for (const part of item.parts) {
        const inner = new BlockState(document, new Scanner(part, line), item.node);
        parseBlocks(inner);
        line = inner.scanner.lineAt(part.length);
      }
      // An empty item leaves it to the one before what follows the list.
      if (item.node.children.length > 0) trailing = settleItem(item.node, node, ended);
    }
    if (document.options.gfm) markTasks(node);
    if (trailing && !ended) state.push(trailing);
    return true;
  };

/** Decides whether an item shows its first paragraph's `<p>`; gives the blank lines at its end. */
function settleItem(item: Node, list: Node, ended: boolean): Node | undefined {
  const { children } = item;
  const first = children[0];
  const second = children[1];
  if (!first) return undefined;
  if (first.type === 'p' && second?.type === 'eob' && first.list) children.splice(1, 1);
  const next = children[1];
  const isLast = item === lastChild(list);
  const tight =
    first.type === 'p' &&
    (next?.type !== 'blank' || (isLast && children.length === 2 && !ended)) &&
    (!isLast ||
      list.children.length === 1 ||
      list.children
        .slice(0, -1)
        .some(({ children: [head] }) => head?.type !== 'p' || head.transparent === true));
  if (tight) {
    makeTransparent(first, next !== undefined && next.type !== 'blank');
  }
  return lastChild(item)?.type === 'blank' ? children.pop() : undefined;
}

const taskBox = (checked: boolean): string =>
  '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"' +
  `${checked ? ' checked="checked"' : ''} />`;

/** GFM's task lists: `[ ]` and `[x]` at the start of items. */
function markTasks(list: Node): void {
  let any = false;
  for (const item of list.children) {
    const paragraph = item.children[0];
    const text = paragraph?.type === 'p' ? paragraph.children[0] : undefined;
    if (!text) continue;
    const found = /^[ \t\n\v\f\r]*\[([ xX])\][ \t\n\v\f\r]+/.exec(
      paragraph!.transparent ? text.value : rstrip(text.value),
    );
    if (!found) {
      if (any) item.attributes.set('class', 'task-list-item');
      continue;
    }
    // Its spans are still to be read, and the box is one of them.
    text.value = taskBox(found[1] !== ' ') + text.value.slice(found[0].length);
    item.attributes.set('class', 'task-list-item');
    any = true;
  }
  if (any) list.attributes.set('class', 'task-list');
}
