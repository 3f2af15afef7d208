import { itWithJekyll } from '../helpers/programs';
import { Oracle } from './oracle';

jest.setTimeout(120_000);

let oracle: Oracle;
beforeEach(() => {
  oracle = new Oracle(30);
});
afterEach(() => oracle.close());

/** So many ways to begin that the real kramdown tries for minutes. */
const SLOW = '**a '.repeat(300);

describe('the real kramdown', () => {
  itWithJekyll('answers as Jekyll does and as the library does', async () => {
    const text = '# 제목\n\n```\na\n```\n';
    const [jekyll, library] = await oracle.askAll([
      { text, mode: 'jekyll' },
      { text, mode: 'kramdown' },
    ]);
    expect(jekyll?.html).toContain('<h1 id="제목">제목</h1>');
    expect(jekyll?.html).toContain('<div class="language-plaintext highlighter-rouge">');
    expect(library?.html).toBe('<h1 id="section">제목</h1>\n\n<p><code>\na\n</code></p>\n');
  });

  itWithJekyll('keeps the options of one document from the next', async () => {
    const plain = { text: '# a\n', mode: 'jekyll' } as const;
    const answers = await oracle.askAll([plain, { ...plain, options: { auto_ids: false } }, plain]);
    expect(answers.map(({ html }) => html.trim())).toEqual([
      '<h1 id="a">a</h1>',
      '<h1>a</h1>',
      '<h1 id="a">a</h1>',
    ]);
  });

  itWithJekyll('gives the warnings of both', async () => {
    const text = 'a[^1]\n\n<div>\n';
    const expected = [
      "Found no end tag for 'div' on line 3 - auto-closing it",
      "Footnote definition for '1' not found on line 1",
    ];
    for (const mode of ['jekyll', 'kramdown'] as const)
      expect((await oracle.ask({ text, mode })).warnings).toEqual(expected);
  });

  itWithJekyll('gives up a document that takes too long, and only that', async () => {
    oracle.close();
    oracle = new Oracle(2);
    const [slow, next] = await oracle.askAll([
      { text: SLOW, mode: 'jekyll' },
      { text: 'a', mode: 'jekyll' },
    ]);
    expect(slow?.error).toBe('took too long');
    expect(next?.html).toBe('<p>a</p>\n');
  });

  itWithJekyll('is started again when it dies', async () => {
    await oracle.ask({ text: 'a', mode: 'kramdown' });
    const first = oracle.pid;
    const lost = oracle.ask({ text: SLOW, mode: 'kramdown' });
    const kept = oracle.ask({ text: 'b', mode: 'kramdown' });
    process.kill(first ?? 0, 'SIGKILL');
    expect((await lost).error).toMatch(/^kramdown ended/);
    expect((await kept).html).toBe('<p>b</p>\n');
    expect(oracle.pid).not.toBe(first);
  });
});
