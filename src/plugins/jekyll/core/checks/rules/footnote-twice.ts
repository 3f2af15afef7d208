import { rule } from '../types';

/** Of two definitions of one footnote kramdown shows the last. */
export const footnoteTwice = rule({
  id: 'footnote-twice',
  severity: 'warning',
  *check({ post }) {
    const { definitions } = post.body.footnotes;
    const last = new Map(definitions.map((definition) => [definition.label, definition]));
    for (const definition of definitions) {
      const { label, offset } = definition;
      if (last.get(label) === definition) continue;
      yield {
        place: { offset },
        message: {
          en: `The footnote [^${label}] is defined again below, and only the last definition is shown. Give one of them another name.`,
          ko: `각주 [^${label}]이(가) 아래에서 다시 정의되어 마지막 정의만 보입니다. 한쪽의 이름을 바꾸세요.`,
        },
      };
    }
  },
});
