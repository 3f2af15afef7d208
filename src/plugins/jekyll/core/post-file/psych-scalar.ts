import type { YamlTimestamp, YamlValue } from './types';

/** What a plain scalar becomes; `symbol` is what `Psych.safe_load` refuses with an exception. */
export type PsychScalar = Exclude<YamlValue, YamlValue[] | { [key: string]: YamlValue }>;

export const SYMBOL = Symbol('ruby symbol');

const TIME =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|[ \t\r\n\f\v]+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:[ \t\r\n\f\v]*(Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const WORD = /^[^\d.:-]?[\p{Alphabetic}_ \t\r\n\f\v!@#$%^&*(){}<>|/\\~;=]+/mu;
const FLOAT = /^[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?$/;
const INTEGER =
  /^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}$/;
const BASE_60_FLOAT = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*$/;

/**
 * The value of a plain, untagged scalar as Ruby's Psych reads it: a port of
 * `Psych::ScalarScanner#tokenize` (psych 4.0.4), which Jekyll 4.3 calls through
 * `Psych.safe_load(yaml, permitted_classes: [Date, Time], aliases: true)`.
 *
 * Where Psych leaves the YAML 1.1 types: `y`, `n` and `=` are strings; a `1e3` needs a dot and a
 * signed exponent to be a number; commas may group digits; `12:30` counts hours and minutes down
 * to seconds (45000, not 750); `null`, `yes`, `on` are read in any case; `08` is a string; a date
 * that does not exist is a string, but 31 February with a time is 2 March; `:word` is a Symbol,
 * which `safe_load` refuses, so that the whole front matter is lost.
 */
export function readPlainScalar(text: string): PsychScalar | typeof SYMBOL {
  if (text === '') return null;
  if (WORD.test(text) || text.includes('\n')) return readWord(text);
  const time = TIME.exec(text);
  if (time) return readTime(text, time) ?? text;
  const date = DATE.exec(text);
  if (date) return readDay(text, date) ?? text;
  if (/^\+?\.inf$/i.test(text)) return Infinity;
  if (/^-\.inf$/i.test(text)) return -Infinity;
  if (/^\.nan$/i.test(text)) return NaN;
  if (/^:./.test(text)) return SYMBOL;
  if (BASE_60.test(text) || BASE_60_FLOAT.test(text)) return readBase60(text);
  if (FLOAT.test(text)) return /^[-+]?\.$/.test(text) ? text : readFloat(text);
  if (INTEGER.test(text)) return readInteger(text) ?? text;
  return text;
}

function readWord(text: string): PsychScalar {
  // Psych measures characters, not UTF-16 units; the words that matter are ASCII either way.
  if ([...text].length > 5 || /^[^ytonf~]/im.test(text)) return text;
  if (text === '~' || /^null$/im.test(text)) return null;
  if (/^(?:yes|true|on)$/im.test(text)) return true;
  if (/^(?:no|false|off)$/im.test(text)) return false;
  return text;
}

/** Milliseconds of a UTC date; unlike `Date.UTC` the years 0 to 99 are those years. */
export function utc(y: number, mo: number, d: number, h = 0, mi = 0, s = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  date.setUTCHours(h, mi, s);
  return date.getTime();
}

function readTime(source: string, match: RegExpExecArray): YamlTimestamp | null {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  // Time.utc accepts 24:00:00 and second 60, days up to 31 in every month.
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (hour > 24 || minute > 59 || second > 60) return null;
  if (hour === 24 && (minute > 0 || second > 0)) return null;
  const fraction = match[7] ? Number(`0.${match[7]}`) * 1000 : 0;
  const local = utc(year, month, day, hour, minute, second) + Math.floor(fraction);
  const offset = readOffset(match[8]);
  if (offset === null) return null;
  return { kind: 'timestamp', source, ms: local - offset * 60_000, hasTime: true };
}

/** Minutes east of UTC; `-00:30` loses its sign and `+930` is 93 hours, as in Psych. */
function readOffset(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z') return 0;
  // Psych captures `[-+]\d+(:\d\d)?`, then splits it with `([+-]?\d{1,2}):?(\d{1,2})?`.
  const parts = /^([-+]?\d{1,2}):?(\d{1,2})?$/.exec(/^[-+]\d+(?::\d\d)?/.exec(zone)?.[0] ?? '');
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  const total = hours < 0 ? hours * 60 - minutes : hours * 60 + minutes;
  return Math.abs(total) < 24 * 60 ? total : null;
}

function readDay(source: string, match: RegExpExecArray): YamlTimestamp | null {
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  const ms = utc(year, month, day);
  const date = new Date(ms);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { kind: 'timestamp', source, ms, hasTime: false };
}

function readBase60(text: string): number {
  return text
    .split(':')
    .reduce((sum, part, index) => sum + leadingNumber(part) * 60 ** Math.abs(index - 2), 0);
}

/** Ruby's `String#to_i` and `#to_f`: underscores between digits are skipped. */
function leadingNumber(part: string): number {
  return Number.parseFloat(part.replace(/_/g, '')) || 0;
}

function readFloat(text: string): number {
  return Number(text.replace(/[,_]/g, '').replace(/\.([Ee]|$)/, '$1'));
}

function readInteger(text: string): number | null {
  const digits = text.replace(/[,_]/g, '');
  const match = /^([-+]?)(0b|0x|0(?=.))?(.*)$/.exec(digits);
  if (!match || match[3] === '') return null;
  const radix = { '0b': 2, '0x': 16, '0': 8 }[match[2] ?? ''] ?? 10;
  const magnitude = radix === 10 ? Number(match[3]) : Number.parseInt(match[3] ?? '', radix);
  if (Number.isNaN(magnitude)) return null;
  return match[1] === '-' ? 0 - magnitude : magnitude;
}
