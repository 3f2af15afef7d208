import { sitePage } from './site-page';

const options = {
  math: true,
  mermaid: true,
  files: '../site/T',
  own: ['https://b.example/base', 'https://b.example', '/base'],
  nonce: 'N',
};
const shown = (html: string) => sitePage(html, options);

describe('sitePage', () => {
  it('runs our script alone, before anything of the page', () => {
    const html = shown(
      '<html><head><meta http-equiv="refresh" content="0"><script src="/a.js"></script></head><body onload="x"><script>1</script><p>a</p></body></html>',
    );
    expect(html.match(/<script/g)).toEqual(['<script']);
    expect(html.indexOf('<script nonce="N"')).toBeLessThan(html.indexOf('<p>'));
    expect(html).not.toMatch(/onload|http-equiv/);
  });

  it('takes the files of the site from behind the signed address, and none of other hosts', () => {
    const html = shown(
      '<head><link rel="stylesheet" href="/base/a.css"><link rel="stylesheet" href="https://cdn.example/b.css"></head><img data-src="/c.png" class="lazyload left"><img src="https://b.example/base/d.png"><a href="/posts/x/">x</a>',
    );
    expect(html).toContain('href="../site/T/a.css"');
    expect(html).not.toContain('cdn.example');
    expect(html).toContain('src="../site/T/c.png"');
    expect(html).toContain('class="left"');
    expect(html).toContain('src="../site/T/d.png"');
    expect(html).toContain('<a href="#-" title="/posts/x/">');
  });

  it('does what the scripts of the theme would have done: formulas and diagrams', () => {
    const html = shown(
      '<p>\\(a\\)</p><pre><code class="language-mermaid">graph TD</code></pre><pre><code>$b$</code></pre>',
    );
    expect(html.match(/class="katex"/g)).toHaveLength(1);
    expect(html).toContain('<pre class="mermaid"');
    expect(html).toContain('<code>$b$</code>');
  });
});
