import { CELL_STEPS } from '../budget';
import { at, strip, trimLine } from '../pattern';
import { Scanner } from '../scanner';
import { splitCodeSpans, type CodePiece } from '../span/code';
import type { ParseSpansOnly } from '../span/state';
import { addChild, blockNode, spanNode, type Alignment, type Node } from '../tree';
import { afterBoundary, beforeBoundary } from './boundary';
import type { BlockRule } from './state';

/** @see https://kramdown.gettalong.org/syntax.html#tables */

const START = at(' {0,3}(?=\\S)');
const SEPARATOR = at('[+|: \\t-]+\\n');
const FOOTER = at('[+|: \\t=]+\\n');
const ALIGNMENT = /[ \t]?(:?)-+(:?)[ \t]?/g;

/** Whether the line has a pipe that no backslash precedes. */
function hasPipe(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf('|', from); at >= 0 && at < to; at = text.indexOf('|', at + 1)) {
    if (at === from || text.charCodeAt(at - 1) !== 92) return true;
  }
  return false;
}

function isTableLine(scanner: Scanner): boolean {
  const pipe = scanner.find('|');
  if (pipe < 0) return false;
  const end = scanner.lineEnd() - 1;
  return pipe < end && hasPipe(scanner.text, scanner.pos, end);
}

/** Takes a line of nothing but marks, if the mark that counts is among them. */
function scanLine(scanner: Scanner, marks: RegExp, needed: string): string | undefined {
  const found = scanner.check(marks);
  if (!found || !found[0].includes(needed)) return undefined;
  scanner.pos += found[0].length;
  return trimLine(found[0]);
}

/** A line of pipes makes thousands of cells, and as many in every other row. */
const MOST_CELLS = 2000;

interface TableParts {
  readonly node: Node;
  rows: Node[];
  footer: boolean;
  columns: number;
}

export const table =
  (parseSpansOnly: ParseSpansOnly): BlockRule =>
  (state) => {
    const { document, scanner } = state;
    const { text, pos: start } = scanner;
    if (!isTableLine(scanner) || !scanner.matches(START) || !afterBoundary(state)) return false;

    const line = state.line;
    const leadingPipe = /^[ \t\v\f\r]*\|/.test(text.slice(start, start + 5));
    const parts: TableParts = {
      node: state.node('table', line),
      rows: [],
      footer: false,
      columns: 0,
    };
    const { node } = parts;
    node.alignment = [];
    scanLine(scanner, SEPARATOR, '-');
    while (!scanner.done && isTableLine(scanner)) {
      const rowLine = state.line;
      const separator = scanLine(scanner, SEPARATOR, '-');
      if (separator !== undefined) {
        if (parts.rows.length === 0) continue;
        if (node.alignment.length === 0 && !parts.footer) {
          addGroup(parts, 'thead', false);
          node.alignment = alignments(separator);
        } else addGroup(parts, 'tbody', false);
      } else if (scanLine(scanner, FOOTER, '=') !== undefined) {
        if (parts.rows.length > 0) addGroup(parts, 'tbody', true);
        parts.footer = true;
      } else {
        const row = readRow(scanner.takeLine(), leadingPipe, rowLine);
        if (!document.budget.spend(rowLine, CELL_STEPS * (1 + row.children.length))) break;
        parts.columns = Math.max(parts.columns, row.children.length);
        parts.rows.push(row);
      }
    }
    const end = scanner.pos;
    const refuse = () => {
      scanner.pos = start;
      // What a list waited for came, though it proved to be no table.
      state.pending = undefined;
      return false;
    };
    if (!beforeBoundary(scanner)) return refuse();
    if (!everyLineHasPipe(state, parseSpansOnly, text.slice(start, end - 1), line)) return refuse();
    if (parts.rows.length > 0) addGroup(parts, parts.footer ? 'tfoot' : 'tbody', false);
    if (!node.children.some((group) => group.type === 'tbody')) {
      document.warnings.add(
        'table-without-body',
        line,
        `Found table without body on line ${line + 1} - ignoring it`,
      );
      return refuse();
    }
    const count =
      parts.columns * node.children.reduce((sum, { children }) => sum + children.length, 0);
    if (count > MOST_CELLS + (end - start) / 4) {
      document.warnings.add(
        'too-much-work',
        line,
        `The table on line ${line + 1} has more than ${MOST_CELLS} cells, most of them empty - it is shown as text`,
      );
      return refuse();
    }
    completeRows(node, parts.columns);
    node.end = state.line;
    state.push(node);
    return true;
  };

