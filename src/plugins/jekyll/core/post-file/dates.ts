import { isTimestamp } from './evaluate';
import { readTextDate } from './text-date';
import type { YamlValue } from './types';
import { localToMs, offsetAt } from './zones';

/**
 * The moment of a front matter `date` as Jekyll sees it: it turns the value into text and gives
 * that to Ruby's `Time.parse` (document.rb `merge_date!`, utils.rb `parse_date`).
 * An unquoted time without a zone is UTC (Psych), a bare date and a quoted time without a zone
 * are in the site's zone, and so is a time with a zone that Ruby does not know, such as the
 * `+/-TTTT` of Chirpy's tutorial. Fractions of a second are dropped.
 *
 * @param zone IANA name of the site's `timezone`
 * @returns null when there is no date or Jekyll could not read it
 * @throws RangeError when the zone does not exist
 */
export function readDate(value: YamlValue | undefined, zone: string): { ms: number } | null {
  if (value === undefined || value === null) return null;
  if (isTimestamp(value)) {
    if (value.hasTime) return { ms: Math.floor(value.ms / 1000) * 1000 };
    return { ms: localToMs(value.ms, zone) };
  }
  if (typeof value === 'number') return readTextDate(String(value), zone);
  return typeof value === 'string' ? readTextDate(value, zone) : null;
}

/**
 * `2025-01-12 09:30:00 +0900`, the form that Chirpy documents.
 * @param ms milliseconds since the epoch; parts of a second are dropped
 * @throws RangeError when the zone does not exist
 */
export function printDate(ms: number, zone: string): string {
  const minutes = offsetAt(ms, zone);
  const local = new Date(ms + minutes * 60_000);
  const time = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()]
    .map(two)
    .join(':');
  const sign = minutes < 0 ? '-' : '+';
  const size = Math.abs(minutes);
  return `${dayOf(ms, zone)} ${time} ${sign}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The calendar day of a moment in a zone, `YYYY-MM-DD`. */
export function dayOf(ms: number, zone: string): string {
  const local = new Date(ms + offsetAt(ms, zone) * 60_000);
  const year = String(local.getUTCFullYear()).padStart(4, '0');
  return `${year}-${two(local.getUTCMonth() + 1)}-${two(local.getUTCDate())}`;
}

/** True when two moments fall on one calendar day of a zone. */
export function sameDay(a: number, b: number, zone: string): boolean {
  return dayOf(a, zone) === dayOf(b, zone);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
