import { at } from '../pattern';
import type { Scanner } from '../scanner';
import { addClass } from '../attribute-list';
import { BLOCK_LIST, blankEnd, END_OF_BLOCK, isBlank, isBlockTag } from './boundary';
import type { BlockRule } from './state';

/** Code, by indentation and between fences. */

const INDENT = at('(?: {4}|\\t)');
const INDENTED_LINE = at('(?: {4}|\\t)[ \\t]*\\S');

/**
 * Takes indented lines, blank lines between them, and lines that follow lazily: what a code block
 * consists of, and what a footnote's definition may go on with.
 */
export function takeIndented(scanner: Scanner): string {
  const start = scanner.pos;
  for (;;) {
    const before = scanner.pos;
    const end = blankEnd(scanner);
    if (end >= 0) scanner.pos = end;
    let found = false;
    while (!scanner.done && scanner.matches(INDENTED_LINE)) {
      found = true;
      scanner.pos = scanner.lineEnd();
    }
    if (!found) {
      scanner.pos = before;
      break;
    }
    while (
      !scanner.done &&
      !isBlank(scanner) &&
      !scanner.matches(BLOCK_LIST) &&
      !scanner.matches(END_OF_BLOCK) &&
      !isBlockTag(scanner)
    ) {
      scanner.pos = scanner.lineEnd();
    }
  }
  return scanner.text.slice(start, scanner.pos);
}

/** Takes one level of indentation off each line. */
export const outdent = (text: string): string => text.replace(/(?<=^|\n)(?: {4}|\t)/g, '');

/** @see https://kramdown.gettalong.org/syntax.html#standard-code-blocks */
export const indentedCode: BlockRule = (state) => {
  const { scanner } = state;
  if (!scanner.matches(INDENT)) return false;
  const line = state.line;
  const text = takeIndented(scanner);
  if (text === '') return false;
  const node = state.node(
    'codeblock',
    line,
    outdent(text.replace(/\n( {0,3}[^ \t\n\v\f\r])/g, ' $1')),
  );
  node.end = state.line;
  state.push(node);
  return true;
};

const FENCE = at('~{3,}');
const FENCE_GFM = at(' {0,3}([~`]{3,})');
const INFO = /^[ \t\n\v\f\r]*?(?:([^ \t\n\v\f\r]+?)(\?[^ \t\n\v\f\r]*)?)?[ \t\v\f\r]*$/;

/** @see https://kramdown.gettalong.org/syntax.html#fenced-code-blocks */
export const fencedCode: BlockRule = (state) => {
  const { document, scanner } = state;
  const open = scanner.check(document.options.gfm ? FENCE_GFM : FENCE);
  if (!open) return false;
  const run = open[1] ?? open[0];
  const infoFrom = scanner.pos + open[0].length;
  const lineEnd = scanner.lineEnd(infoFrom);
  const closers = fencesOf(scanner).get(run[0]!) ?? [];
  const first = firstFrom(closers, lineEnd);
  // A fence that nothing closes may be closed as a shorter one, the rest of it being the language.
  for (let length = run.length; length >= 3; length--) {
    const fence = run.slice(0, length);
    const close = findCloser(closers, first, fence, document.options.gfm);
    if (!close) {
      length = Math.min(length, longestFrom(closers, first) + 1);
      continue;
    }
    const info = INFO.exec(run.slice(length) + scanner.text.slice(infoFrom, lineEnd - 1));
    if (!info) return false;
    const line = state.line;
    const node = state.node('codeblock', line, scanner.text.slice(lineEnd, close.from));
    scanner.pos = close.to;
    node.end = state.line;
    node.fenced = true;
    if (info[1] !== undefined) {
      node.language = info[1] + (info[2] ?? '');
      addClass(node.attributes, `language-${info[1]}`);
    }
    state.push(node);
    return true;
  }
  return false;
};

interface FenceLine {
  readonly from: number;
  readonly to: number;
  readonly fence: string;
  readonly indent: number;
  /** The longest fence from here on. */
  longest: number;
}

const FENCES = Symbol('fences');

/** All lines of the text that could close a fence, by its first character. Read once: openers may be many. */
function fencesOf(scanner: Scanner): Map<string, FenceLine[]> {
  return scanner.note(FENCES, () => readFences(scanner.text));
}

function readFences(text: string): Map<string, FenceLine[]> {
  const all = new Map<string, FenceLine[]>();
  for (const found of text.matchAll(/\n( {0,3})([~`]{3,})[ \t\v\f\r]*(?=\n)/g)) {
    const from = found.index + 1;
    const fence = found[2]!;
    const lines = all.get(fence[0]!) ?? [];
    all.set(fence[0]!, lines);
    lines.push({ from, to: from + found[0].length, fence, indent: found[1]!.length, longest: 0 });
  }
  for (const lines of all.values()) {
    let longest = 0;
    for (let index = lines.length - 1; index >= 0; index--) {
      longest = Math.max(longest, lines[index]!.fence.length);
      lines[index]!.longest = longest;
    }
  }
  return all;
}

function firstFrom(lines: readonly FenceLine[], pos: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.from < pos) low = middle + 1;
    else high = middle;
  }
  return low;
}

const longestFrom = (lines: readonly FenceLine[], index: number): number =>
  lines[index]?.longest ?? 0;

function findCloser(
  lines: readonly FenceLine[],
  first: number,
  fence: string,
  indented: boolean,
): FenceLine | undefined {
  if (longestFrom(lines, first) < fence.length) return undefined;
  const more = fence[fence.length - 1]!;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.longest < fence.length) return undefined;
    if (!line.fence.startsWith(fence) || (line.indent > 0 && !indented)) continue;
    let end = fence.length;
    while (line.fence[end] === more) end++;
    if (end === line.fence.length) return line;
  }
  return undefined;
}
