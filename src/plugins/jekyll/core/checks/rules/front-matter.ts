import { isTimestamp, readDate, type YamlValue } from '../../post-file';
import type { Message } from '../../problem';
import type { CheckedPost, Finding } from '../types';
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
/**
 * An unquoted value with a blank and `#` in it: YAML takes the rest for a comment. "#2" and "# 2" are
 * numbers that are cut off, "# text" may well be a comment.
 */
const CUT = /^([\w-]+):[ \t]+(?!["'|>[{&*!#])(\S.*?)[ \t]+(#(?:\S|[ \t]+\d).*)$/gm;

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
    yield* notAtStart(post);
    for (const key of ['tags', 'categories']) {
      const value = entries.get(key)?.value;
      for (const name of Array.isArray(value) ? value : []) {
        const read = readAs(name);
        if (read === null || wordsOf(yaml, key).includes(read)) continue;
        yield {
          place: { key },
          message: {
            en: `Jekyll reads a name in "${key}" as ${kindOf(name).en}, and shows it as "${read}". Put the name in double quotes.`,
            ko: `Jekyll이 "${key}"의 이름 하나를 ${kindOf(name).ko}(으)로 읽어 "${read}"(으)로 보여 줍니다. 이름을 큰따옴표로 감싸세요.`,
          },
        };
      }
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

/** What stands at a key, word by word. */
function wordsOf(yaml: string, key: string): string[] {
  const start = yaml.search(new RegExp(`^${key}:`, 'm'));
  const rest = yaml.slice(start + key.length + 1);
  const end = rest.search(/^[^\s-]/m);
  return (end < 0 ? rest : rest.slice(0, end)).split(/[\s,[\]"']+/);
}

/** A name that YAML takes for no text, as Jekyll shows it. */
function readAs(name: YamlValue): string | null {
  return typeof name === 'boolean' || typeof name === 'number' ? String(name) : null;
}

/** Front matter that is none for Jekyll: it has to be the first thing in the file. */
function* notAtStart({ entries, yaml, body }: CheckedPost): Generator<Finding> {
  if (yaml !== '' || entries.size > 0) return;
  const match = /^\s*(?=---[ \t]*\n(?:[ \t]*[\w-]+:.*\n|[ \t-]+.*\n)+---[ \t]*(?:\n|$))/.exec(
    body.text,
  );
  if (!match) return;
  yield {
    place: { offset: match[0].length },
    message: {
      en: 'The front matter does not start on the first line, so Jekyll takes it for text. Remove what stands above it.',
      ko: '머리말이 첫 줄에서 시작하지 않아 Jekyll이 본문으로 봅니다. 위의 빈 줄을 지우세요.',
    },
  };
}

function* cutTexts(yaml: string): Generator<{ key: string; message: Message }> {
  for (const [, key = '', kept = '', comment = ''] of yaml.matchAll(CUT)) {
    if (!TEXTS.includes(key)) continue;
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
