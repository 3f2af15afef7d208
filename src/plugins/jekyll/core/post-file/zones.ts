/** Time zones through `Intl`, which carries the IANA data, daylight saving included. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

/**
 * Whole minutes east of UTC at a moment (zones before 1911 or so had odd seconds).
 * @throws RangeError when the zone does not exist
 */
export function offsetAt(ms: number, zone: string): number {
  const whole = Math.floor(ms / 1000) * 1000;
  const parts: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(whole)) parts[type] = value;
  const year = Number(parts.year);
  const local = new Date(0);
  local.setUTCFullYear(
    parts.era === 'BC' ? 1 - year : year,
    Number(parts.month) - 1,
    Number(parts.day),
  );
  local.setUTCHours(Number(parts.hour), Number(parts.minute), Number(parts.second));
  return Math.round((local.getTime() - whole) / 60_000);
}

/**
 * The moment at which a zone's clocks show a time, given as if it were UTC. As in Ruby, an hour
 * that comes twice is the second one; an hour that is skipped counts on from before the jump.
 */
export function localToMs(asUtc: number, zone: string): number {
  const day = 86_400_000;
  const after = asUtc - offsetAt(asUtc + day, zone) * 60_000;
  if (asUtc - after === offsetAt(after, zone) * 60_000) return after;
  return asUtc - offsetAt(asUtc - day, zone) * 60_000;
}
