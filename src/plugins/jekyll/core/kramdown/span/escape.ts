import { addText } from '../tree';
import type { SpanRule } from './state';

/** Characters that lose their meaning behind a backslash. */
const ESCAPED = '\\\\.*_+`<>()\\[\\]{}#!:|"\'$=-';
export const ESCAPES = new RegExp(`\\\\([${ESCAPED}])`, 'g');
const KRAMDOWN = new RegExp(`[${ESCAPED}]`);
const GFM = new RegExp(`[~${ESCAPED}]`);

/** @see https://kramdown.gettalong.org/syntax.html#automatic-and-manual-escaping */
export const escaped: SpanRule = ({ document, scanner, parent }) => {
  const { text, pos } = scanner;
  const next = text[pos + 1];
  if (text[pos] !== '\\' || next === undefined) return false;
  if (!(document.options.gfm ? GFM : KRAMDOWN).test(next)) return false;
  addText(parent, next, scanner.lineAt());
  scanner.pos = pos + 2;
  return true;
};
