import fc from 'fast-check';
import { parsePostFile, printPostFile } from './index';
import { itWithShared } from '../../../../../tests/helpers/shared';
import { ODD_FRONT_MATTERS, realPosts } from './testing/texts';

/** Pieces that front matter is made of, and what spoils it. */
const PIECES = [
  '---',
  '...',
  '--- ',
  '---\t',
  '----',
  '\n',
  '\r\n',
  '\r',
  '\uFEFF',
  'title: x',
  'a: [',
  '"',
  ' ',
  '\t',
  '\f',
  '\u2028',
  '\u0085',
  '본문',
  '{% raw %}',
  '# h',
  '\u0000',
];
const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('parsePostFile', () => {
  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        expect(printPostFile(parsePostFile(text))).toBe(text);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it("finds front matter exactly where Jekyll's expression does", () => {
    // Ruby's ^ and $ know only \n, so they are spelled out here.
    const jekyll =
      /^(---[ \t\r\n\f\v]*\n[^]*?\n?)(?<=\n)(?:---|\.\.\.)[ \t\r\n\f\v]*?(?=\n|$(?![^]))\n?/;
    fc.assert(
      fc.property(texts, (text) => {
        const { bom, frontMatter } = parsePostFile(text);
        const match = jekyll.exec(text.slice(bom.length));
        expect(frontMatter && frontMatter.open + frontMatter.yaml).toBe(match?.[1] ?? null);
      }),
      { seed: 12, numRuns: 3000 },
    );
  });

  it.each([
    ['---\na: 1\n---\nbody\n', 'a: 1\n', '---\n', 'body\n'],
    ['\uFEFF---  \r\na: 1\r\n...\t\r\n\r\nbody', 'a: 1\r\n', '...\t\r\n', '\r\nbody'],
    ['---\n---', '', '---', ''],
    ['---\n----\na: 1\n---\n', '----\na: 1\n', '---\n', ''],
  ])('splits %j', (text, yaml, close, body) => {
    const file = parsePostFile(text);
    expect(file.frontMatter?.yaml).toBe(yaml);
    expect(file.frontMatter?.close).toBe(close);
    expect(file.body).toBe(body);
  });

  it.each(['', '---', '--- x\na: 1\n---\n', ' ---\na: 1\n---\n', '---\na: 1\n', '\n---\n---\n'])(
    'sees no front matter in %j',
    (text) => {
      expect(parsePostFile(text).frontMatter).toBeNull();
    },
  );

  itWithShared('loses nothing of the real posts, with either line end and cut anywhere', () => {
    for (const { text } of realPosts()) {
      for (const changed of [
        text,
        text.replace(/\n/g, '\r\n'),
        `\uFEFF${text}`,
        text.slice(0, 99),
      ]) {
        expect(printPostFile(parsePostFile(changed))).toBe(changed);
      }
      expect(parsePostFile(text).frontMatter).not.toBeNull();
    }
  });

  it('keeps odd front matters verbatim', () => {
    for (const yaml of ODD_FRONT_MATTERS) {
      expect(parsePostFile(`---\n${yaml}---\nbody`).frontMatter?.yaml).toBe(yaml);
    }
  });
});
