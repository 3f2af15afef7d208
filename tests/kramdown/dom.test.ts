import { canonical, sameDom } from './dom';

const EQUAL: ReadonlyArray<readonly [name: string, left: string, right: string]> = [
  ['the same text', '<p>a</p>', '<p>a</p>'],
  ['order of attributes', '<a href="/" title="b">c</a>', '<a title="b" href="/">c</a>'],
  ['line ends between blocks', '<p>a</p>\n\n<p>b</p>\n', '<p>a</p><p>b</p>'],
  ['white space at the ends of a block', '<li>\n  <p>a</p>\n</li>', '<li><p>a</p></li>'],
  [
    'white space between text and a block',
    '<li>a\n<ul><li>b</li></ul></li>',
    '<li>a<ul><li>b</li></ul></li>',
  ],
  ['runs of white space in text', '<p>a\nb</p>', '<p>a  b</p>'],
  ['white space around a line break', '<p>a<br />\nb</p>', '<p>a<br>b</p>'],
  ['spelling of an entity', '<p>&quot;&#8617;</p>', '<p>"↩</p>'],
  ['spelling of an empty element', '<hr />', '<hr>'],
  [
    'colours in a code block',
    '<div class="highlight"><pre><code><span class="nb">puts</span> <span class="mi">1</span>\n</code></pre></div>',
    '<div class="highlight"><pre><code>puts 1\n</code></pre></div>',
  ],
  [
    'colours in a code span',
    '<p><code class="language-ruby highlighter-rouge"><span class="n">a</span></code></p>',
    '<p><code class="language-ruby highlighter-rouge">a</code></p>',
  ],
  [
    'colours in code that a script holds as text',
    '<script><code class="language-ruby highlighter-rouge"><span class="n">a</span></code></script>',
    '<script><code class="language-ruby highlighter-rouge">a</code></script>',
  ],
  [
    'a line feed at the start of what is coloured',
    '<pre class="highlight"><span class="w">\n</span>a</pre>',
    '<pre class="highlight">\na</pre>',
  ],
  ['tags in capitals', '<DIV>a</DIV>', '<div>a</div>'],
];

const DIFFERENT: ReadonlyArray<readonly [name: string, left: string, right: string]> = [
  ['a missing attribute', '<a href="/" title="b">c</a>', '<a href="/">c</a>'],
  ['another value', '<h1 id="a">c</h1>', '<h1 id="a-1">c</h1>'],
  ['order of classes', '<p class="a b">c</p>', '<p class="b a">c</p>'],
  ['white space in a value', '<p title="a b">c</p>', '<p title="a  b">c</p>'],
  ['other text', '<p>a</p>', '<p>b</p>'],
  ['another quote', '<p>“a”</p>', '<p>"a"</p>'],
  ['case of text', '<p>a</p>', '<p>A</p>'],
  ['a paragraph in an item', '<li><p>a</p></li>', '<li>a</li>'],
  ['one paragraph or two', '<p>a</p><p>b</p>', '<p>a b</p>'],
  ['another element', '<em>a</em>', '<strong>a</strong>'],
  ['nesting', '<em><strong>a</strong></em>', '<strong><em>a</em></strong>'],
  ['where an element ends', '<p><em>a</em> b</p>', '<p><em>a b</em></p>'],
  ['order of blocks', '<p>a</p><hr>', '<hr><p>a</p>'],
  [
    'a blank between inline elements',
    '<p><em>a</em> <em>b</em></p>',
    '<p><em>a</em><em>b</em></p>',
  ],
  ['a blank before an inline element', '<p>a <b>c</b></p>', '<p>a<b>c</b></p>'],
  ['a blank within an inline element', '<p>a<b> c</b></p>', '<p>a<b>c</b></p>'],
  ['a no-break space', '<p>a&nbsp;b</p>', '<p>a b</p>'],
  ['a no-break space at an end', '<p>a&nbsp;</p>', '<p>a</p>'],
  ['a line break', '<p>a<br>b</p>', '<p>a b</p>'],
  ['white space in pre', '<pre>a  b</pre>', '<pre>a b</pre>'],
  ['the last line end in pre', '<pre><code>a\n</code></pre>', '<pre><code>a</code></pre>'],
  ['indentation in pre', '<pre><code>  a</code></pre>', '<pre><code>a</code></pre>'],
  ['white space in a code span', '<p><code>a  b</code></p>', '<p><code>a b</code></p>'],
  ['white space in a script', '<script>a\nb</script>', '<script>a b</script>'],
  [
    'text between colours',
    '<div class="highlight"><pre><code><span class="nb">a</span> b</code></pre></div>',
    '<div class="highlight"><pre><code><span class="nb">a</span>b</code></pre></div>',
  ],
  [
    "the highlighter's wrapper",
    '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre><code>a</code></pre></div></div>',
    '<div class="highlight"><pre><code>a</code></pre></div>',
  ],
  [
    "the wrapper's class",
    '<div class="language-ruby highlighter-rouge"><pre>a</pre></div>',
    '<div class="language-sh highlighter-rouge"><pre>a</pre></div>',
  ],
  [
    'a line feed before code that is coloured',
    '<pre class="highlight"><code><span class="w">\n</span>a</code></pre>',
    '<pre class="highlight"><code>a</code></pre>',
  ],
  [
    'text of code that a script holds',
    '<script><code class="language-ruby highlighter-rouge"><span class="n">a</span></code></script>',
    '<script><code class="language-ruby highlighter-rouge">b</code></script>',
  ],
  [
    'a span that a script holds as text outside of code',
    '<script><span class="n">a</span></script>',
    '<script>a</script>',
  ],
  ['a span that is no colour', '<p><span class="a">b</span></p>', '<p>b</p>'],
  ['a span in code that nobody colours', '<pre><span class="a">b</span></pre>', '<pre>b</pre>'],
  [
    'a span with more than a colour',
    '<pre class="highlight"><span class="a" id="c">b</span></pre>',
    '<pre class="highlight">b</pre>',
  ],
  ['a comment', '<p>a</p><!-- b -->', '<p>a</p>'],
  ['text of a comment', '<!-- a -->', '<!--  a -->'],
  ['a processing instruction', '<?a b?>', ''],
  ['an empty element', '<p></p>', ''],
  [
    'header cell or data cell',
    '<table><tr><th>a</th></tr></table>',
    '<table><tr><td>a</td></tr></table>',
  ],
  [
    'head of a table or its body',
    '<table><thead><tr><td>a</td></tr></thead></table>',
    '<table><tbody><tr><td>a</td></tr></tbody></table>',
  ],
  ['escaped markup', '<p>&lt;b&gt;</p>', '<p><b></b></p>'],
  ['a quote in text and one that ends it', '<p>a"b</p>', '<p>a</p>b'],
];

describe('the comparison of documents', () => {
  it.each(EQUAL)('takes for equal: %s', (_name, left, right) => {
    expect(canonical(left)).toBe(canonical(right));
    expect(sameDom(left, right)).toBe(true);
  });

  it.each(DIFFERENT)('takes for different: %s', (_name, left, right) => {
    expect(canonical(left)).not.toBe(canonical(right));
    expect(sameDom(left, right)).toBe(false);
  });
});
