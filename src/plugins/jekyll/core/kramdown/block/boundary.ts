import { LIST_CHARS } from '../attribute-list';
import { BLOCK_TAG_END, BLOCK_TAG_NAME } from '../html/syntax';
import { SPAN_ELEMENTS } from '../html/elements';
import { at, isSpace } from '../pattern';
import type { Scanner } from '../scanner';
import type { BlockState } from './state';

/** Where blocks begin and end. */

export const BLOCK_LIST = at(` {0,3}\\{:(?!:|\\/)(${LIST_CHARS}+)\\}[ \\t\\r\\f\\v]*\\n`);
export const END_OF_BLOCK = at('\\^[ \\t\\r\\f\\v]*\\n');
export const LIST_START = at(' {0,3}(?:[+*-]|\\d+\\.)[\\t| ].*?\\n');
export const DEFINITION_START = at('( {0,3}:)([\\t| ].*?\\n)');
export const QUOTE_START = at(' {0,3}> ?');
export const GFM_FENCE_START = at(' {0,3}[~`]{3,}');
export const GFM_HEADER_START = at('#{1,6}[\\t ]+.*\\n');

/** The index behind the blank lines at the place, or -1. */
export function blankEnd(scanner: Scanner): number {
  const { text } = scanner;
  let end = -1;
  for (let at = scanner.pos; at < text.length && isSpace(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === 10) end = at + 1;
  }
  return end;
}

/** Whether the line at the place is blank. */
export function isBlank(scanner: Scanner): boolean {
  const { text } = scanner;
  for (let at = scanner.pos; at < text.length && isSpace(text.charCodeAt(at)); at++) {
    if (text.charCodeAt(at) === 10) return true;
  }
  return false;
}

/** A tag of a block at the start of a line ends a paragraph. */
export function isBlockTag(scanner: Scanner, indent = 3): boolean {
  const { text, pos } = scanner;
  let start = pos;
  while (start - pos < indent && text.charCodeAt(start) === 32) start++;
  if (text.charCodeAt(start) !== 60) return false;
  const found = scanner.check(BLOCK_TAG_NAME);
  if (!found) return false;
  const name = found[2]!;
  if (startsWithSpanName(name)) return false;
  if (!found[1]) return true;
  BLOCK_TAG_END.lastIndex = pos + found[0].length;
  return BLOCK_TAG_END.test(text);
}

/** Blocks at the start of a text, but text in a paragraph's next line. */
const TEXT_ELEMENTS = new Set(['script']);

/** `<b-x>` and `<b:x>` count as `<b>`: the name is looked at up to its first boundary of words. */
function startsWithSpanName(name: string): boolean {
  const word = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/u.exec(name);
  return word !== null && (SPAN_ELEMENTS.has(word[0]) || TEXT_ELEMENTS.has(word[0]));
}

/** What ends a paragraph's, quote's or item's lazy lines everywhere. */
export function isLazyEnd(scanner: Scanner): boolean {
  if (scanner.done || isBlank(scanner)) return true;
  const { text, pos } = scanner;
  let start = pos;
  while (start - pos < 3 && text.charCodeAt(start) === 32) start++;
  switch (text.charCodeAt(start)) {
    case 123: // {
      return scanner.matches(BLOCK_LIST);
    case 94: // ^
      return scanner.matches(END_OF_BLOCK);
    case 60: // <
      return isBlockTag(scanner);
  }
  return false;
}

/** Nothing, a blank line or a mark stands before: rules that need it may begin. */
export function afterBoundary(state: BlockState): boolean {
  const last = state.last;
  return (
    !last ||
    last.type === 'blank' ||
    (last.type === 'eob' && last.definition === undefined) ||
    state.pending !== undefined
  );
}

/** A blank line, a mark, an attribute list or the end follows. */
export function beforeBoundary(scanner: Scanner): boolean {
  return (
    scanner.done || isBlank(scanner) || scanner.matches(END_OF_BLOCK) || scanner.matches(BLOCK_LIST)
  );
}
