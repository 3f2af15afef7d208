import { rule } from '../types';

/** An attribute list behind blanks, or on the next line. */
const BEHIND = /^(?:[ \t]+|[ \t]*\n[ \t]*)\{:(?![:/])([^{}\n]*)\}/;
/** A class, an id or a value: a list that is meant as one. */
const LIST = /^\s*(?:[.#][\w-]|[\w-]+\s*=)/;
/** What only an image can use; a class may be meant for the paragraph. */
const OF_IMAGE = /\b(?:w|h|width|height|lqip|alt)\s*=|(?:^|\s)\.(?:shadow|light|dark)\b/;

/**
 * An attribute list belongs to an image only where it touches it; on the next line it belongs to the
 * paragraph, and behind a blank it is printed (kramdown's syntax page, "Span Inline Attribute Lists").
 */
export const imageAttributes = rule({
  id: 'image-attributes',
  severity: 'warning',
  *check({ post }) {
    const { markdown, links } = post.body;
    for (const { end, attributes, html } of links.images) {
      if (html || attributes !== null) continue;
      const match = BEHIND.exec(markdown.slice(end, end + 400));
      if (!match) continue;
      const isBelow = match[0].includes('\n');
      if (!(isBelow ? OF_IMAGE : LIST).test(match[1] ?? '')) continue;
      const list = `{:${match[1]}}`;
      yield {
        place: { offset: end + match[0].indexOf('{:') },
        message: isBelow
          ? {
              en: `${list} stands below the image and goes to its paragraph instead. Put it right behind the closing parenthesis: ![…](…)${list}.`,
              ko: `${list}이(가) 이미지 다음 줄에 있어 이미지가 아니라 문단에 적용됩니다. 닫는 괄호 바로 뒤에 붙이세요: ![…](…)${list}.`,
            }
          : {
              en: `${list} does not touch the image, so the page shows it as text. Take out the blank: ![…](…)${list}.`,
              ko: `${list}이(가) 이미지에 붙어 있지 않아 페이지에 글자로 나옵니다. 빈칸을 지우세요: ![…](…)${list}.`,
            },
      };
    }
  },
});
