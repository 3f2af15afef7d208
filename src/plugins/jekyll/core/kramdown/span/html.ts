import { splitEntities } from '../entities';
import { BLOCK_ELEMENTS, isHtmlName, isRawInSpan, VOID_ELEMENTS } from '../html/elements';
import { toNative } from '../html/native';
import { CLOSE_TAG, NAME, OPEN_TAG, parseHtmlAttributes } from '../html/syntax';
import { at } from '../pattern';
import { addChild, addText, spanNode, type Node } from '../tree';
import type { ParseSpans, SpanRule, SpanState, Stop } from './state';

const ACHARS = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}';
const AUTOLINK = at(`<((?:mailto|https?|ftps?):[^\\n]+?|[-.${ACHARS}]+@[-.${ACHARS}]+)>`, 'u');

/** Text in which everything that looks like an entity is one, whether kramdown knows it or not. */
function addWritten(parent: Node, written: string, line: number): void {
  for (const { text, entity } of splitEntities(written)) {
    if (entity) addChild(parent, spanNode('written', line, text));
    else addText(parent, text, line);
  }
}

/** @see https://kramdown.gettalong.org/syntax.html#automatic-links */
export const autolink: SpanRule = ({ scanner, parent }) => {
  if (scanner.text.charCodeAt(scanner.pos) !== 60) return false;
  if (scanner.find('>') < 0) return false;
  const found = scanner.scan(AUTOLINK);
  if (!found) return false;
  const written = found[1]!;
  const line = scanner.lineAt();
  const node = spanNode('a', line);
  const isAddress = !/^(?:https?|ftps?|mailto):/.test(written);
  node.attributes.set('href', isAddress ? `mailto:${written}` : written);
  addWritten(node, written.replace(/^mailto:/, ''), line);
  addChild(parent, node);
  return true;
};

const START = at(`<(?:${NAME}|!--|\\/)`, 'u');

/** @see https://kramdown.gettalong.org/syntax.html#html-spans */
export const spanHtml =
  (parseSpans: ParseSpans): SpanRule =>
  (state) => {
    const { document, scanner, parent } = state;
    const { text, pos } = scanner;
    if (text.charCodeAt(pos) !== 60 || !scanner.matches(START)) return false;
    const line = scanner.lineAt();
    const end = text.startsWith('<!--', pos) ? scanner.find('-->', pos + 4) : -1;
    if (end >= 0) {
      scanner.pos = end + 3;
      addChild(parent, spanNode('xmlcomment', line, text.slice(pos, scanner.pos)));
      return true;
    }
    const close = scanner.scan(CLOSE_TAG);
    if (close) {
      document.warnings.add(
        'closing-tag-stray',
        line,
        `Found invalidly used HTML closing tag for '${close[1]}' on line ${line + 1}`,
      );
      addText(parent, close[0], line);
      return true;
    }
    const open = scanner.find('>') < 0 ? null : scanner.scan(OPEN_TAG);
    if (open) {
      readElement(state, open, line, parseSpans);
      const { children } = parent;
      if (document.options.htmlToNative) children.push(toNative(children.pop()!));
      return true;
    }
    addText(parent, '<', line);
    scanner.pos++;
    return true;
  };

function readElement(
  state: SpanState,
  open: RegExpExecArray,
  line: number,
  parseSpans: ParseSpans,
): true {
  const { document, scanner, parent, mode } = state;
  const { options, warnings, budget } = document;
  const lower = open[1]!.toLowerCase();
  const html = isHtmlName(lower);
  const name = html ? lower : open[1]!;
  if (BLOCK_ELEMENTS.has(name)) {
    warnings.add(
      'block-tag-in-span',
      line,
      `Found block HTML tag '${name}' in span-level text on line ${line + 1}`,
    );
    addWritten(parent, open[0], line);
    return true;
  }
  const node = spanNode('html', line, name);
  for (const [key, value] of parseHtmlAttributes(open[2]!, html, line, warnings)) {
    node.attributes.set(key, value.replace(/\n+/g, ' '));
  }
  const inRaw = parent.type === 'html' && parent.contentModel === 'raw';
  const parse = readsMarkdown(node.attributes.get('markdown'), name, () => {
    warnings.add(
      'markdown-attribute',
      line,
      `Cannot use block-level parsing in span-level HTML tag (line ${line + 1}) - using default mode`,
    );
  });
  node.attributes.delete('markdown');
  const parsed = parse ?? (!isRawInSpan(name) && !inRaw && options.parseSpanHtml);
  node.contentModel = parsed ? 'span' : 'raw';
  node.closed = open[3] !== undefined;
  addChild(parent, node);
  if (node.closed || VOID_ELEMENTS.has(name)) return true;
  // Looking for code and tags alone ends where an element begins: its spans are all read.
  const { full = mode === 'html' ? 'html' : 'all' } = state;
  const inner: SpanState = { ...state, parent: node, mode: parsed ? full : 'html', full };
  if (!budget.enter(line)) return true;
  const found = parseSpans(inner, stopAtTag(name, html));
  budget.leave();
  if (found) scanner.scan(CLOSE_TAG);
  else {
    warnings.add(
      'element-unclosed',
      line,
      `Found no end tag for '${name}' (line ${line + 1}) - auto-closing it`,
    );
    addText(node, scanner.text.slice(scanner.pos), line);
    scanner.pos = scanner.text.length;
  }
  return true;
}

/** What the attribute `markdown` says, if it says anything that holds for spans. */
function readsMarkdown(
  mode: string | undefined,
  name: string,
  warnOfBlock: () => void,
): boolean | undefined {
  switch (mode) {
    case '0':
      return false;
    case '1':
      return !isRawInSpan(name);
    case 'span':
      return true;
    case 'block':
      warnOfBlock();
  }
  return undefined;
}

function stopAtTag(name: string, html: boolean): Stop {
  return ({ scanner }) => {
    const { text, pos } = scanner;
    if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 47) return false;
    const found = scanner.check(CLOSE_TAG);
    if (!found) return false;
    return html ? found[1]!.toLowerCase() === name : found[1] === name;
  };
}
