import { renderLiquid, type LiquidContext } from './render-liquid';

const context = (over: Partial<LiquidContext> = {}): LiquidContext => ({
  scope: { site: { title: 'Blog', url: 'https://b.example' }, page: { title: 'Post' } },
  url: 'https://b.example',
  baseurl: '/b',
  markdownify: (text) => `<p>${text}</p>`,
  readInclude: async (name) =>
    name === 'note.html'
      ? '<b>{{ include.text }} {{ page.title }}</b>'
      : name === 'loop.html'
        ? '{% include loop.html %}'
        : null,
  addressOf: async (name) => (name === '2024-01-01-a' ? '/posts/a/' : null),
  ...over,
});
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('renderLiquid', () => {
  it('evaluates variables, filters and control flow, and leaves other text alone', async () => {
    const { text, problems } = await renderLiquid(
      '{{ site.title | upcase }} {{ "/a.png" | relative_url }} {% if page.title %}yes{% endif %}{% raw %}{{ x }}{% endraw %}',
      context(),
    );
    expect(text).toBe('BLOG /b/a.png yes{{ x }}');
    expect(problems).toEqual([]);
    expect((await renderLiquid('no { liquid }', context())).text).toBe('no { liquid }');
  });

  it('shows embeds of the theme as boxes, and the includes of the blog', async () => {
    const youtube = await renderLiquid("{% include embed/youtube.html id='a\"b' %}", context());
    expect(youtube.text).toContain('preview-embed');
    expect(youtube.text).toContain('https://www.youtube.com/watch?v=a%22b');
    const own = await renderLiquid('{% include note.html text="Hi" %}', context());
    expect(own.text).toBe('<b>Hi Post</b>');
  });

  it('names unknown tags, includes and posts, and shows the rest', async () => {
    const { text, problems } = await renderLiquid(
      'a\n{% gallery x %}\nb {% include no.html %} [c]({% post_url 2024-01-01-a %}) {% post_url none %}',
      context(),
    );
    expect(codes(problems)).toEqual(['liquid-unknown-tag', 'include-missing', 'post-url-missing']);
    expect(problems[0]?.line).toBe(2);
    expect(text).toContain('[c](/b/posts/a/)');
    expect(text).toContain('preview-problem');
    expect(text.split('\n')).toHaveLength(3);
  });

  it.each(['{{1..3},..}', '{% if %}', '{% raw %}x', '{% for %}{% endfor %}'])(
    'shows what Liquid cannot read as it stands: %s',
    async (source) => {
      const { text, problems } = await renderLiquid(source, context());
      expect(text).toBe(source);
      expect(codes(problems)).toEqual(['liquid-syntax']);
    },
  );

  it('says that text is swallowed', async () => {
    const { text, problems } = await renderLiquid(
      '$\\frac{{a}}{{b}}$\n`{{ user.name }}`',
      context(),
    );
    expect(text).toBe('$\\frac$\n``');
    expect(codes(problems)).toEqual(['liquid-empty', 'liquid-empty', 'liquid-empty']);
    expect(problems[2]?.line).toBe(2);
  });

  it.each([
    ['another template', '{% render "a" %}', 'liquid-unknown-tag'],
    ['a layout', '{% layout "a" %}', 'liquid-unknown-tag'],
    ['itself, without end', '{% include loop.html %}', 'include-missing'],
    [
      'too much work',
      '{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}',
      'liquid-limit',
    ],
  ])('does not read or do %s', async (_what, source, code) => {
    const { problems } = await renderLiquid(source, context());
    expect(codes(problems)).toEqual([code]);
  });

  it.each(['page.constructor', 'page.__proto__.x', 'site.toString', 'page.title.constructor'])(
    'reaches no prototype through %s',
    async (path) => {
      expect((await renderLiquid(`[{{ ${path} }}]`, context())).text).toBe('[]');
    },
  );
});
