import type { Problem } from '../../core/problem';
import { cutHtml, decodeHtml, printPiece } from './html-pieces';
import { refine, type RefineContext } from './refine';

const notes: Problem[] = [];
const context = (over: Partial<RefineContext> = {}): RefineContext => ({
  math: true,
  mermaid: true,
  lineNumbers: true,
  marks: null,
  media: (address) => (address.includes('gone') ? null : `media/${address}`),
  note: (problem) => notes.push(problem),
  ...over,
});
const refined = (html: string, over: Partial<RefineContext> = {}) =>
  refine(cutHtml(html), context(over));
const codes = () => notes.map(({ code }) => code);
beforeEach(() => notes.splice(0));

describe('cutHtml', () => {
  it.each([
    '<p class="a b">x &lt; y</p>',
    'a < b <!-- <p> --> c',
    '<script>if (a < b) "</p>"</script>after',
    '<img src="x" alt="a > b">',
    "<a title='x\"y'>",
  ])('loses nothing: %s', (html) => {
    const printed = cutHtml(html).map(printPiece).join('');
    expect(decodeHtml(printed).replace(/'/g, '"')).toBe(decodeHtml(html).replace(/'/g, '"'));
  });

  it.each([
    '<a '.repeat(30_000),
    '<a b="'.repeat(30_000),
    '<!--'.repeat(30_000),
    '<'.repeat(90_000),
  ])('takes time in proportion, whatever stands there', (html) => {
    const before = performance.now();
    cutHtml(html);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

describe('refine', () => {
  it('gives headings an anchor, and tells the contents', () => {
    const { html, headings } = refined('<h2 id="a-b" data-line="3">A <em>b</em></h2>');
    expect(html).toContain('<a href="#a-b" class="anchor');
    expect(html).toContain('data-line="3"');
    expect(headings).toEqual([{ level: 2, id: 'a-b', text: 'A b' }]);
  });

  it('sets formulas outside code only, where the theme does', () => {
    const html = '<p>\\(a^2\\) and $b$ <code>$c$</code></p><p>\\[x &lt; y\\]</p>';
    const on = refined(html).html;
    expect(on.match(/class="katex"/g)).toHaveLength(3);
    expect(on).toContain('<code>$c$</code>');
    const off = refined(html, { math: false }).html;
    expect(off).not.toContain('katex');
    expect(codes()).toEqual(['math-off']);
  });

  it('names a formula that cannot be set, and shows its source', () => {
    expect(refined('<p>$\\frac{1$</p>').html).toContain('math-error');
    expect(codes()).toEqual(['math-error']);
  });

  it('shows code with a header and numbers, and diagrams where the theme does', () => {
    const block = (language: string) =>
      `<div class="language-${language} highlighter-rouge" data-line="1"><div class="highlight"><pre class="highlight"><code>a &lt; 1\n</code></pre></div></div>`;
    const ruby = refined(block('ruby')).html;
    expect(ruby).toContain('data-label-text="Ruby"');
    expect(ruby).toContain('<pre class="lineno" aria-hidden="true">1</pre>');
    expect(ruby).toContain('hljs-number');
    expect(ruby).toContain('&lt;');
    expect(refined(block('mermaid')).html).toBe(
      '<pre class="mermaid" aria-label="mermaid" data-line="1">a &lt; 1</pre>',
    );
    expect(refined(block('mermaid'), { mermaid: false }).html).toContain('code-header');
    expect(codes()).toEqual(['mermaid-off']);
  });

  it('reads the code of a block with line numbers of kramdown', () => {
    const html =
      '<div class="language-ruby highlighter-rouge"><div class="highlight"><code><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="rouge-code"><pre>one\ntwo\n</pre></td></tr></tbody></table></code></div></div><p>after</p>';
    const out = refined(html).html;
    expect(out).toContain('<code>one\ntwo\n</code>');
    expect(out).toContain('<p>after</p>');
  });

  it('shows images at their places, and names those that nobody has', () => {
    const { html } = refined('<p><img src="a.png" alt="A" w="10" class="left" /></p>');
    expect(html).toContain(
      '<a class="popup img-link left"><img src="media/a.png" alt="A" width="10"',
    );
    expect(refined('<img src="gone.png" alt="">').html).toContain('preview-missing');
    expect(codes()).toEqual(['image-missing']);
  });

  it('opens the web beside the page, and says where links of the blog lead', () => {
    expect(refined('<a href="https://a.example">x</a>').html).toBe(
      '<a href="https://a.example" target="_blank" rel="noopener noreferrer">x</a>',
    );
    expect(refined('<a href="/posts/a/">x</a>').html).toBe(
      '<a href="#-" class="blog-link" title="/posts/a/">x</a>',
    );
    expect(refined('<a href="#fn:1">1</a>').html).toBe('<a href="#fn:1">1</a>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT src=//evil.example></SCRIPT >',
    '<svg/onload=alert(1)>',
    '<p ONCLICK = "x">',
    '<a href=" java\tscript:x">',
    '<a href="&#106;avascript:x">',
    '<iframe srcdoc="<script>x</script>">',
  ])('leaves nothing that runs: %s', (html) => {
    const out = refined(html).html;
    expect(out).not.toMatch(/script|onload|onclick|srcdoc|alert/i);
  });

  it('wraps tables, and shows frames as boxes', () => {
    expect(refined('<table><tr><td>1</td></tr></table>').html).toMatch(
      /^<div class="table-wrapper"><table>.*<\/table><\/div>$/,
    );
    const frame = refined('<iframe src="https://www.youtube.com/embed/x"></iframe><p>y</p>').html;
    expect(frame).toContain('preview-embed');
    expect(frame).toContain('youtube.com');
    expect(frame).toContain('<p>y</p>');
  });
});
