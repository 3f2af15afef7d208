import {
  ID_NAME,
  LIST_CHARS,
  newAttributeList,
  parseAttributeList,
  applyAttributeList,
} from '../attribute-list';
import { runExtension } from '../extension';
import { at, isSpace, strip } from '../pattern';
import { Scanner } from '../scanner';
import { addChild, addText, lastChild, spanNode } from '../tree';
import { NOTHING_AROUND, type ParseSpans, type SpanRule } from './state';

const FOOTNOTE = at(`\\[\\^(${ID_NAME})\\]`);

/** @see https://kramdown.gettalong.org/syntax.html#footnotes */
export const footnoteMark: SpanRule = ({ document, scanner, parent }) => {
  const found = scanner.scan(FOOTNOTE);
  if (!found) return false;
  const name = found[1]!;
  const line = scanner.lineAt();
  const definition = document.footnotes.get(name);
  if (definition) {
    definition.referred = true;
    addChild(parent, spanNode('footnote', line, name));
    return true;
  }
  document.warnings.add(
    'footnote-missing',
    line,
    `Footnote definition for '${name}' not found on line ${line + 1}`,
  );
  addText(parent, found[0], line);
  return true;
};

/** @see https://kramdown.gettalong.org/syntax.html#math-blocks */
export const inlineMath: SpanRule = ({ scanner, parent }) => {
  const { text, pos } = scanner;
  const quoted = text[pos] === '\\';
  const open = quoted ? pos + 1 : pos;
  if (!text.startsWith('$$', open)) return false;
  const close = scanner.find('$$', open + 2);
  if (close < 0) return false;
  const line = scanner.lineAt();
  if (quoted) {
    // The second one is read on: a quote behind it has it before itself.
    addText(parent, '$', line);
    scanner.pos = open + 1;
    return true;
  }
  addChild(parent, spanNode('math', line, strip(text.slice(open + 2, close))));
  scanner.pos = close + 2;
  return true;
};

const EXTENSION = at(`(?:\\{::(\\w+)(?:\\s(${LIST_CHARS}*?)|)(\\/)?\\}|\\{:\\/(\\w+)?\\})`);
const LIST = at(`\\{:(?!\\/\\w[\\w-]*\\})(${LIST_CHARS}+)\\}`);

/** @see https://kramdown.gettalong.org/syntax.html#span-ials */
export const spanExtension: SpanRule = ({ document, scanner, parent }) => {
  if (!scanner.text.startsWith('{:', scanner.pos)) return false;
  const line = scanner.lineAt();
  const extension = scanner.find('}') < 0 ? null : scanner.check(EXTENSION);
  if (extension) {
    const end = runExtension(document, scanner, extension, line, parent, 'span');
    if (end >= 0) scanner.pos = end;
    else addText(parent, scanner.text[scanner.pos++]!, line);
    return true;
  }
  const { pos } = scanner;
  const found = scanner.find('}') < 0 ? null : scanner.scan(LIST);
  if (!found) {
    addText(parent, scanner.text[scanner.pos++]!, line);
    return true;
  }
  const last = lastChild(parent);
  if (!last || last.type === 'text') {
    document.warnings.add(
      'attribute-list-after-text',
      line,
      `Found span IAL after text - ignoring it`,
    );
    document.budget.spend(line, found[0].length >> 2);
    scanner.pos = pos;
    addText(parent, scanner.text[scanner.pos++]!, line);
    return true;
  }
  const list = newAttributeList();
  if (!parseAttributeList(found[1]!, list)) {
    document.warnings.add(
      'attribute-list-empty',
      line,
      `No or invalid attributes found in IAL/ALD content: ${found[1]}`,
    );
  }
  applyAttributeList(list, document.attributeLists, last.attributes);
  return true;
};

const BREAK = at('(?: {2}|\\\\\\\\)(?=\\n)');

/** @see https://kramdown.gettalong.org/syntax.html#paragraphs */
export const lineBreak: SpanRule = ({ document: { options }, scanner, parent }) => {
  if (options.gfm && options.hardWrap) return false;
  const found = scanner.check(BREAK);
  if (!found) return false;
  addChild(parent, spanNode('br', scanner.lineAt()));
  scanner.pos += found[0].length;
  return true;
};

/** Where the tildes end that begin at the place, or -1. */
function strikethroughEnd(text: string, pos: number): number {
  for (let at = text.indexOf('~~', pos + 3); at >= 0; at = text.indexOf('~~', at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (!isSpace(before) && before !== 126) return at;
  }
  return -1;
}

/** GFM. What is between the tildes is read for itself. */
export const strikethrough =
  (parseSpans: ParseSpans): SpanRule =>
  (state) => {
    const { document, scanner, parent } = state;
    const { text, pos } = scanner;
    if (!text.startsWith('~~', pos) || pos >= scanner.noStrikethrough) return false;
    const first = text.charCodeAt(pos + 2);
    if (isSpace(first) || first === 126) return false;
    const end = strikethroughEnd(text, pos);
    if (end < 0) {
      scanner.noStrikethrough = pos;
      return false;
    }
    const line = scanner.lineAt();
    if (!document.budget.enter(line)) return false;
    const node = spanNode('html', line, 'del');
    node.contentModel = 'span';
    parseSpans({
      ...state,
      scanner: new Scanner(text.slice(pos + 2, end), line),
      parent: node,
      around: NOTHING_AROUND,
    });
    document.budget.leave();
    addChild(parent, node);
    scanner.pos = end + 2;
    return true;
  };
