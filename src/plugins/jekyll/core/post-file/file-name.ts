import slugify from 'slugify';
import { transliterate } from 'transliteration';
import type { Problem } from './problem';

/** A post's path in parts. */
export interface FileName {
  /** Everything before the last `/`, as found: `a/_posts/b`; empty for a bare name. */
  readonly dir: string;
  /** As written (`2024-1-5` too); null for a name without a date. */
  readonly date: string | null;
  /** In NFC. */
  readonly slug: string;
  /** With its dot: `.md`. */
  readonly ext: string;
}

/** File systems count bytes; a file name may hold this many. */
const MAX_BYTES = 255;
/** What a date and `.markdown` take of them. */
const AFFIX_BYTES = 20;
const WINDOWS_NAMES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** A suggestion longer than this is cut at a word. */
const MAX_SUGGESTION = 80;

/**
 * Splits a path as Jekyll does (document.rb, `DATE_FILENAME_MATCHER` and
 * `DATELESS_FILENAME_MATCHER`); null for a name without an extension.
 */
export function readFileName(path: string): FileName | null {
  const slash = path.lastIndexOf('/');
  const dir = path.slice(0, Math.max(slash, 0));
  const name = path.slice(slash + 1);
  const dated = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)(\.[^.]+)$/s.exec(name);
  const match = dated ?? /^()(.*)(\.[^.]+)$/s.exec(name);
  if (!match) return null;
  const [, date, slug, ext] = match as unknown as [string, string, string, string];
  return { dir, date: date || null, slug: slug.normalize('NFC'), ext };
}

/** The path of the parts. The name is NFC, since browsers and Jekyll take NFD for another name. */
export function printFileName({ dir, date, slug, ext }: FileName): string {
  const name = `${date === null ? '' : `${date}-`}${slug}${ext}`.normalize('NFC');
  return dir === '' ? name : `${dir}/${name}`;
}

/**
 * Says why a slug cannot be (part of) a file name and an address, or null when it can. Guards
 * the paths that are written: nothing leaves the folder, and every system can store it.
 */
export function assertSafeSlug(slug: string): Problem | null {
  if (slug.trim() === '') {
    return {
      code: 'slug-empty',
      message: { en: 'The slug is empty.', ko: '슬러그가 비어 있습니다.' },
    };
  }
  if (/[/\\]/.test(slug)) {
    return {
      code: 'slug-separator',
      message: {
        en: 'A slug cannot hold "/" or "\\".',
        ko: '슬러그에는 "/"나 "\\"를 쓸 수 없습니다.',
      },
    };
  }
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(slug)) {
    return {
      code: 'slug-control-character',
      message: {
        en: 'A slug cannot hold line breaks or control characters.',
        ko: '슬러그에는 줄바꿈이나 제어 문자를 쓸 수 없습니다.',
      },
    };
  }
  if (/^\.+$/.test(slug)) {
    return {
      code: 'slug-dots',
      message: { en: 'A slug cannot be only dots.', ko: '슬러그는 점만으로 이루어질 수 없습니다.' },
    };
  }
  if (WINDOWS_NAMES.test(slug)) {
    return {
      code: 'slug-reserved-name',
      message: {
        en: `"${slug}" is a device name on Windows.`,
        ko: `"${slug}"은(는) Windows의 장치 이름입니다.`,
      },
    };
  }
  if (utf8Length(slug.normalize('NFC')) > MAX_BYTES - AFFIX_BYTES) {
    return {
      code: 'slug-too-long',
      message: {
        en: `A slug can have ${MAX_BYTES - AFFIX_BYTES} bytes at most.`,
        ko: `슬러그는 ${MAX_BYTES - AFFIX_BYTES}바이트를 넘을 수 없습니다.`,
      },
    };
  }
  return null;
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The title that Jekyll derives from a file name (utils.rb, `titleize_slug`). */
export function titleFromSlug(slug: string): string {
  const words = slug.replace(/\.+$/, '').replace(/-+$/, '').split('-');
  return words.map(capitalize).join(' ');
}

/** Ruby's `String#capitalize`: the first letter upper case, all others lower case. */
function capitalize(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('').toLowerCase();
}

/**
 * What `:title` and `:slug` become in an address (utils.rb, `slugify` in mode `pretty`, cased):
 * letters of every script, digits and `._~!$&'()+,;=@` stay, runs of the rest are one hyphen.
 */
export function jekyllSlug(name: string): string {
  return name.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');
}

/** A slug for a new post: Hangul and other scripts romanized, lower case; never empty. */
export function suggestSlug(title: string): string {
  const slug = slugify(transliterate(title.normalize('NFC')), { lower: true, strict: true });
  if (slug === '' || WINDOWS_NAMES.test(slug)) return slug === '' ? 'post' : `post-${slug}`;
  if (slug.length <= MAX_SUGGESTION) return slug;
  const word = slug.lastIndexOf('-', MAX_SUGGESTION);
  return slug.slice(0, word > 0 ? word : MAX_SUGGESTION);
}
