import { commonEol } from '../text/lines';

/** How a text ends its lines, apart from what the lines say. */
interface Ending {
  /** The one line end of the text; null where it has several kinds or none at all. */
  readonly eol: '\n' | '\r\n' | null;
  /** Whether the last line has its end; null for an empty text. */
  readonly final: boolean | null;
}

/** Three texts as lines that can be put together in any order without growing into each other. */
export interface LineTexts {
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** The text of merged lines, with the line ends that the merged text is to have. */
  join(lines: readonly string[]): string;
}

/**
 * Splits three texts into lines with their ends. How lines end and whether the last one has an end
 * are merged on their own: a side that turned the whole file to CRLF, or took its final newline
 * away, changed no line. A last line without an end is lent one, so that what is appended after it
 * never runs into it.
 */
export function splitTexts(base: string, ours: string, theirs: string): LineTexts {
  const [b, o, t] = [endingOf(base), endingOf(ours), endingOf(theirs)];
  const convert =
    b.eol !== null && o.eol !== null && t.eol !== null && !(b.eol === o.eol && o.eol === t.eol);
  const eol = convert ? merged(b.eol, o.eol, t.eol) : null;
  const final = mergedFinal(b.final, o.final, t.final);
  const lent = convert ? '\n' : commonEol(/\n/.test(base) ? base : `${ours} ${theirs}`);
  const lines = (text: string) => splitLines(convert ? text.replace(/\r\n/g, '\n') : text, lent);
  return {
    base: lines(base),
    ours: lines(ours),
    theirs: lines(theirs),
    join(parts) {
      const text = parts.join('');
      const ended = final ? text : text.replace(/\r?\n$/, '');
      return eol === '\r\n' ? ended.replace(/\n/g, '\r\n') : ended;
    },
  };
}

/** Lines as Git has them, up to each LF; a last one without an end gets the one that is lent. */
export function splitLines(text: string, lent = ''): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const last = lines.length - 1;
  if (last >= 0 && !lines[last]?.endsWith('\n')) lines[last] += lent;
  return lines;
}

function endingOf(text: string): Ending {
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1;
  const cr = text.split('\r').length - 1;
  const uniform = lf > 0 && (cr === 0 ? '\n' : crlf === lf && cr === crlf ? '\r\n' : null);
  return { eol: uniform || null, final: text === '' ? null : text.endsWith('\n') };
}

function merged<T>(base: T, ours: T, theirs: T): T {
  return ours === base ? theirs : ours;
}

/** Of a text that both sides end differently from the base, a newline at the end is the safe one. */
function mergedFinal(base: boolean | null, ours: boolean | null, theirs: boolean | null): boolean {
  if (ours === theirs) return ours ?? true;
  if (ours === null || theirs === null) return (ours ?? theirs) as boolean;
  return base === null ? true : merged(base, ours, theirs);
}
