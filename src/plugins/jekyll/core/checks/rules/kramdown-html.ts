import { rule } from '../types';

/** What kramdown says of an element that it closes itself, with its name. */
const NAME = /'([^']+)'/;

/** An element that is opened and not closed takes in what follows. */
export const kramdownHtml = rule({
  id: 'kramdown-html',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('<')) return;
    for (const { code, message, line } of body.parsed.warnings) {
      if (code !== 'element-unclosed') continue;
      const name = NAME.exec(message)?.[1] ?? '';
      yield {
        place: { bodyLine: line },
        message: {
          en: `<${name}> is never closed and takes in what follows. Add </${name}>, or write &lt;${name}&gt; where the word is meant.`,
          ko: `<${name}>이(가) 닫히지 않아 뒤의 내용까지 들어갑니다. </${name}>을(를) 넣거나, 글자로 보이려면 &lt;${name}&gt;로 적으세요.`,
        },
      };
    }
  },
});
