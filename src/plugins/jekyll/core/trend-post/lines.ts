/** A line of a file: `text` without its end, and the end as it stands ('' at the end of file). */
export interface RawLine {
  readonly text: string;
  readonly eol: string;
}

/** Splits at LF, CRLF and lone CR (kramdown reads all three as line ends). Joining gives `text`. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  const end = /\r\n|\n|\r/g;
  let from = 0;
  for (let match = end.exec(text); match; match = end.exec(text)) {
    lines.push({ text: text.slice(from, match.index), eol: match[0] });
    from = end.lastIndex;
  }
  if (from < text.length) lines.push({ text: text.slice(from), eol: '' });
  return lines;
}

/** The line end that most lines have; LF when there is none. */
export function dominantEol(lines: readonly RawLine[]): string {
  const counts = new Map<string, number>();
  for (const { eol } of lines) if (eol !== '') counts.set(eol, (counts.get(eol) ?? 0) + 1);
  let best = '\n';
  for (const [eol, count] of counts) if (count > (counts.get(best) ?? 0)) best = eol;
  return best;
}

/** Blank for kramdown: white space only, a no-break space is text. */
export function isBlank(text: string): boolean {
  return /^[ \t\f\v]*$/.test(text);
}

/** Line ends as LF. */
export function toLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Where the blanks at the end of a line begin. (A pattern for it would be quadratic.) */
export function blanksAt(text: string): number {
  let at = text.length;
  while (at > 0 && (text[at - 1] === ' ' || text[at - 1] === '\t')) at -= 1;
  return at;
}

/** The blanks at the end of a line. */
export function trailingBlanks(text: string): string {
  return text.slice(blanksAt(text));
}