function addGroup(parts: TableParts, type: 'tbody' | 'tfoot' | 'thead', force: boolean): void {
  if (parts.footer && type === 'tbody' && !force) return;
  const first = parts.rows[0];
  const group = blockNode(type, first?.line ?? parts.node.line);
  group.children = parts.rows;
  group.end = parts.rows[parts.rows.length - 1]?.end ?? group.line;
  parts.rows = [];
  addChild(parts.node, group);
}

function alignments(separator: string): Alignment[] {
  return [...separator.matchAll(ALIGNMENT)].map(([, left, right]) => {
    if (left) return right ? 'center' : 'left';
    return right ? 'right' : 'default';
  });
}

/** Cuts a line at its pipes, but not within code. */
function readRow(written: string, leadingPipe: boolean, line: number): Node {
  const row = blockNode('tr', line);
  const text = trimLine(written);
  const cells: string[] = [];
  const append = (piece: string): void => {
    if (cells.length === 0) cells.push(piece);
    else cells[cells.length - 1] += piece;
  };
  splitCodeElements(text).forEach((part, index) => {
    if (index % 2 === 1) return append(part);
    for (const piece of splitCodeSpans(part)) {
      if (piece.code) append(quoteCode(piece));
      else {
        const [first = '', ...more] = piece.text
          .split(/(?<!\\)\|/)
          .map((cell) => cell.replace(/\\\|/g, '|'));
        append(first);
        cells.push(...more);
      }
    }
  });
  if (leadingPipe && strip(cells[0] ?? '') === '') cells.shift();
  if (strip(cells[cells.length - 1] ?? '') === '') cells.pop();
  for (const cell of cells) {
    const td = blockNode('td', line);
    addChild(td, spanNode('rawtext', line, strip(cell)));
    addChild(row, td);
  }
  return row;
}

/** Text, and by turns elements `<code>` in it. (A pattern would try every `>` behind every one.) */
function splitCodeElements(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<code', from);
    const content = start < 0 ? -1 : text.indexOf('>', start);
    const close = content < 0 ? -1 : text.indexOf('</code>', content);
    if (close < 0) return [...parts, text.slice(from)];
    parts.push(text.slice(from, start), text.slice(start, close + 7));
    from = close + 7;
  }
}

/** A code span again as it can be read: its delimiters longer than any run within. */
function quoteCode({ text }: CodePiece): string {
  const longest = (text.match(/`+/g) ?? []).reduce((a, b) => (b > a ? b : a), '');
  const fence = `${longest}\``;
  const gap = fence.length > 1 ? ' ' : '';
  return fence + gap + text + gap + fence;
}

/** A pipe within code or an element's tags makes no cell: each line needs one outside of them. */
function everyLineHasPipe(
  state: Parameters<BlockRule>[0],
  parseSpansOnly: ParseSpansOnly,
  text: string,
  line: number,
): boolean {
  const root = blockNode('root', line);
  parseSpansOnly(state.document, new Scanner(text, line), root, 'code-and-html');
  let onLine = false;
  for (const child of root.children) {
    if (child.type === 'html' || child.native || child.value === '') continue;
    const lines = rstripFeeds(child.value).split('\n');
    if (child.type === 'codespan') {
      if (lines.length > 2 || (lines.length === 2 && !onLine)) break;
      if (lines.length === 2) onLine = false;
      continue;
    }
    const first = lines[0]!;
    const last = lines[lines.length - 1]!;
    if (lines.length > 1 && !onLine && !hasPipe(first, 0, first.length)) break;
    onLine = (lines.length > 1 ? false : onLine) || hasPipe(last, 0, last.length);
  }
  return onLine;
}

const rstripFeeds = (text: string): string => text.replace(/\n+$/, '');

function completeRows(node: Node, columns: number): void {
  for (const group of node.children) {
    for (const row of group.children) {
      while (row.children.length < columns) addChild(row, blockNode('td', row.line));
    }
  }
  const alignment = node.alignment!;
  while (alignment.length < columns) alignment.push('default');
  alignment.length = columns;
}
