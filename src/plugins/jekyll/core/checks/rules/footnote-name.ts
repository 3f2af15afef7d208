import { rule } from '../types';

/** Names of footnotes are ASCII letters, digits, `_` and `-` (kramdown's syntax page, "Footnotes"). */
export const footnoteName = rule({
  id: 'footnote-name',
  severity: 'error',
  *check({ post }) {
    const { oddDefinitions, oddUses } = post.body.footnotes;
    const dropped = new Set(oddDefinitions.map(({ label }) => label));
    for (const { label, offset } of oddDefinitions) {
      yield {
        place: { offset },
        message: {
          en: `kramdown takes "[^${label}]:" for no footnote and drops the line. Name it with ASCII letters, digits, "-" and "_" only, here and in the text.`,
          ko: `kramdown은 "[^${label}]:"을(를) 각주로 보지 않고 줄을 버립니다. 이곳과 본문에서 영문자, 숫자, "-", "_"만으로 이름을 지으세요.`,
        },
      };
    }
    for (const { label, offset } of oddUses) {
      // Alone it may be any text in brackets, such as a part of a regular expression.
      if (!dropped.has(label)) continue;
      yield {
        place: { offset },
        message: {
          en: `"[^${label}]" is no footnote for kramdown: its name may hold ASCII letters, digits, "-" and "_" only. Rename it here and in its definition.`,
          ko: `kramdown은 "[^${label}]"을(를) 각주로 보지 않습니다. 이름에는 영문자, 숫자, "-", "_"만 쓸 수 있습니다. 이곳과 정의에서 이름을 바꾸세요.`,
        },
      };
    }
  },
});
