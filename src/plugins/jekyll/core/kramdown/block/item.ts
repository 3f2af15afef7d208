import { ID_NAME, LIST_CHARS, newAttributeList, parseAttributeList } from '../attribute-list';
import { at, isAsciiWord, lstrip, pattern, rstrip } from '../pattern';
import { addText, lastChild, type AttributeList, type Node } from '../tree';
import type { Scanner } from '../scanner';
import type { BlockState } from './state';
import { BLOCK_LIST, isBlank, isBlockTag } from './boundary';

/** What items of lists and of definition lists have in common: how far their text goes. */

const ITEM_LIST = pattern(`^\\s*\\{:(?!(?:${ID_NAME})?:|\\/)(${LIST_CHARS}+)\\}\\s*`);
const ITEM_LIST_ONLY = pattern(
  `^\\s*(?:\\{:(?!(?:${ID_NAME})?:|\\/)(?:${LIST_CHARS}+)\\}\\s*)?\\n?$`,
);

export interface FirstLine {
  readonly text: string;
  /** The column at which the item's text begins, and so do the lines that belong to it. */
  readonly indentation: number;
  readonly list: AttributeList | undefined;
}

/** Reads what follows an item's marker, which is `width` columns wide. */
export function firstLine(state: BlockState, width: number, written: string): FirstLine {
  // Mostly one space and a letter.
  if (written.charCodeAt(0) === 32 && isAsciiWord(written.charCodeAt(1))) {
    return { text: written.slice(1), indentation: width + 1, list: undefined };
  }
  let text = written;
  let indentation = width;
  if (ITEM_LIST_ONLY.test(text)) indentation = 4;
  else {
    while (/^ *\t/.test(text)) {
      const column = /^ */.exec(text)![0].length + width;
      text = text.replace(
        /^( *)(\t+)/,
        (_, spaces: string, tabs: string) =>
          spaces + ' '.repeat(4 - (column % 4) + (tabs.length - 1) * 4),
      );
    }
    indentation += /^ */.exec(text)![0].length;
  }
  text = lstrip(text);
  const found = ITEM_LIST.exec(text);
  if (!found) return { text, indentation, list: undefined };
  const list = newAttributeList();
  parseList(state, found[1]!, list);
  return { text: text.slice(found[0].length), indentation, list };
}

function parseList(state: BlockState, text: string, into: AttributeList): void {
  if (parseAttributeList(text, into)) return;
  state.document.warnings.add(
    'attribute-list-empty',
    state.line,
    `No or invalid attributes found in IAL/ALD content: ${text}`,
  );
}

/** Patterns by indentation: lists of a document share few. */
const contentPatterns = new Map<number, RegExp>();

/** A line that is indented as deep as the item's text. */
export function contentPattern(indentation: number): RegExp {
  let found = contentPatterns.get(indentation);
  if (!found) {
    const tabs = Math.floor(indentation / 4);
    const rest = indentation % 4;
    found = at(
      `(?:(?:\\t| {4}){${tabs}} {${rest}}|(?:\\t| {4}){${tabs + 1}})(?=[^\\n]*\\S)[^\\n]*\\n`,
    );
    if (contentPatterns.size < 200) contentPatterns.set(indentation, found);
  }
  return found;
}

/** Whether the line goes on with the item's text though it is not indented. */
export function isLazyLine(scanner: Scanner, indentation: number): boolean {
  if (scanner.done || isBlank(scanner)) return false;
  const most = Math.min(indentation, 3);
  if (isBlockTag(scanner, most)) return false;
  return !isListLine(scanner);
}

const isListLine = (scanner: Scanner): boolean => scanner.matches(BLOCK_LIST);

/** Lets a paragraph show no `<p>`; a line feed stands between its text and what follows. */
export function makeTransparent(paragraph: Node, followed: boolean): void {
  const text = lastChild(paragraph);
  const isText = text?.type === 'rawtext' || text?.type === 'text';
  // A paragraph of HTML has other children too, and ends where it says.
  if (isText && paragraph.contentModel === undefined) text.value = rstrip(text.value);
  if (followed)
    addText(paragraph, '\n', paragraph.line, text?.type === 'rawtext' ? 'rawtext' : 'text');
  paragraph.transparent = true;
}

/** Tabs at the start as spaces, and the item's indentation off; says whether it was there. */
export function unindent(line: string, indentation: number): { text: string; indented: boolean } {
  let text = line;
  if (text.charCodeAt(0) === 9) {
    const tabs = /^\t+/.exec(text)![0].length;
    text = ' '.repeat(4 * tabs) + text.slice(tabs);
  }
  let spaces = 0;
  while (spaces < indentation && text.charCodeAt(spaces) === 32) spaces++;
  return spaces === indentation
    ? { text: text.slice(indentation), indented: true }
    : { text, indented: false };
}
