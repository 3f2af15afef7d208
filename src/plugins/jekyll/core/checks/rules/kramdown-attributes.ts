import type { Message } from '../../problem';
import { rule } from '../types';

/** An attribute list behind a blank or a word, with a class, an id or a value in it. */
const APART = /(?:\S[ \t]+|[\p{L}\p{N}.,:;!?])(\{:(?![:/])[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}\n]*\})/gu;
/** Before a list of a block: marks of quotations and lists. */
const NOT_TEXT = /^(?:[ \t>*+-]*|[ \t]*\d+\.[ \t]*)$/;
/** What a list alone above nothing was meant for, by what it says. */
const BLOCKS: readonly (readonly [RegExp, RegExp])[] = [
  [/\.prompt-\w/, /^>/],
  [/\bfile\s*=|\.(?:nolineno|noheader)\b/, /^(?:```|~~~)/],
];
const OWN_LINE = /^ {0,3}\{:(?![:/])([^{}\n]*)\}[ \t]*$/;

/**
 * Attribute lists that go elsewhere than meant (kramdown's syntax page, "Inline Attribute Lists"):
 * behind a blank or plain text they are text; after a blank line they belong to the next block.
 */
export const kramdownAttributes = rule({
  id: 'kramdown-attributes',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('{:')) return;
    const { warnings } = body.parsed;
    for (const { code, message, line } of warnings) {
      if (code !== 'attribute-list-empty') continue;
      const list = /: (.*)$/.exec(message)?.[1]?.trim() ?? '';
      if (!/=/.test(list)) continue;
      yield {
        place: { bodyLine: line },
        message: {
          en: `kramdown reads nothing from {:${list}}. Put values in quotes: width="300".`,
          ko: `kramdown이 {:${list}}에서 아무것도 읽지 못합니다. width="300"처럼 값을 따옴표로 감싸세요.`,
        },
      };
    }
    const isText = warnings.some(({ code }) => code === 'attribute-list-after-text');
    const images = new Set(body.links.images.map(({ end }) => end));
    for (const match of isText ? body.markdown.matchAll(APART) : []) {
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
          en: `${list} touches nothing that can have it, so the page shows it as text. ${remedyOf(before).en}`,
          ko: `${list}이(가) 적용될 것에 붙어 있지 않아 페이지에 글자로 나옵니다. ${remedyOf(before).ko}`,
        },
      };
    }
    const lines = body.markdown.split('\n');
    const spelled = body.text.split('\n');
    for (const [index, line] of lines.entries()) {
      const list = OWN_LINE.exec(line)?.[1] ?? '';
      if (index < 2 || lines[index - 1]?.trim() !== '') continue;
      const block = BLOCKS.find(([said]) => said.test(list))?.[1];
      if (!block?.test(blockAbove(lines, index - 1)) || block.test(lines[index + 1] ?? ''))
        continue;
      if (body.regionAt(spelled.slice(0, index).join('\n').length + 1)) continue;
      yield {
        place: { bodyLine: index + 1 },
        message: cutOff(line.trim(), spelled[index - 1]?.trim() ?? ''),
      };
    }
  },
});

/** @param above what stands between the list and its block: nothing, or a tag of which a blank line is left */
const cutOff = (list: string, above: string): Message =>
  above === ''
    ? {
        en: `The blank line above ${list} keeps it from the block there. Remove the blank line.`,
        ko: `${list} 위에 빈 줄이 있어 그 위 블록에 적용되지 않습니다. 빈 줄을 지우세요.`,
      }
    : {
        en: `Of ${above} a blank line is left, which keeps ${list} from the block above. Put ${list} before ${above}.`,
        ko: `${above} 자리에 빈 줄이 남아 ${list}이(가) 그 위 블록에 적용되지 않습니다. ${list}을(를) ${above} 앞으로 옮기세요.`,
      };

/** What to do about a list that is text, by what stands before it in its line. */
function remedyOf(before: string): Message {
  return /^#{1,6}[ \t]/.test(before)
    ? {
        en: 'A heading has its list on the next line, and its id as {#id}.',
        ko: '제목의 속성은 다음 줄에, 아이디는 {#id}로 쓰세요.',
      }
    : {
        en: 'Put it right behind a link, an image, code or emphasis.',
        ko: '링크, 이미지, 코드, 강조 바로 뒤에 붙이세요.',
      };
}

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
