import { diffArrays } from 'diff';

/** A line with its own end: `text` without it, `eol` one of `\n`, `\r\n`, `\r` or empty at the end of the file. */
export interface Line {
  readonly text: string;
  readonly eol: string;
}

/** Lines of a text; joined again they are the text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (match[0] === '') break;
    lines.push({ text: match[1] ?? '', eol: match[2] ?? '' });
  }
  return lines;
}

const isBlank = (line: Line): boolean => line.text.trim() === '';

/** The text without blank lines at its start and without white space at its end. Indentation stays. */
export function stripBlankLines(text: string): string {
  const lines = splitLines(text);
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return '';
  return lines
    .slice(first)
    .map((line) => line.text + line.eol)
    .join('')
    .trimEnd();
}

/** The end of line that most lines of a text have; `\n` where none has one. */
export function commonEol(text: string): string {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  return crlf > lf ? '\r\n' : '\n';
}

/**
 * `next` spelled as `baseline` spells it: lines that both have keep their bytes (ends of line, blank
 * lines around the text, white space at its end), only lines that differ are written anew.
 *
 * @param baseline text as it stands in the file
 * @param next the wanted text, LF, without blank lines around it
 */
export function respellLines(baseline: string, next: string): string {
  const old = splitLines(baseline);
  const first = old.findIndex((line) => !isBlank(line));
  if (first < 0) return baseline + next;
  let last = old.length - 1;
  while (last > first && isBlank(old[last] as Line)) last -= 1;

  const core = old.slice(first, last + 1);
  const eol = commonEol(baseline);
  const wanted = next.split('\n');
  // White space at the very end of the text is no part of the field: it stays with its line.
  const final = core[core.length - 1] as Line;
  const finalText = final.text.trimEnd();
  const compared = core.map((line) => line.text);
  compared[compared.length - 1] = finalText;

  const lines: Line[] = [];
  let at = 0;
  for (const part of diffArrays(compared, wanted)) {
    if (part.added) lines.push(...part.value.map((text) => ({ text, eol })));
    else {
      if (!part.removed) lines.push(...core.slice(at, at + part.value.length));
      at += part.value.length;
    }
  }
  const end = lines.length - 1;
  const body = lines.map((line, index) => {
    if (index === end) return line.text + final.eol;
    // The old last line now stands inside the text, which says no white space at its end.
    return (line === final ? finalText : line.text) + (line.eol || eol);
  });
  const head = old.slice(0, first);
  const tail = old.slice(last + 1);
  return [...head, ...tail].length === 0
    ? body.join('')
    : head.map(joined).join('') + body.join('') + tail.map(joined).join('');
}

const joined = (line: Line): string => line.text + line.eol;
