/**
 * Regular expressions that mean here what they mean to Ruby, in which kramdown's grammar is
 * observed: `\s` is ASCII and `.` stops at a line feed only. JavaScript's would also take
 * U+2028, no-break spaces and the like, which Korean texts do contain.
 */
const SPACE = ' \\t\\n\\v\\f\\r';

function asRuby(source: string): string {
  let out = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (char === '\\') {
      const next = source[++at]!;
      if (next === 's') out += inClass ? SPACE : `[${SPACE}]`;
      else if (next === 'S') out += `[^${SPACE}]`;
      else out += char + next;
      continue;
    }
    if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    out += char === '.' && !inClass ? '[^\\n]' : char;
  }
  return out;
}

/** A pattern that is tried at one place: the scanner's. */
export function at(source: string, flags = ''): RegExp {
  return new RegExp(asRuby(source), `y${flags}`);
}

/** A pattern that is looked for from a place on. */
export function anywhere(source: string, flags = ''): RegExp {
  return new RegExp(asRuby(source), `g${flags}`);
}

/** A pattern as it stands, for texts of their own. */
export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(asRuby(source), flags);
}

/** What ends a line, as `strip` of Ruby sees it: also NUL at the end. */
export const rstrip = (text: string): string => {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
};
export const lstrip = (text: string): string => {
  let start = 0;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  return start === 0 ? text : text.slice(start);
};
export const strip = (text: string): string => lstrip(rstrip(text));

/** Without blanks, tabs and the line feed at the end. A pattern would try each blank of a long run. */
export function trimLine(line: string): string {
  let end = line.length;
  if (line.charCodeAt(end - 1) === 10) end--;
  while (end > 0 && (line.charCodeAt(end - 1) === 32 || line.charCodeAt(end - 1) === 9)) end--;
  return line.slice(0, end);
}

/** Space as Ruby's `\s`. NaN (no character) is none. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

const ALPHA = /^\p{Alphabetic}$/u;
const ALNUM = /^[\p{Alphabetic}\p{Nd}]$/u;
const WORD = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]$/u;

/** Letters, digits and underscore of ASCII: Ruby's `\w`. */
export function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}
const test = (re: RegExp, ascii: (code: number) => boolean) => (code: number | undefined) =>
  code !== undefined && (code < 128 ? ascii(code) : re.test(String.fromCodePoint(code)));
/** A letter of any script: Ruby's `[[:alpha:]]`. */
export const isAlpha = test(ALPHA, (code) => isAsciiWord(code) && code !== 95 && code > 57);
/** A letter or digit of any script: Ruby's `[[:alnum:]]`. */
export const isAlnum = test(ALNUM, (code) => isAsciiWord(code) && code !== 95);
/** What `\b` of Ruby counts as part of a word. */
export const isWord = test(WORD, isAsciiWord);

/** The code point before an index, whole even where it takes two units. */
export function codePointBefore(text: string, index: number): number | undefined {
  if (index <= 0) return undefined;
  const low = text.charCodeAt(index - 1);
  if (low >= 0xdc00 && low <= 0xdfff && index > 1) return text.codePointAt(index - 2);
  return low;
}
