import { rule } from '../types';

/** kramdown prints a mark without a definition as it stands: the reference is lost. */
export const footnoteUndefined = rule({
  id: 'footnote-undefined',
  severity: 'error',
  *check({ post }) {
    const { uses, definitions } = post.body.footnotes;
    const defined = new Set(definitions.map(({ label }) => label));
    const undefinedOnes = uses.filter(({ label }) => !defined.has(label));
    if (undefinedOnes.length === 0) return;
    const missed = post.body.parsed.warnings
      .filter(({ code }) => code === 'footnote-missing')
      .map(({ message }) => message);
    for (const { label, offset } of undefinedOnes) {
      if (
        !missed.some((message) => message.includes(`'${label}'`)) ||
        isPattern(post.body.text, offset, label, defined.size === 0)
      )
        continue;
      yield {
        place: { offset },
        message: {
          en: `The footnote [^${label}] has no definition, so the page shows the mark itself. Add a line "[^${label}]: …", or take the mark out.`,
          ko: `각주 [^${label}]의 정의가 없어 페이지에 표시가 그대로 나옵니다. "[^${label}]: …" 줄을 넣거나 표시를 빼세요.`,
        },
      };
    }
  },
});

/**
 * `[^a-z]`, `[^abc]+`: characters of a regular expression, no footnote. In a post that defines no
 * footnote at all, only what is named like one counts.
 */
function isPattern(text: string, offset: number, label: string, alone: boolean): boolean {
  const before = text[offset - 1] ?? '';
  const after = text.slice(offset + label.length + 3).slice(0, 2);
  if (/^(?:[+*?]|\{\d)/.test(after) || (/[(|^\\/"]/.test(before) && /^[)|$/"]/.test(after)))
    return true;
  if (/^(?:[A-Za-z]-[A-Za-z]|0-9)/.test(label)) return true;
  return (
    alone && !/^(?:\d+|\w*[a-z]-?\d+|(?:ref|fn|note|footnote|cite|source)\b.*|\w+-.*)$/i.test(label)
  );
}
