import { isTimestamp } from './evaluate';
import { readPlainScalar } from './psych-scalar';
import type { PsychScalar } from './psych-scalar';

/** Where a scalar is going to stand. */
export interface ScalarPlace {
  /** Inside `[]` or `{}`. */
  readonly flow: boolean;
}

/**
 * Texts that some YAML reader takes for something else than a string: the words and numbers of
 * YAML 1.1 and 1.2, whether or not Psych does.
 */
const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;
const NUMBERS = /^[-+]?(?:[0-9.][0-9_,.:]*(?:[eE][-+]?[0-9]*)?|0[box][0-9a-f_,]*|\.inf|\.nan)$/i;
const TIMESTAMPS = /^\d{4}-\d\d?-\d\d?(?:[Tt\s]+\d\d?:\d\d(?:[:\d.]*\s*(?:Z|[-+][\d:]*)?)?)?$/;

// C0, DEL, C1 with NEL, the line and paragraph separators, the byte order mark, non-characters.
// eslint-disable-next-line no-control-regex
const SPECIAL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/;
// eslint-disable-next-line no-control-regex
const ESCAPED = /[\u0000-\u001F"\\\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** True when `text` can stand without quotes and every YAML reader gives the string back. */
export function isPlainSafe(text: string, { flow }: ScalarPlace): boolean {
  if (text === '' || text !== text.trim() || SPECIAL.test(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`:]/.test(text) || /^[-?](?:\s|$)/.test(text)) return false;
  if (/^(?:---|\.\.\.)/.test(text)) return false;
  if (/:(?:\s|$)/.test(text) || /\s#/.test(text)) return false;
  if (flow && (/[,[\]{}?]|:[^/]/.test(text) || /^[-?]/.test(text))) return false;
  if (WORDS.test(text) || NUMBERS.test(text) || TIMESTAMPS.test(text)) return false;
  return readPlainScalar(text) === text;
}

/** `"…"`: emoji and Hangul stay as they are, control characters and line ends are escaped. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(ESCAPED, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return (
      ESCAPES[character] ??
      (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`)
    );
  });
  return `"${escaped}"`;
}

/** `'…'`, or null for a text that needs an escape. */
export function singleQuoted(text: string): string | null {
  return SPECIAL.test(text) ? null : `'${text.replace(/'/g, "''")}'`;
}

/** A string in the form that its place allows: plain, else double-quoted. */
export function printString(text: string, place: ScalarPlace): string {
  return isPlainSafe(text, place) ? text : doubleQuoted(text);
}

/** Any scalar on one line; strings as `printString`. A number that YAML 1.1 reads back. */
export function printScalar(value: PsychScalar, place: ScalarPlace): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return printString(value, place);
  if (typeof value === 'number') return printNumber(value);
  return isTimestamp(value) ? value.source : String(value);
}

function printNumber(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  // Psych wants a dot before an exponent: 1e+21 would be a string.
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** True for text that a block scalar can hold as it is. */
export function fitsBlock(text: string): boolean {
  return !SPECIAL.test(text.replace(/[\n\t]/g, ''));
}
