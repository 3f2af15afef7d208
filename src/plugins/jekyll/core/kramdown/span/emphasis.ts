import { codePointBefore, isAlnum, isAlpha, isSpace } from '../pattern';
import { addChild, addText, spanNode } from '../tree';
import { attemptKey, type ParseSpans, type SpanRule, type SpanState, type Stop } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#emphasis */
export const emphasis =
  (parseSpans: ParseSpans): SpanRule =>
  (state) => {
    const { scanner, parent, around } = state;
    const { text, pos } = scanner;
    const mark = text[pos]!;
    if (mark !== '*' && mark !== '_') return false;
    const width = text[pos + 1] === mark ? 2 : 1;
    const type = width === 2 ? 'strong' : 'em';
    const after = pos + width;
    if (
      isSpace(text.charCodeAt(after)) ||
      (type === 'em' ? around.em : around.strong) ||
      (mark === '_' && isInWord(text, pos))
    ) {
      addText(parent, text.slice(pos, after), scanner.lineAt());
      scanner.pos = after;
      return true;
    }
    if (read(state, parseSpans, mark, width, type)) return true;
    if (
      type === 'strong' &&
      parent.type !== 'em' &&
      read(state, parseSpans, mark, 1, 'em', 'strong-as-em')
    ) {
      return true;
    }
    scanner.pos = after;
    addText(parent, text.slice(pos, after), scanner.lineAt(pos));
    return true;
  };

/** Whether a word ends before the place: an underscore within a word is none. */
function isInWord(text: string, pos: number): boolean {
  const before = codePointBefore(text, pos);
  if (before === 45) return isAlpha(codePointBefore(text, pos - 1));
  return isAlpha(before);
}

function read(
  state: SpanState,
  parseSpans: ParseSpans,
  mark: string,
  width: number,
  type: 'em' | 'strong',
  attempt: 'em' | 'strong' | 'strong-as-em' = type,
): boolean {
  const { document, scanner, parent, around } = state;
  const { failed } = scanner;
  const { pos } = scanner;
  const delimiter = mark.repeat(width);
  if (scanner.find(delimiter, pos + width) < 0) return false;
  const key = attemptKey(state, attempt);
  if (failed.has(key)) return false;
  const line = scanner.lineAt();
  if (!document.budget.enter(line)) return false;
  const node = spanNode(type, line);
  scanner.pos = pos + width;
  const inner: SpanState = { ...state, parent: node, around: { ...around, [type]: true } };
  const found = parseSpans(inner, stopAt(delimiter, type));
  document.budget.leave();
  if (found) {
    scanner.pos += width;
    addChild(parent, node);
    return true;
  }
  failed.add(key);
  scanner.pos = pos;
  return false;
}

function stopAt(delimiter: string, type: 'em' | 'strong'): Stop {
  const double = delimiter + delimiter;
  return ({ scanner, parent }) => {
    const { text, pos } = scanner;
    if (!text.startsWith(delimiter, pos)) return false;
    if (parent.children.length === 0 || isSpace(text.charCodeAt(pos - 1))) return false;
    const after = pos + delimiter.length;
    if (type === 'em' && text.startsWith(double, pos) && text[pos + 2] !== delimiter) return false;
    return delimiter[0] !== '_' || !isAlnum(text.codePointAt(after));
  };
}
