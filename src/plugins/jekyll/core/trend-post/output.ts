import type { Element } from './elements';
import { isBlank, type RawLine } from './lines';

/** A line that the file does not have yet. Its line end is settled when the text is written. */
export function freshLine(text: string): Element {
  return { type: 'line', line: { text, eol: '' }, kind: isBlank(text) ? 'blank' : 'text' };
}

/** Lines that the file does not have yet. */
export function freshLines(texts: readonly string[]): Element[] {
  return texts.map(freshLine);
}

/** Collects the elements of the new text. */
export class Output {
  readonly elements: Element[] = [];
  private readonly position: ReadonlyMap<RawLine, number>;

  constructor(lines: readonly RawLine[]) {
    this.position = new Map(lines.map((line, i) => [line, i] as const));
  }

  /** Adds what comes next. Where two pieces meet that did not before, a blank line parts them. */
  add(elements: readonly Element[]): void {
    const first = elements[0];
    if (!first) return;
    const isHeading = first.type === 'line' && first.kind === 'heading';
    const isSpace = first.type === 'line' && (first.kind === 'blank' || first.kind === 'spacer');
    const afterText = this.endsInText() || (first.type === 'line' && this.endsInDefinition());
    if (!isHeading && !isSpace && afterText && !this.follows(first)) this.blank();
    this.elements.push(...elements);
  }

  /** Adds lines right below the last one. */
  addBelow(elements: readonly Element[]): void {
    this.elements.push(...elements);
  }

  /** A blank line, unless one stands there already or nothing does. */
  blank(): void {
    const last = this.elements.at(-1);
    if (last && !(last.type === 'line' && isBlank(last.line.text))) {
      this.elements.push(freshLine(''));
    }
  }

  private endsInText(): boolean {
    const last = this.elements.at(-1);
    return (
      last?.type === 'line' &&
      last.kind !== 'rule' &&
      !isBlank(last.line.text) &&
      !/^#{1,6}[\t ]/.test(last.line.text)
    );
  }

  private endsInDefinition(): boolean {
    return this.elements.at(-1)?.type === 'slot';
  }

  private follows(element: Element): boolean {
    const last = this.elements.at(-1);
    const lastLine = last?.type === 'line' ? last.line : last?.lines.at(-1);
    const line = element.type === 'line' ? element.line : element.lines[0];
    const before = lastLine && this.position.get(lastLine);
    const after = line && this.position.get(line);
    return before !== undefined && after === before + 1;
  }
}

/** The text of lines; a line without an end gets `eol`, the last one the end of the old text. */
export function writeLines(lines: readonly RawLine[], eol: string, finalEol: boolean): string {
  const last = lines.length - 1;
  return lines
    .map((line, i) => {
      if (i === last && !finalEol) return line.text;
      return line.text + (line.eol === '' ? eol : line.eol);
    })
    .join('');
}
