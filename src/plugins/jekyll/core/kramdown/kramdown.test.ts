// eslint-disable-next-line no-restricted-imports -- the fixtures are text files; what is tested reads none
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import { convert, kramdown, render, type KramdownResult } from './index';
import { tokenMaker } from './tokens/maker';
import { parseFixtures } from './testing/fixtures';
import { normalHtml } from './testing/normal-html';

const folder = path.join(__dirname, 'testing/fixtures');

describe.each(readdirSync(folder).map((file) => file.replace(/\.txt$/, '')))('%s', (rule) => {
  const fixtures = parseFixtures(readFileSync(path.join(folder, `${rule}.txt`), 'utf8'));
  test.each(fixtures)('$name', ({ markdown, html, input }) => {
    expect(normalHtml(render(markdown, { input }))).toBe(normalHtml(html));
  });
});

describe('comparison of HTML', () => {
  test.each([
    ['<p>a</p>', '<p>b</p>'],
    ['<p>a</p>', '<p class="x">a</p>'],
    ['<ul><li>a</li></ul>', '<ul><li><p>a</p></li></ul>'],
    ['<pre><code>a\n</code></pre>', '<pre><code>a</code></pre>'],
    ['a <b>b</b>', 'a<b>b</b>'],
  ])('%s is not %s', (left, right) => {
    expect(normalHtml(left)).not.toBe(normalHtml(right));
  });
});

describe('as a markdown-it plugin', () => {
  test('blocks carry their source lines', () => {
    const md = new MarkdownIt().use(kramdown);
    const maps = md
      .parse('# a\n\nb\nc\n\n- d\n\n  e\n', {})
      .filter(({ nesting }) => nesting === 1)
      .map(({ type, map }) => [type, map]);
    expect(maps).toEqual([
      ['heading_open', [0, 1]],
      ['paragraph_open', [2, 4]],
      ['bullet_list_open', [5, 8]],
      ['list_item_open', [5, 8]],
      ['paragraph_open', [5, 6]],
      ['paragraph_open', [7, 8]],
    ]);
  });

  test('renderer rules and the highlighter are asked', () => {
    const md = new MarkdownIt({ highlight: (code, name) => `<i>${name}:${code.trim()}</i>` });
    md.use(kramdown);
    md.renderer.rules['softbreak'] = () => '<wbr>';
    expect(md.render('a\nb')).toBe('<p>a<wbr>b</p>\n');
    expect(md.render('```js\nx\n```')).toContain('<i>js:x</i>');
  });

  test('warnings and the table of contents reach the environment', () => {
    const env: { kramdown?: KramdownResult } = {};
    new MarkdownIt().use(kramdown).render('# A\n\n## *B*\n\nc[^d]\n', env);
    expect(env.kramdown!.warnings).toEqual([
      {
        code: 'footnote-missing',
        message: "Footnote definition for 'd' not found on line 5",
        line: 5,
      },
    ]);
    expect(env.kramdown!.toc).toEqual([
      {
        level: 1,
        id: 'a',
        html: 'A',
        line: 1,
        children: [{ level: 2, id: 'b', html: '<em>B</em>', line: 3, children: [] }],
      },
    ]);
  });

  test('options that a text sets do not outlive it', () => {
    const md = new MarkdownIt().use(kramdown);
    md.render('{::options auto_ids="false" /}\n\n# a');
    expect(md.render('# a')).toBe('<h1 id="a">a</h1>\n');
  });
});

