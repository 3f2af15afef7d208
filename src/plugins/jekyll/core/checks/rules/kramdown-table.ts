import type { Body } from '../body';
import { rule } from '../types';

/** The line between the head of a table and its rows. */
const SEPARATOR = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|?)+$/;

/** kramdown makes a table of any paragraph with a pipe (its syntax page, "Tables"). */
export const kramdownTable = rule({
  id: 'kramdown-table',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('|')) return;
    for (const { line, lines } of body.parsed.paragraphs) {
      const index = lines.findIndex((text) => text.includes('|') && SEPARATOR.test(text));
      if (index < 2) continue;
      yield {
        place: { bodyLine: line + index - 1 },
        message: {
          en: 'This table is text, because there is no blank line above it. Put one there.',
          ko: '위에 빈 줄이 없어 이 표가 글자로 나옵니다. 빈 줄을 넣으세요.',
        },
      };
    }
    const lines = body.markdown.split('\n');
    for (const { start, end } of body.parsed.tables) {
      const rows = lines.slice(start, end);
      // A line of dashes, or pipes at both ends, says that a table is meant.
      if (rows.some((row) => /^[ \t>]*[|:+-][|:+ \t-]*-[|:+ \t-]*$/.test(row))) continue;
      if (rows.every((row) => /^[ \t>]*\|.*\|[ \t]*$/.test(row))) continue;
      if (rows.length > 1 && rows.every((row) => /^[ \t>]*\|/.test(row))) continue;
      const pipe = rows.findIndex((row) => row.includes('|'));
      const at = firstBar(body, lines.slice(0, start + Math.max(pipe, 0)).join('\n').length);
      const isMath = body.regionAt(at)?.kind === 'math' || /\$[^$]*$/.test(before(body.text, at));
      const wanted = isMath ? '\\vert' : '\\|';
      yield {
        place: { offset: at },
        message: {
          en: `The "|" in this paragraph makes a table of it. Write "${wanted}" where a bar is meant.`,
          ko: `이 문단의 "|" 때문에 표로 바뀝니다. 막대를 그대로 보이려면 "${wanted}"(으)로 적으세요.`,
        },
      };
    }
  },
});

/** The first bar behind an offset that stands neither in code nor behind a backslash. */
function firstBar({ text, regionAt }: Body, from: number): number {
  const first = text.indexOf('|', from);
  for (let at = first; at >= 0; at = text.indexOf('|', at + 1)) {
    if (text[at - 1] !== '\\' && regionAt(at)?.kind !== 'code') return at;
  }
  return first;
}

/** What stands before an offset in its line. */
const before = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
