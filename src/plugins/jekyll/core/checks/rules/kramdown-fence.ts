import type { Message } from '../../problem';
import type { Body } from '../body';
import { rule } from '../types';

/** Three marks and more, with what language they may name behind them. */
const FENCE = /^[ \t]*(?:`{3,}[^`]*|~{3,}[^~]*|\$\$[ \t]*)$/;

/** A fence without its other half is text, and so is all that was to be code (its syntax page, "Fenced Code Blocks"). */
export const kramdownFence = rule({
  id: 'kramdown-fence',
  severity: 'warning',
  *check({ post: { body } }) {
    // To parse a post costs time: most have no line that might be half a fence.
    if (!mayHaveHalf(body)) return;
    let isHalf = false;
    for (const { line, lines } of body.parsed.paragraphs) {
      const index = lines.findIndex((text) => FENCE.test(text));
      if (index < 0) continue;
      // Within a paragraph a formula is one of its line, as long as it ends there.
      if (/^[ \t]*\$/.test(lines[index] ?? '') && isPaired(lines)) continue;
      const isNamed = /^[ \t]*(?:`{3,}(?!`)|~{3,}(?!~))[ \t]*\S+[ \t]+\S/.test(lines[index] ?? '');
      // What closes a block that did not open is told with it.
      const isOther: boolean = isHalf && /^[ \t]*[`~]+[ \t]*$/.test(lines[index] ?? '');
      isHalf = !isOther && !lines.slice(index + 1).some((text) => FENCE.test(text));
      if (isOther) continue;
      const fence = /[`~$]+/.exec(lines[index] ?? '')?.[0] ?? '';
      yield {
        place: { bodyLine: line + index },
        message: isNamed ? named(fence) : index > 0 ? belowText(fence) : alone(fence),
      };
    }
  },
});

const named = (fence: string): Message => ({
  en: `kramdown takes one word behind ${fence} and no more, so this is no code block. Leave the language only.`,
  ko: `kramdown은 ${fence} 뒤에 한 낱말만 받으므로 코드 블록이 되지 않습니다. 언어만 남기세요.`,
});

const belowText = (fence: string): Message => ({
  en: `This ${fence} belongs to the text above, which ends at the next blank line, and is shown as text. Put a blank line above it, or indent all of the code as the text is.`,
  ko: `이 ${fence}이(가) 윗글에 이어져 다음 빈 줄에서 끊기고 글자로 나옵니다. 위에 빈 줄을 넣거나, 코드 전체를 윗글만큼 들여 쓰세요.`,
});

const alone = (fence: string): Message => ({
  en: `kramdown finds no pair for this ${fence} and shows it as text. Write a closing line of ${fence} and nothing else, as far indented as the opening one.`,
  ko: `kramdown이 이 ${fence}의 짝을 찾지 못해 글자로 보여 줍니다. 여는 줄과 같은 들여쓰기로, ${fence}만 있는 닫는 줄을 쓰세요.`,
});

const isPaired = (lines: readonly string[]): boolean =>
  (lines.join('\n').match(/\$\$/g)?.length ?? 0) % 2 === 0;

/** A fence right below the text of an item: the item ends it at its first blank line. */
const BELOW_ITEM = /^[ \t]*(?:[-*+]|\d+\.)[ \t].*\n(?:[ \t]+\S.*\n)*[ \t]*(?:`{3}|~{3})/m;

/** Whether a fence stands in running text, or kramdown may read one as a span of code. */
const mayHaveHalf = ({ prose, regions, markdown }: Body): boolean =>
  /^[ \t>]*(?:[-*+]|\d+\.)?[ \t]{0,8}(?:`{3}|~{3}|\$\$[ \t]*$)/m.test(prose) ||
  BELOW_ITEM.test(markdown) ||
  regions.some(
    ({ kind, block, start, end }) =>
      kind === 'code' && !block && /^`{3}.*\n/.test(markdown.slice(start, end)),
  );
