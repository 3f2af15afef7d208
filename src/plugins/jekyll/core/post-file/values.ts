import { isTimestamp, isYamlMap } from './evaluate';
import type { YamlTimestamp, YamlValue } from './types';

/** Structural equality; the order of a map's keys does not count, NaN equals NaN. */
export function equalValues(a: YamlValue, b: YamlValue): boolean {
  return matches(a, b, false);
}

/**
 * True when a value read from a file says what was asked for. A time that stands in quotes is a
 * string for Psych, but Jekyll parses it to the same date, so its text is enough.
 */
export function saysValue(read: YamlValue, wanted: YamlValue): boolean {
  return matches(read, wanted, true);
}

/**
 * Whether a time means the same in quotes: without a zone it is UTC plain, but in the site's zone
 * as text. A bare date is in the site's zone either way.
 */
export function meansSameQuoted({ source, hasTime }: YamlTimestamp): boolean {
  return !hasTime || /(?:Z|[-+]\d\d:?\d\d)$/.test(source);
}

function matches(a: YamlValue, b: YamlValue, lenient: boolean): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b);
  if (isTimestamp(b)) {
    if (isTimestamp(a)) return a.ms === b.ms && a.hasTime === b.hasTime;
    return lenient && a === b.source && meansSameQuoted(b);
  }
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => matches(item, b[index] ?? null, lenient));
  }
  if (!isYamlMap(a) || !isYamlMap(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) => Object.hasOwn(b, key) && matches(a[key] ?? null, b[key] ?? null, lenient),
  );
}
