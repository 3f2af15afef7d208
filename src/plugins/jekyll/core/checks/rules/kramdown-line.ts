import { rule } from '../types';

const RULE = /^ {0,3}([*_-])(?:[ \t]*\1){2,}[ \t]*$/;
const BELOW_TEXT =
  /\S[ \t]*\n[ \t>]{0,8}(?:-[ \t]*-|\*[ \t]*\*[ \t]*\*|_[ \t]*_[ \t]*_)[ \t*_-]*(?:\n|$)/;
/** A sentence, or an image: nobody's heading. */
const NO_HEADING = /[.。]["'”’*_)]*[ \t]*$|^!\[[^\]]*\]\([^)]*\)(?:\{:[^}]*\})?[ \t]*$/;

/**
 * A line below a text without a blank line between: `---` makes a heading of one line of text, and
 * of more it is printed (kramdown's syntax page, "Setext Style Headers", "Horizontal Rules").
 */
export const kramdownLine = rule({
  id: 'kramdown-line',
  severity: 'warning',
  *check({ post: { body } }) {
    // To parse a post costs time: most have no line of signs below a text.
    if (!BELOW_TEXT.test(body.prose)) return;
    for (const { line, lines } of body.parsed.paragraphs) {
      for (const [index, text] of lines.entries()) {
        if (index === 0 || !RULE.test(text)) continue;
        yield {
          place: { bodyLine: line + index },
          message: {
            en: `Without a blank line above it this "${text.trim()}" is no rule but text. Put one there.`,
            ko: `위에 빈 줄이 없어 이 "${text.trim()}"이(가) 가로줄이 아니라 글자로 나옵니다. 빈 줄을 넣으세요.`,
          },
        };
      }
    }
    const source = body.markdown.split('\n');
    for (const { line } of body.parsed.headings) {
      const text = source[line - 1] ?? '';
      const below = source[line] ?? '';
      if (!/^-+[ \t]*$/.test(below) || !NO_HEADING.test(text)) continue;
      yield {
        place: { bodyLine: line + 1 },
        message: {
          en: `The "${below.trim()}" makes a heading of the line above. Put a blank line between them.`,
          ko: `"${below.trim()}" 때문에 윗줄이 제목이 됩니다. 사이에 빈 줄을 넣으세요.`,
        },
      };
    }
  },
});
