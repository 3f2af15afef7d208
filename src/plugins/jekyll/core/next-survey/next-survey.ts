import { suggestSlug } from '../post-file/file-name';

/** A calendar day of the site. */
export interface Day {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

export interface SurveyNames {
  readonly title: string;
  readonly slug: string;
  /** Folder of the post's images. */
  readonly mediaBase: string | null;
}

/** `#2`, and where no such number stands, `Vol. 2`, `No. 2`, `제2호`, `2회`. */
const NUMBERS = [
  /#\s?(\d{1,6})(?!\d)/gu,
  /(?<!\p{L})(?:vol|no|issue|part|ep)\.?\s?(\d{1,6})(?!\d)/giu,
  /(?<!\d)(\d{1,6})\s?(?:호|회|편|화|탄)(?!\p{L})/gu,
];
/** A year at the start, with a month behind it where one stands there. */
const START =
  /^([^\p{L}\p{N}]*)((?:19|20)\d{2})(?!\d)(?:(년\s*|[-./])(\d{1,2})(?=월|[^\d./-]|$))?/u;

/**
 * What the next of a series is called: “2025년 12월 #2 | AI Trends” is followed by “2026년 1월 #3 | AI
 * Trends”. The last number counts on, and a year at the start, with its month, follows the day.
 */
export function nextTitle(title: string, today: Day): string {
  const { text } = counted(title);
  return text.replace(START, (_all, before: string, _year, between?: string, month?: string) => {
    const start = `${before}${today.year}`;
    if (between === undefined || month === undefined) return start;
    const next = String(today.month);
    return `${start}${between}${month.length > 1 && month.startsWith('0') ? next.padStart(2, '0') : next}`;
  });
}

interface Counted {
  readonly text: string;
  /** As it stood, and as it stands now; null where no number counts the series. */
  readonly number: { readonly before: string; readonly after: string } | null;
}

function counted(text: string): Counted {
  for (const numbers of NUMBERS) {
    const last = [...text.matchAll(numbers)].at(-1);
    const before = last?.[1];
    if (!last || before === undefined) continue;
    const after = next(before);
    const at = last.index + last[0].lastIndexOf(before);
    return {
      text: text.slice(0, at) + after + text.slice(at + before.length),
      number: { before, after },
    };
  }
  return { text, number: null };
}

/** `09` is followed by `10`, and `009` by `010`. */
const next = (number: string): string => String(Number(number) + 1).padStart(number.length, '0');

/**
 * Title, slug and media folder of the next of a series. A folder that is named after the slug, the
 * number or the day of the last one is named after the new one; any other is shared and stays.
 *
 * @param last its day is that of its date, null where it has none
 * @param isTaken whether a post has a slug already
 */
export function nextSurvey(
  last: SurveyNames & { readonly day: Day | null },
  today: Day,
  isTaken: (slug: string) => boolean,
): SurveyNames {
  const title = nextTitle(last.title, today);
  const slug = free(nextSlug(last, title, today), isTaken);
  return {
    title,
    slug,
    mediaBase: last.mediaBase && nextFolder(last.mediaBase, last, slug, today),
  };
}

function nextSlug(
  { title: old, slug, day }: SurveyNames & { day: Day | null },
  title: string,
  today: Day,
): string {
  if (slug === '' || slug === suggestSlug(old)) return suggestSlug(title);
  const { number } = counted(old);
  const years = [yearAtStart(old), day?.year].map(String);
  const words = slug.split('-');
  const at =
    number === null
      ? -1
      : words.findLastIndex((word) => Number(word) === Number(number.before) && /^\d+$/.test(word));
  if (number === null || at === -1) return suggestSlug(title);
  return words
    .map((word, index) => {
      if (index === at) return word === number.before ? number.after : next(word);
      return years.includes(word) ? String(today.year) : word;
    })
    .join('-');
}

const yearAtStart = (title: string): number | null => {
  const year = START.exec(title)?.[2];
  return year === undefined ? null : Number(year);
};

function free(slug: string, isTaken: (slug: string) => boolean): string {
  let candidate = slug;
  for (let n = 2; isTaken(candidate); n += 1) candidate = `${slug}-${n}`;
  return candidate;
}

function nextFolder(
  folder: string,
  { slug, day }: { slug: string; day: Day | null },
  nextName: string,
  today: Day,
): string {
  const parts = folder.split('/');
  const named = slug !== '' && parts.some((part) => part.includes(slug));
  const renamed = named ? parts.map((part) => part.replace(slug, nextName)).join('/') : folder;
  return day === null ? renamed : onDay(renamed, day, today);
}

/** Ways in which folders say a day; the first that one says counts. */
const DAYS: readonly ((day: Day) => string)[] = [
  ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
  ({ year, month, day }) => `${year}/${two(month)}/${two(day)}`,
  ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  ({ year, month }) => `${year}-${two(month)}`,
  ({ year, month }) => `${year}/${two(month)}`,
  ({ year, month }) => `${year}${two(month)}`,
  ({ year }) => String(year),
];
const two = (number: number): string => String(number).padStart(2, '0');

function onDay(folder: string, before: Day, today: Day): string {
  for (const say of DAYS) {
    const whole = new RegExp(`(?<!\\d)${say(before)}(?!\\d)`);
    if (whole.test(folder)) return folder.replace(whole, say(today));
  }
  return folder;
}
