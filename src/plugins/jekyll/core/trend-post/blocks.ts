import { isBlank, type RawLine } from './lines';
import { regionEnd } from './regions';

/** `raw`: code, comments, math, raw HTML. `definition`: every line of a footnote definition. */
export type LineKind = 'blank' | 'raw' | 'heading' | 'definition' | 'rule' | 'spacer' | 'text';

/** A footnote definition: lines `start` to `end` (exclusive), no blank line at its end. */
export interface Definition {
  readonly label: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A text with what each of its lines is. */
export interface ScannedText {
  readonly lines: readonly RawLine[];
  readonly kinds: readonly LineKind[];
  readonly definitions: readonly Definition[];
}

/** kramdown's footnote names are ASCII words (`ALD_ID_NAME`). */
export const LABEL = /^\w[\w-]*$/;
/** ATX headings as the GFM parser of kramdown has them: no indentation, a blank after the `#`s. */
const HEADING = /^#{1,6}[\t ]+[^\t ]/;
const DEFINITION = /^ {0,3}\[\^(\w[\w-]*)\]:/;
const RULE = /^ {0,3}([*_-])(?:[ \t]*\1){2,}[ \t]*$/;
const SPACER = /^[ \t]*(?:(?:&nbsp;|&ensp;|&emsp;|&#160;|<br[ \t]*\/?>|\u00a0|\u3000)[ \t]*)+$/i;
const LIST = /^ {0,3}(?:[*+-]|\d+\.)(?:[\t ]|$)/;
const INDENT = /^(?:\t| {4})[\t ]*\S/;

/** An attribute list on a line of its own: `{: .prompt-info }`. */
export function isAttributeLine(text: string): boolean {
  return /^ {0,3}\{:(?![:/])[^}]+\}\s*$/.test(text);
}

/** Level 1 to 6 of a line that is a heading, else 0. */
export function headingLevel(text: string): number {
  return HEADING.test(text) ? (/^#+/.exec(text)?.[0].length ?? 0) : 0;
}

/**
 * Whether a text needs a blank line between itself and a heading above: kramdown takes tables,
 * block math and underlined headings for such only after a block boundary.
 */
export function needsBoundary(text: string): boolean {
  const [first = '', second = ''] = text.split('\n', 2);
  if (HEADING.test(first) || LIST.test(first) || /^ {0,3}(?:>|```|~~~)/.test(first)) return false;
  return /^ {0,3}\$\$/.test(first) || first.includes('|') || /^(?:-+|=+)[ \t]*$/.test(second);
}

/** Says of each line what it is, in one pass. Rules of block order are kramdown's (GFM input). */
export function scanBlocks(lines: readonly RawLine[]): ScannedText {
  const kinds: LineKind[] = [];
  const definitions: Definition[] = [];
  // A paragraph swallows rules and definitions that follow it without a blank line.
  let paragraph = false;
  let inList = false;
  for (let i = 0; i < lines.length; ) {
    const text = lines[i]?.text ?? '';
    const region = isBlank(text) ? -1 : regionEnd(lines, i, inList);
    let end = i + 1;
    let kind: LineKind = 'text';
    if (isBlank(text)) kind = 'blank';
    else if (region >= i) [kind, end] = ['raw', region + 1];
    else if (headingLevel(text) > 0) kind = 'heading';
    else if (SPACER.test(text)) kind = 'spacer';
    else if (RULE.test(text) && (!paragraph || kinds[i - 1] === 'spacer')) kind = 'rule';
    else if (!paragraph && DEFINITION.test(text)) {
      kind = 'definition';
      end = definitionEnd(lines, i);
      definitions.push(definitionAt(lines, i, end));
    } else if (!paragraph && !inList && INDENT.test(text)) kind = 'raw';
    if (kind === 'text' && LIST.test(text)) inList = true;
    else if (kind !== 'blank' && !paragraph && !/^[\t ]/.test(text)) inList = false;
    paragraph = kind === 'spacer' || (kind === 'text' && !isAttributeLine(text));
    while (kinds.length < end) kinds.push(kind);
    i = end;
  }
  return { lines, kinds, definitions };
}

/**
 * kramdown takes indented lines, blank lines between them, and lazy lines after one of them into
 * a definition (`CODEBLOCK_MATCH`); an attribute list right below belongs to it.
 */
function definitionEnd(lines: readonly RawLine[], start: number): number {
  let end = start + 1;
  for (let next = end; next < lines.length; next = end) {
    while (next < lines.length && isBlank(lines[next]?.text ?? '')) next += 1;
    if (!INDENT.test(lines[next]?.text ?? '')) break;
    end = next + 1;
    while (end < lines.length && isLazy(lines[end]?.text ?? '')) end += 1;
  }
  while (end < lines.length && isAttributeLine(lines[end]?.text ?? '')) end += 1;
  return end;
}

function isLazy(text: string): boolean {
  return !(
    isBlank(text) ||
    isAttributeLine(text) ||
    HEADING.test(text) ||
    RULE.test(text) ||
    SPACER.test(text) ||
    /^ {0,3}(?:<|```|~~~)/.test(text)
  );
}

function definitionAt(lines: readonly RawLine[], start: number, end: number): Definition {
  const first = lines[start]?.text ?? '';
  const open = DEFINITION.exec(first);
  const rest = lines.slice(start + 1, end).map((line) => line.text);
  const text = [first.slice(open?.[0].length ?? 0).trimStart(), ...rest].join('\n').trimEnd();
  return { label: open?.[1] ?? '', text, start, end };
}
