import type { ParseBlocks } from '../block/state';
import type { Document } from '../document';
import { anywhere } from '../pattern';
import type { Scanner } from '../scanner';
import { addChild, addText, blockNode, type Node } from '../tree';
import { readElement, warnUnclosed } from './element';
import { isHtmlName } from './elements';
import { CLOSE_TAG, NAME, OPEN_TAG } from './syntax';

/** The content of an HTML element that is not read as Markdown, up to its closing tag. */

const NEXT = anywhere(`<(?:${NAME}|\\/|!--|\\?|!\\[CDATA\\[)`, 'u');
export function parseRaw(
  document: Document,
  scanner: Scanner,
  parent: Node,
  parseBlocks: ParseBlocks,
): void {
  const { text } = scanner;
  while (!scanner.done) {
    NEXT.lastIndex = scanner.pos;
    const next = NEXT.exec(text);
    const line = scanner.lineAt();
    const at = next ? next.index : text.length;
    addText(parent, text.slice(scanner.pos, at), line);
    scanner.pos = at;
    if (!next) break;
    if (document.budget.spend(line) && readNext(document, scanner, parent, parseBlocks)) return;
    if (document.budget.spent) {
      addText(parent, text.slice(scanner.pos), line);
      scanner.pos = text.length;
    }
  }
  warnUnclosed(document, parent);
}

/** Reads what stands at a `<`; true if it was the parent's end. */
function readNext(
  document: Document,
  scanner: Scanner,
  parent: Node,
  parseBlocks: ParseBlocks,
): boolean {
  const { text, pos } = scanner;
  const line = scanner.lineAt();
  if (takeMarkup(scanner, parent, '<!--', '-->', 'xmlcomment')) return false;
  if (takeMarkup(scanner, parent, '<?', '?>', 'xmlpi')) return false;
  const open = scanner.check(OPEN_TAG);
  if (open && document.budget.enter(line)) {
    scanner.pos += open[0].length;
    readElement({ document, scanner, parent }, open, line, parseBlocks);
    document.budget.leave();
    return false;
  }
  const close = scanner.scan(CLOSE_TAG);
  if (close) {
    const lower = close[1]!.toLowerCase();
    const name = isHtmlName(lower) ? lower : close[1]!;
    if (parent.value === name) return true;
    addText(parent, close[0], line);
    document.warnings.add(
      'closing-tag-stray',
      line,
      `Found invalidly used HTML closing tag for '${name}' on line ${line + 1} - ignoring it`,
    );
    return false;
  }
  addText(parent, text[pos]!, line);
  scanner.pos++;
  return false;
}

function takeMarkup(
  scanner: Scanner,
  parent: Node,
  open: string,
  close: string,
  type: 'xmlcomment' | 'xmlpi',
): boolean {
  const { text, pos } = scanner;
  if (!text.startsWith(open, pos)) return false;
  const end = scanner.find(close, pos + open.length);
  if (end < 0) return false;
  const node = blockNode(type, scanner.lineAt(), text.slice(pos, end + close.length));
  addChild(parent, node);
  scanner.pos = end + close.length;
  return true;
}
