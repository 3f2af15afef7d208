import { rule } from '../types';

/** kramdown makes a table of any paragraph with a pipe (its syntax page, "Tables"). */
export const kramdownTable = rule({
  id: 'kramdown-table',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('|')) return;
    const lines = body.markdown.split('\n');
    for (const { start, end } of body.parsed.tables) {
      const rows = lines.slice(start, end);
      // A line of dashes, or pipes at both ends, says that a table is meant.
      if (rows.some((row) => /^[ \t>]*[|:+-][|:+ \t-]*-[|:+ \t-]*$/.test(row))) continue;
      if (rows.every((row) => /^[ \t>]*\|.*\|[ \t]*$/.test(row))) continue;
      if (rows.length > 1 && rows.every((row) => /^[ \t>]*\|/.test(row))) continue;
      const pipe = rows.findIndex((row) => row.includes('|'));
      yield {
        place: { bodyLine: start + Math.max(pipe, 0) + 1 },
        message: {
          en: 'The "|" in this paragraph makes a table of it. Write "\\|" where a bar is meant.',
          ko: '이 문단의 "|" 때문에 표로 바뀝니다. 막대 글자를 쓰려면 "\\|"로 적으세요.',
        },
      };
    }
  },
});
