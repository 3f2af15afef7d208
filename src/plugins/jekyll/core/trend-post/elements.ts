import { isAttributeLine, type Definition, type LineKind } from './blocks';
import type { RawLine } from './lines';

/** A line of the file, or the place of a definition that a title cites. */
export type Element =
  | { readonly type: 'line'; readonly line: RawLine; readonly kind: LineKind }
  | { readonly type: 'slot'; readonly definition: Definition; readonly lines: readonly RawLine[] };

/** One line of a field's value with the elements it was read from. */
export interface FieldToken {
  readonly text: string;
  readonly elements: readonly Element[];
}

/** A stretch of the file: what the field holds, and the white space and separators around it. */
export interface Stretch {
  readonly before: readonly Element[];
  readonly field: readonly Element[];
  readonly after: readonly Element[];
}

/** Whether an element is blank. */
export function isBlankElement(element: Element | undefined): boolean {
  return element?.type === 'line' && element.kind === 'blank';
}

function isOuter(element: Element | undefined, separators: boolean): boolean {
  if (!element) return false;
  if (element.type === 'slot' || element.kind === 'blank') return true;
  return separators && (element.kind === 'rule' || element.kind === 'spacer');
}

/**
 * Strips blank lines, separators and cited definitions from both ends. `leadingSeparators` false
 * keeps separators at the start. A blank line above an attribute list stays: without it the list
 * would belong to the heading.
 */
export function strip(elements: readonly Element[], leadingSeparators = true): Stretch {
  let end = elements.length;
  while (end > 0 && isOuter(elements[end - 1], true)) end -= 1;
  let start = 0;
  while (start < end && isOuter(elements[start], leadingSeparators)) start += 1;
  const first = elements[start];
  if (
    start > 0 &&
    start < end &&
    isBlankElement(elements[start - 1]) &&
    first?.type === 'line' &&
    isAttributeLine(first.line.text)
  ) {
    start -= 1;
  }
  return {
    before: elements.slice(0, start),
    field: elements.slice(start, end),
    after: elements.slice(end),
  };
}

/** Lines of a field's value. Definitions and the blank lines beside them read as one blank line. */
export function fieldTokens(field: readonly Element[]): FieldToken[] {
  const tokens: FieldToken[] = [];
  for (let i = 0; i < field.length; ) {
    let end = i;
    while (field[end]?.type === 'slot' || isBlankElement(field[end])) end += 1;
    const run = field.slice(i, end);
    if (run.some((element) => element.type === 'slot')) tokens.push({ text: '', elements: run });
    else for (const element of run) tokens.push(lineToken(element));
    const next = field[end];
    if (next) tokens.push(lineToken(next));
    i = end + 1;
  }
  return tokens;
}

function lineToken(element: Element): FieldToken {
  return { text: element.type === 'line' ? element.line.text : '', elements: [element] };
}

/** A field as content: LF line ends. */
export function fieldValue(field: readonly Element[]): string {
  return fieldTokens(field)
    .map((token) => token.text)
    .join('\n');
}