describe('as kramdown prints and warns', () => {
  test('blocks are indented, which shows within pre', () => {
    expect(render('<pre><div markdown="1">\n* a\n  * b\n</div></pre>')).toBe(
      '<pre><div>\n    <ul>\n      <li>a\n        <ul>\n          <li>b</li>\n        </ul>\n' +
        '      </li>\n    </ul>\n  </div></pre>\n',
    );
  });

  test('a footnote that no mark refers to is named with its line', () => {
    const { warnings } = convert('a[^1]\n\n[^1]: b\n\n[^2]: c\n');
    expect(warnings.map(({ code, line }) => [code, line])).toEqual([['footnote-unreferenced', 5]]);
  });

  test('options that a text sets reach what renders it', () => {
    const html = render(
      '{::options footnote_prefix="p" math_engine="nil" /}\n\na[^1] $$b$$\n\n[^1]: c',
    );
    expect(html).toContain('<a href="#fn:p1"');
    expect(html).toContain('<span class="kdmath">$b$</span>');
  });
});

describe('tokens', () => {
  const stock = () => new MarkdownIt().use(kramdown);
  const { Token } = new new MarkdownIt().core.State('', new MarkdownIt(), {});

  test("are markdown-it's own, with its fields", () => {
    const [token] = stock().parse('a', {});
    expect(token).toBeInstanceOf(Token);
    // Made the quick way; with another markdown-it it may be time to look at that again.
    expect(tokenMaker(Token)).not.toBe(Token);
    expect(Object.keys(token!).sort()).toEqual(Object.keys(new Token('', '', 0)).sort());
  });

  test('are of the class that a state brings', () => {
    class Own extends Token {}
    const md = stock();
    md.core.ruler.before('block', 'own', (state) => {
      state.Token = Own;
    });
    expect(md.parse('a *b*', {})[1]!.children![1]).toBeInstanceOf(Own);
  });
});

describe('versions', () => {
  test('2.5 gives the role of a footnote mark to the link', () => {
    const html = render('a[^1]\n\n[^1]: b', { version: '2.5' });
    expect(html).toContain(
      '<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote" role="doc-noteref">',
    );
  });
});

describe('limits', () => {
  test('text nested too deeply stays text, with a warning', () => {
    const { html, warnings } = convert(`${'> '.repeat(5000)}a`);
    expect(warnings.map(({ code }) => code)).toEqual(['too-deep']);
    expect(html).toContain('&gt; a');
  });

  const long: Record<string, (word: string) => string> = {
    'items of a list': (word) => `* ${word}\n`,
    'definitions of one term after another': (word) => `${word}\n: b\n`,
    'headers, with a table of contents': (word) => `# ${word}\n\n`,
    'rows of a table': (word) => `| ${word} | b |\n`,
    paragraphs: (word) => `${word}\n\n`,
    'paragraphs with an attribute list': (word) => `${word}\n{:.b}\n\n`,
  };
  test.each(Object.entries(long))('of %s no word is lost where the work ends', (name, write) => {
    const words = Array.from({ length: 25_000 }, (_, index) => `w${index}`);
    const start = name.startsWith('headers') ? '* toc\n{:toc}\n\n' : '';
    const { html, warnings } = convert(start + words.map(write).join(''), { auto_ids: false });
    expect(html.match(/\bw\d+/g)).toEqual(words);
    expect(warnings[0]).toMatchObject({ code: 'too-much-work' });
    // From there on the text is as it was written.
    if (!name.startsWith('definitions')) expect(html).toContain(write(words.at(-1)!).trimEnd());
  });

  test('a text as long as that is read to its end if it is of ordinary density', () => {
    const item = '* A line of a list of news, with [a link](https://example.org/) and `code`.\n';
    const { html, warnings } = convert(item.repeat(4000));
    expect(warnings).toEqual([]);
    expect(html.match(/<li>/g)).toHaveLength(4000);
  });

  test.each([['**a '], ['['], ['!['], ['`a`` '], ['"'], ['<b>'], ['*a _b '], ['[a]('], ['{: a="']])(
    'text of %s ends soon',
    (piece) => {
      const started = process.cpuUsage().user;
      convert(piece.repeat(30_000 / piece.length));
      // Far more than it takes, far less than quadratic work would.
      expect(process.cpuUsage().user - started).toBeLessThan(2_000_000);
    },
  );
});
