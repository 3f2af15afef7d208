import { printDate, readDate, type YamlTimestamp } from '../../post-file';
import { withFullYear } from '../name-day';
import type { Rule } from '../rule';

/**
 * The moment of a post. Jekyll takes the key `date`, else the day in the file's name at 00:00 in the
 * site's zone (https://jekyllrb.com/docs/posts/). A `date` that is no date stays in other front matter.
 */
export const dateRule: Rule<number | null> = {
  keys: ['date'],
  read(entries, context) {
    const entry = entries.get('date');
    const said = entry ? readDate(entry.value, context.zone) : null;
    if (said) return { value: said.ms, claims: ['date'] };
    const day = context.fileName?.date ?? null;
    return {
      value: day === null ? null : (readDate(withFullYear(day), context.zone)?.ms ?? null),
      claims: entry?.value === null ? ['date'] : [],
    };
  },
  same: (a, b) => a === b,
  empty: (value) => value === null,
  edits: (next, entries, context) => {
    if (next !== null) return [{ key: 'date', value: dateValue(next, context.zone) }];
    return entries.has('date') ? [{ key: 'date', remove: true }] : [];
  },
};

const dateValue = (ms: number, zone: string): YamlTimestamp => ({
  kind: 'timestamp',
  source: printDate(ms, zone),
  ms,
  hasTime: true,
});
