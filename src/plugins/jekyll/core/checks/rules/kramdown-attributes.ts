import { rule } from '../types';

/** An attribute list behind a blank in a line, with a class, an id or a value in it. */
const APART = /\S[ \t]+(\{:(?![:/])[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\})/g;
/** Before a list of a block: marks of quotations and lists. Cells and headings have lists of their own. */
const NOT_TEXT = /^(?:[ \t>*+-]*|[ \t]*\d+\.[ \t]*|[ \t]*\|.*|#{1,6}[ \t].*)$/;
const OWN_LINE = /^ {0,3}\{:(?![:/])([^{}\n]*)\}[ \t]*$/;

/**
 * Attribute lists that go elsewhere than meant (kramdown's syntax page, "Inline Attribute Lists"):
 * behind a blank they are text; after a blank line they belong to the next block.
 */
export const kramdownAttributes = rule({
  id: 'kramdown-attributes',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('{:')) return;
    const images = new Set(body.links.images.map(({ end }) => end));
    for (const match of body.markdown.matchAll(APART)) {
      const [source, list = ''] = match;
      const offset = match.index + source.length - list.length;
      const line = lineOf(body.text, offset);
      const before = line.slice(0, line.indexOf(list));
      if (body.regionAt(offset) || NOT_TEXT.test(before)) continue;
      // What belongs to an image is `image-attributes`.
      if (images.has(match.index + 1)) continue;
      yield {
        place: { offset },
        message: {
          en: `${list} stands behind a blank, so the page shows it as text. Put it right behind what it is for.`,
          ko: `${list} 앞에 빈칸이 있어 페이지에 글자로 나옵니다. 적용할 것 바로 뒤에 붙이세요.`,
        },
      };
    }
    const lines = body.markdown.split('\n');
    for (const [index, line] of lines.entries()) {
      const list = OWN_LINE.exec(line)?.[1] ?? '';
      if (!/\.prompt-\w/.test(list) || index < 2 || lines[index - 1]?.trim() !== '') continue;
      const above = blockAbove(lines, index - 1);
      if (!above.startsWith('>') || (lines[index + 1] ?? '').startsWith('>')) continue;
      if (body.regionAt(body.text.split('\n').slice(0, index).join('\n').length + 1)) continue;
      yield {
        place: { bodyLine: index + 1 },
        message: {
          en: `The blank line above ${line.trim()} keeps it from the quotation. Remove the blank line.`,
          ko: `${line.trim()} 위에 빈 줄이 있어 인용문에 적용되지 않습니다. 빈 줄을 지우세요.`,
        },
      };
    }
  },
});

function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
}

function blockAbove(lines: readonly string[], at: number): string {
  for (let i = at; i >= 0; i -= 1) {
    const line = lines[i]?.trim() ?? '';
    if (line !== '') return line;
  }
  return '';
}
