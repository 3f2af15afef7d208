import fc from 'fast-check';
import { checkPost, questionsOf, takeApart } from './index';
import { readAddressRules } from '../address';
import { post } from './testing/findings';

const PIECES = [
  '{{',
  '}}',
  '{%',
  '%}',
  '{% raw %}',
  '{% endraw %}',
  '{% if x %}',
  '{: .a}',
  '{:',
  '[^1]',
  '[^1]:',
  '[^가]',
  '![',
  '](',
  ')',
  '[a](b)',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '$$',
  '`',
  '```',
  '~~~',
  '|',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '# ',
  '## ',
  '### ',
  '---',
  '\\',
  '"',
  "'",
  '<',
  '>',
  'http://a.b',
  '가',
  'é',
  '\u2028',
  '\u00a0',
  '😀',
  '\ud800',
  '\r\n',
  '\r',
  '#',
  'title: a',
  '{::comment}',
];
const sample = [
  post(
    '## 연구\n\n### 첫 소식 [^ref-a-1]\n\n- 내용 ![그림](a.png){: w="6"}\n\n[^ref-a-1]: [글](https://a.b)',
  ),
  post('```yaml\na: ${{ secrets.X }}\n```\n\n| a | b |\n|---|---|\n\n<details>\n**x**\n</details>'),
];
const noise = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((parts) => parts.join(''));
/** A post with a stretch of it replaced by noise. */
const mangled = fc
  .tuple(fc.constantFrom(...sample), fc.nat(), fc.nat(40), noise)
  .map(([text, at, length, by]) => {
    const start = at % text.length;
    return text.slice(0, start) + by + text.slice(start + length);
  });

const facts = {
  site: { cdn: null, baseurl: '', url: 'https://blog.example' },
  address: readAddressRules({ permalink: '/posts/:title/' }),
  fileSize: () => null,
  postAt: () => null,
  hasPostNamed: () => false,
  publishedAddress: '/posts/old/',
};

describe('the checks', () => {
  it('throw on no text, and place what they find in it', () => {
    fc.assert(
      fc.property(fc.oneof(mangled, noise), (text) => {
        const file = { text, path: '_posts/2025-01-12-post.md', zone: 'Asia/Seoul' };
        const lines = text.split(/\r\n?|\n/).length;
        for (const problem of checkPost(file, { facts, now: 0 })) {
          expect(problem.line ?? 1).toBeGreaterThanOrEqual(1);
          expect(problem.line ?? 1).toBeLessThanOrEqual(lines);
          expect(problem.column ?? 1).toBeGreaterThanOrEqual(1);
        }
        const apart = takeApart(file);
        if (apart) questionsOf(apart, facts);
      }),
      { seed: 11, numRuns: process.env['JEKYLL_CMS_FULL'] ? 20_000 : 1_000 },
    );
  });

  it('need little time for a long line of anything', () => {
    // A bracket that nothing closes is tried with every link behind it.
    for (const piece of [...PIECES, '[![a](b)](c) [', '[a][b] ', '[a] (']) {
      const text = post(`[ ${piece.repeat(Math.floor(50_000 / piece.length))}`);
      const before = performance.now();
      checkPost(
        { text, path: '_posts/2025-01-12-post.md', zone: 'UTC' },
        { facts, now: 0, fast: true },
      );
      expect({ piece, slow: performance.now() - before > 2_000 }).toEqual({ piece, slow: false });
    }
  });
});
