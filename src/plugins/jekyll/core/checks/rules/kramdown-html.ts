import type { Lines, Parsed } from '../body';
import { rule } from '../types';

interface Tag {
  readonly name: string;
  /** From 1, in the body. */
  readonly line: number;
}

/** An element that is opened and not closed takes in what follows. */
export const kramdownHtml = rule({
  id: 'kramdown-html',
  severity: 'warning',
  *check({ post: { body } }) {
    if (!body.markdown.includes('<')) return;
    const comment = body.prose.indexOf('<!--');
    if (comment >= 0 && body.text[comment - 1] !== '\\') {
      yield {
        place: { offset: comment },
        message: {
          en: 'The comment <!-- is never closed, so the page shows it. Add -->.',
          ko: '주석 <!--가 닫히지 않아 페이지에 나옵니다. -->를 넣으세요.',
        },
      };
    }
    for (const { name, line } of culprits(body.parsed)) {
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

/**
 * Of the elements that kramdown closes itself those that are to blame: one that has its end tag only
 * could not see it, because an element within is open, and what lies in an open one may well be right.
 */
function* culprits({ warnings, elements }: Parsed): Generator<Tag> {
  const told = (wanted: string): Tag[] =>
    warnings
      .filter(({ code }) => code === wanted)
      .map(({ message, line }) => ({ name: /'([^']+)'/.exec(message)?.[1] ?? '', line }))
      .sort((a, b) => a.line - b.line);
  const strays = told('closing-tag-stray');
  let taken: Lines | null = null;
  for (const tag of told('element-unclosed')) {
    const { name, line } = tag;
    if (taken && line - 1 >= taken.start && line - 1 < taken.end) continue;
    const lines: Lines = elements.find(
      (element) => element.name === name && element.start === line - 1,
    ) ?? { start: line - 1, end: line };
    const end = strays.findIndex(
      (stray) => stray.name === name && stray.line >= line && stray.line <= lines.end,
    );
    if (end >= 0) {
      strays.splice(end, 1);
      continue;
    }
    taken = lines;
    yield tag;
  }
}
