import type { BlockState as State, ParseBlocks } from '../block/state';
import { BlockState } from '../block/state';
import type { Document } from '../document';
import type { Scanner } from '../scanner';
import { addChild, addText, blockNode, spanNode, type ContentModel, type Node } from '../tree';
import { contentModel as modelOf, isHtmlName, VOID_ELEMENTS } from './elements';
import { parseRaw } from './raw';
import { CLOSE_TAG, parseHtmlAttributes, TRAILING_SPACE } from './syntax';

/** An HTML element among blocks: its attributes, and how its content is read. */

export function warnUnclosed({ warnings }: Document, node: Node): void {
  const line = node.line + 1;
  const where =
    node.value === 'script' || node.value === 'style'
      ? ''
      : node.contentModel === 'raw'
        ? ` on line ${line}`
        : ` (line ${line})`;
  warnings.add(
    'element-unclosed',
    node.line,
    `Found no end tag for '${node.value}'${where} - auto-closing it`,
  );
}

const MODES: Readonly<Record<string, ContentModel | 'default'>> = {
  '0': 'raw',
  '1': 'default',
  span: 'span',
  block: 'block',
};

export type ElementPlace = Pick<State, 'document' | 'parent' | 'scanner'> & {
  readonly pending?: State['pending'];
};

/** Reads the element whose opening tag has just been read. */
export function readElement(
  place: ElementPlace,
  open: RegExpExecArray,
  line: number,
  parseBlocks: ParseBlocks,
): void {
  const { document, scanner, parent } = place;
  const { options, warnings } = document;
  const lower = open[1]!.toLowerCase();
  const html = isHtmlName(lower);
  const name = html ? lower : open[1]!;
  const node = blockNode('html', line, name);
  if (place.pending) node.list = place.pending;
  node.attributes = parseHtmlAttributes(open[2]!, html, line, warnings);
  addChild(parent, node);
  const isScript = name === 'script' || name === 'style';
  node.closed = (open[3] !== undefined && !isScript) || VOID_ELEMENTS.has(name);

  const inRaw = parent.type === 'html' && parent.contentModel === 'raw';
  let model: ContentModel = !inRaw && options.parseBlockHtml ? modelOf(name) : 'raw';
  const mode = MODES[node.attributes.get('markdown') ?? ''];
  node.attributes.delete('markdown');
  if (mode) model = mode === 'default' ? modelOf(name) : mode;
  // Behind an element that can hold nothing the line's end is a blank line.
  if (model === 'block' && !VOID_ELEMENTS.has(name)) scanner.scan(TRAILING_SPACE);
  node.contentModel = model;
  if (!node.closed) {
    if (isScript) takeScript(document, scanner, node);
    else if (model === 'block') {
      if (!parseBlocks(new BlockState(document, scanner, node))) warnUnclosed(document, node);
    } else if (model === 'span') takeSpans(document, scanner, node);
    else parseRaw(document, scanner, node, parseBlocks);
    // Behind an element that was never open the line's end is the next blank line.
    // Behind a script it is one too.
    if (!inRaw && !isScript) scanner.scan(TRAILING_SPACE);
  }
  node.end = scanner.lineAt();
}

function takeSpans(document: Document, scanner: Scanner, node: Node): void {
  const line = scanner.lineAt();
  const text = takeToClose(document, scanner, node);
  addText(node, text, line, 'rawtext');
}

/** Scripts and styles end at their closing tag, whatever is in between. */
function takeScript(document: Document, scanner: Scanner, node: Node): void {
  const line = scanner.lineAt();
  const text = takeToClose(document, scanner, node);
  if (text !== '') addChild(node, spanNode('raw', line, text));
}

const MISSING = Symbol('missing closing tags');

function takeToClose(document: Document, scanner: Scanner, node: Node): string {
  const { text, pos } = scanner;
  const missing = scanner.note(MISSING, () => new Set<string>());
  const re = new RegExp(`</${node.value}[ \\t\\n\\v\\f\\r]*>`, 'gi');
  re.lastIndex = pos;
  const found = missing.has(node.value) ? null : re.exec(text);
  scanner.pos = found ? found.index : text.length;
  const content = text.slice(pos, scanner.pos);
  if (found) scanner.scan(CLOSE_TAG);
  else {
    missing.add(node.value);
    warnUnclosed(document, node);
  }
  return content;
}
