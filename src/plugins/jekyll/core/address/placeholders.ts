import { printDate } from '../post-file';
import type { PostFields } from './post-fields';
import { downcase, slugify } from './slug';

/** What a template may name (jekyll/drops/url_drop.rb). */
export interface Placeholders {
  readonly fields: PostFields;
  /** IANA zone of the site. */
  readonly zone: string;
  /** With its dot. */
  readonly outputExtension: string;
}

/** The moment of a post on the site's clocks. */
class LocalTime {
  readonly #parts: readonly string[];
  readonly #utc: Date;

  constructor(ms: number, zone: string) {
    this.#parts = printDate(ms, zone).split(/[- :]/);
    const [year, month, day] = this.#parts.map(Number);
    this.#utc = new Date(0);
    this.#utc.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day);
  }

  /** Part of `YYYY-MM-DD hh:mm:ss` as digits: 0 is the year, 5 the second. */
  part(index: number): string {
    return this.#parts[index] ?? '';
  }

  name(options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(this.#utc);
  }

  /** 1 is Monday. */
  weekday(): number {
    return this.#utc.getUTCDay() || 7;
  }

  dayOfYear(): number {
    return dayOfYear(this.#utc);
  }

  /** Year and week of ISO 8601: those of the week's Thursday. */
  isoWeek(): { year: string; week: string } {
    const thursday = new Date(this.#utc);
    thursday.setUTCDate(thursday.getUTCDate() + 4 - this.weekday());
    return {
      year: String(thursday.getUTCFullYear()).padStart(4, '0'),
      week: String(Math.ceil(dayOfYear(thursday) / 7)).padStart(2, '0'),
    };
  }
}

function dayOfYear(utc: Date): number {
  const start = new Date(utc);
  start.setUTCMonth(0, 1);
  return Math.round((utc.getTime() - start.getTime()) / 86_400_000) + 1;
}

const bare = (digits: string): string => String(Number(digits));

const FROM_DATE: Readonly<Record<string, (time: LocalTime) => string>> = {
  year: (time) => time.part(0),
  short_year: (time) => time.part(0).slice(-2),
  month: (time) => time.part(1),
  i_month: (time) => bare(time.part(1)),
  short_month: (time) => time.name({ month: 'short' }),
  long_month: (time) => time.name({ month: 'long' }),
  day: (time) => time.part(2),
  i_day: (time) => bare(time.part(2)),
  y_day: (time) => String(time.dayOfYear()).padStart(3, '0'),
  short_day: (time) => time.name({ weekday: 'short' }),
  long_day: (time) => time.name({ weekday: 'long' }),
  w_day: (time) => String(time.weekday()),
  week: (time) => time.isoWeek().week,
  w_year: (time) => time.isoWeek().year,
  hour: (time) => time.part(3),
  minute: (time) => time.part(4),
  second: (time) => time.part(5),
};

const joined = (names: readonly string[]): string => [...new Set(names)].join('/');

const FROM_POST: Readonly<Record<string, (placeholders: Placeholders) => string>> = {
  title: ({ fields }) => slugify(fields.slug, 'pretty'),
  slug: ({ fields }) => slugify(fields.slug, 'default'),
  name: ({ fields }) => slugify(fields.baseName, 'default'),
  path: ({ fields }) => fields.cleanPath,
  categories: ({ fields }) => joined(fields.categories.map(downcase)),
  slugified_categories: ({ fields }) =>
    joined(fields.categories.map((category) => slugify(category, 'default'))),
  collection: () => 'posts',
  output_ext: ({ outputExtension }) => outputExtension,
};

/**
 * What a placeholder stands for; null for a name that Jekyll does not know, on which its build ends.
 * A date that cannot be read, on which it ends too, leaves nothing.
 */
export function placeholderValue(name: string, placeholders: Placeholders): string | null {
  if (Object.hasOwn(FROM_POST, name)) return FROM_POST[name]?.(placeholders) ?? null;
  if (!Object.hasOwn(FROM_DATE, name)) return null;
  const ms = placeholders.fields.date();
  if (ms === null) return '';
  return FROM_DATE[name]?.(new LocalTime(ms, placeholders.zone)) ?? null;
}
