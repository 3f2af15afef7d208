import { utc } from './psych-scalar';
import { localToMs } from './zones';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** Hours east of UTC of the zones that Ruby's `Time` knows by name (time.rb, `ZoneOffset`). */
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  UT: 0,
  Z: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The text with the day taken out. */
  readonly rest: string;
}

/**
 * A date in text as Ruby's `Time.parse` reads it, for the forms that people write: ISO order with
 * `-`, `/` or `.`, day first where the year is last, eight or fourteen digits, month names in English; a time with or without seconds, with `am` and
 * `pm`; a numeric or known zone. Everything else in the text is ignored, as Ruby does.
 */
export function readTextDate(text: string, zone: string): { ms: number } | null {
  const digits = /^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?(?!\d)/.exec(text);
  const day = digits ? dayFrom(digits, text) : findDay(text);
  if (!day || day.month < 1 || day.month > 12 || day.day < 1 || day.day > 31) return null;
  const clock = digits?.[4]
    ? {
        hour: Number(digits[4]),
        minute: Number(digits[5]),
        second: Number(digits[6] ?? 0),
        rest: day.rest,
      }
    : findTime(day.rest);
  if (!clock) return null;
  const { hour, minute, second } = clock;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const local = utc(day.year, day.month, day.day, hour, minute, second);
  const offset = findOffset(clock.rest);
  return { ms: offset === null ? localToMs(local, zone) : local - offset * 60_000 };
}

function dayFrom(match: RegExpExecArray, text: string): Day {
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  return { year, month, day, rest: text.slice(match.index + match[0].length) };
}

function findDay(text: string): Day | null {
  const ordered = /(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text);
  if (ordered) {
    const [, year, , month, day] = ordered;
    return cut(text, ordered, Number(year), Number(month), Number(day));
  }
  const yearLast = /(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/.exec(text);
  if (yearLast) {
    const [, day, , month, year] = yearLast;
    return cut(text, yearLast, Number(year), Number(month), Number(day));
  }
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,.-]+(\\d{4})`,
    'i',
  ).exec(text);
  if (dayFirst) {
    return cut(text, dayFirst, Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  }
  const monthFirst = new RegExp(
    `\\b${MONTH}[\\s.-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})`,
    'i',
  ).exec(text);
  if (!monthFirst) return null;
  return cut(
    text,
    monthFirst,
    Number(monthFirst[3]),
    monthOf(monthFirst[1]),
    Number(monthFirst[2]),
  );
}

function cut(text: string, match: RegExpExecArray, year: number, month: number, day: number): Day {
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { year, month, day, rest };
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function findTime(
  text: string,
): { hour: number; minute: number; second: number; rest: string } | null {
  const match = /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d*)?)?(?:\s*([ap])\.?m\b\.?)?/i.exec(text);
  if (!match) return { hour: 0, minute: 0, second: 0, rest: '' };
  const half = match[4]?.toLowerCase();
  const hour = Number(match[1]);
  const full = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  const rest = text.slice(match.index + match[0].length);
  return { hour: full, minute: Number(match[2]), second: Number(match[3] ?? 0), rest };
}

/** Minutes east of UTC of a zone right behind the time, or null for one that Ruby ignores. */
function findOffset(text: string): number | null {
  const numeric = /^\s*([-+])(\d\d):?(\d\d)?(?!\d)/i.exec(text);
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
    return numeric[1] === '-' ? -minutes : minutes;
  }
  const name = /^\s*([a-z]+)\b(?![-+])/i.exec(text)?.[1]?.toUpperCase();
  const hours = name === undefined ? undefined : NAMED[name];
  return hours === undefined ? null : hours * 60;
}
