import { rule } from '../types';

/** kramdown leaves out definitions that nothing uses. */
export const footnoteUnused = rule({
  id: 'footnote-unused',
  severity: 'warning',
  advice: true,
  *check({ post }) {
    const { uses, definitions } = post.body.footnotes;
    const used = new Set(uses.map(({ label }) => label));
    for (const { label, offset } of definitions) {
      if (used.has(label)) continue;
      yield {
        place: { offset },
        message: {
          en: `Nothing uses the footnote [^${label}], so the page leaves it out. Put its mark into the text, or remove the definition.`,
          ko: `각주 [^${label}]을(를) 쓰는 곳이 없어 페이지에서 빠집니다. 글에 각주 표시를 넣거나 정의를 지우세요.`,
        },
      };
    }
  },
});
