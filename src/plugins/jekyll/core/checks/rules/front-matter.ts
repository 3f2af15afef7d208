import { isTimestamp, readDate, type YamlValue } from '../../post-file';
import type { Message } from '../../problem';
import { rule } from '../types';

const FLAGS = [
  'math',
  'mermaid',
  'toc',
  'pin',
  'comments',
  'published',
  'hidden',
  'render_with_liquid',
];
const TEXTS = ['title', 'description'];
/** An unquoted value with a blank and `#` in it: YAML takes the rest for a comment. */
const CUT = /^([\w-]+):[ \t]+(?!["'|>[{&*!#])(\S.*?)[ \t]+(#\S.*)$/gm;

/** Front matter that says something else to Jekyll than to whoever wrote it. */
export const frontMatter = rule({
  id: 'front-matter',
  severity: 'warning',
  *check({ post }) {
    const { entries, yaml, zone } = post;
    for (const { key, message } of cutTexts(yaml)) yield { place: { key }, message };
    for (const { key, line } of twice(yaml)) {
      yield {
        place: { fileLine: line + 1, key },
        message: {
          en: `The key "${key}" stands twice, and Jekyll takes the last one. Remove this line.`,
          ko: `"${key}" 키가 두 번 있어 Jekyll은 마지막 것만 씁니다. 이 줄을 지우세요.`,
        },
      };
    }
    for (const key of TEXTS) {
      const value = entries.get(key)?.value;
      if (value === undefined || value === null || typeof value === 'string') continue;
      yield {
        place: { key },
        message: {
          en: `Jekyll reads "${key}" as ${kindOf(value).en}, not as text. Put the value in double quotes.`,
          ko: `Jekyll이 "${key}"을(를) 글이 아니라 ${kindOf(value).ko}(으)로 읽습니다. 값을 큰따옴표로 감싸세요.`,
        },
      };
    }
    for (const key of FLAGS) {
      const value = entries.get(key)?.value;
      if (typeof value !== 'string') continue;
      yield {
        place: { key },
        message: {
          en: `"${key}: ${value}" is a text, and any text counts as true. Write true or false without quotes.`,
          ko: `"${key}: ${value}"은(는) 글이라 무엇이든 참으로 여겨집니다. 따옴표 없이 true나 false로 쓰세요.`,
        },
      };
    }
    for (const key of ['tags', 'categories']) {
      const value = entries.get(key)?.value;
      if (typeof value !== 'string' || !value.includes(',')) continue;
      yield {
        place: { key },
        message: {
          en: `Jekyll splits "${value}" at blanks only, so the commas stay in the names. Write a list: [a, b].`,
          ko: `Jekyll은 "${value}"을(를) 빈칸에서만 나누어 쉼표가 이름에 남습니다. [a, b]처럼 목록으로 쓰세요.`,
        },
      };
    }
    const date = entries.get('date')?.value;
    if (date === undefined || date === null) return;
    if (readDate(date, zone) === null) {
      yield {
        place: { key: 'date' },
        message: {
          en: 'Jekyll cannot read this date. Write it as 2025-01-12 09:30:00 +0900.',
          ko: 'Jekyll이 이 날짜를 읽을 수 없습니다. 2025-01-12 09:30:00 +0900처럼 쓰세요.',
        },
      };
    } else if (
      isTimestamp(date) &&
      date.hasTime &&
      !/(?:Z|[+-]\d{1,2}(?::?\d{2})?)\s*$/i.test(date.source) &&
      zone !== 'UTC'
    ) {
      yield {
        place: { key: 'date' },
        message: {
          en: `Without a zone this time is UTC, not ${zone}. Add the offset, such as +0900.`,
          ko: `시간대가 없어 ${zone}이 아니라 UTC로 읽힙니다. +0900처럼 시차를 붙이세요.`,
        },
      };
    }
  },
});

function* cutTexts(yaml: string): Generator<{ key: string; message: Message }> {
  for (const [, key = '', kept = '', comment = ''] of yaml.matchAll(CUT)) {
    if (!TEXTS.includes(key) || /^#\s/.test(comment)) continue;
    yield {
      key,
      message: {
        en: `YAML takes "${comment}" for a comment: "${key}" is only "${kept}". Put the whole value in double quotes.`,
        ko: `YAML이 "${comment}"을(를) 주석으로 보아 "${key}"은(는) "${kept}"까지만 남습니다. 값 전체를 큰따옴표로 감싸세요.`,
      },
    };
  }
}

/** Keys at the top that come again, with the line of each but the last. */
function twice(yaml: string): { key: string; line: number }[] {
  const last = new Map<string, number>();
  const found: { key: string; line: number }[] = [];
  yaml.split('\n').forEach((text, index) => {
    const key = /^([A-Za-z_][\w-]*):(?:[ \t]|\r?$)/.exec(text)?.[1];
    if (key === undefined) return;
    const before = last.get(key);
    if (before !== undefined) found.push({ key, line: before });
    last.set(key, index + 1);
  });
  return found;
}

function kindOf(value: YamlValue): Message {
  if (isTimestamp(value)) return { en: 'a date', ko: '날짜' };
  if (typeof value === 'boolean') return { en: 'true or false', ko: '참·거짓' };
  if (typeof value === 'number') return { en: 'a number', ko: '숫자' };
  return Array.isArray(value) ? { en: 'a list', ko: '목록' } : { en: 'a map', ko: '맵' };
}
