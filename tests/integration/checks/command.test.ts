import { Checkout, removeCheckouts } from '../import/checkout';
import { plain } from '../import/texts';
import { CommandLine } from '../cli/command';

// Each command boots a Strapi of its own.
jest.setTimeout(180_000);

let cli: CommandLine;
let blog: Checkout;
beforeAll(async () => {
  cli = await CommandLine.onNewDatabase();
  blog = await Checkout.with({
    '_config.yml': 'permalink: /posts/:title/\nplugins: [jekyll-redirect-from]\n',
    '_posts/2025-03-01-moved.md': plain(
      '옮긴 글',
      ['description: "설명"', 'redirect_from: /posts/old'],
      '[옛 주소](/posts/old/), [없는 글](/posts/gone/), {% link _posts/2025-03-02-good.md %}',
    ),
    '_posts/2025-02-01-broken.md': plain('멈추는 글', ['description: "설명"'], '{{ 열기만'),
    '_posts/2025-03-02-good.md': plain('좋은 글', ['description: "설명"'], '글입니다.'),
    '_posts/2025-03-02-bad.md': plain(
      '나쁜 글',
      ['description: "설명"'],
      '![](none.png)\n\nhttp://a.dev',
    ),
  });
  await cli.run(['import', blog.dir]);
});
afterAll(async () => {
  await cli.remove();
  await removeCheckouts();
});

interface Report {
  readonly posts: {
    readonly slug: string;
    readonly problems: { code: string; severity: string; message: { en: string } }[];
  }[];
  readonly totals: object;
}

describe('strapi-jekyll check', () => {
  it('gives one JSON document, with the rules that ask markdownlint and the blog', async () => {
    const { status, stdout } = await cli.run([
      'check',
      '--blog',
      blog.dir,
      '--locale',
      'ko',
      '--json',
    ]);
    const { posts, totals } = JSON.parse(stdout) as Report;
    expect(status).toBe(0);
    expect(totals).toMatchObject({ posts: 4, errors: 0 });
    const codes = posts.find(({ slug }) => slug === 'bad')?.problems.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['image-missing', 'image-alt', 'markdown-style']));
    const moved = posts.find(({ slug }) => slug === 'moved')?.problems;
    expect(moved?.filter(({ code }) => code.startsWith('link-'))).toMatchObject([
      { code: 'link-post', message: { en: expect.stringContaining('/posts/gone/') } },
    ]);
  });

  it('names places, for a person and for GitHub', async () => {
    const args = ['check', '--blog', blog.dir, '--post', 'bad'];
    const person = await cli.run(args);
    expect(person.stdout).toMatch(/_posts\/2025-03-02-bad\.md:7:1 {2}warning {2}.*\(image-alt\)/);
    const github = await cli.run([...args, '--format', 'github']);
    expect(github.stdout).toContain(
      '::warning file=_posts/2025-03-02-bad.md,line=7,col=1,title=image-alt::',
    );
    const json = await cli.run([...args, '--format', 'json']);
    expect((JSON.parse(json.stdout) as Report).posts).toHaveLength(1);
  });

  it('takes what the blog already has for an error only where it is told to', async () => {
    const args = ['check', '--blog', blog.dir, '--post', 'broken'];
    const mild = await cli.run(args);
    expect([mild.status, mild.stdout]).toEqual([0, expect.stringContaining('1 post: 0 errors')]);
    const strict = await cli.run([...args, '--strict']);
    expect([strict.status, strict.stdout]).toEqual([1, expect.stringContaining('1 error,')]);
    expect(strict.stdout).toMatch(/broken\.md:\d+:1 {2}error {2}.*\(liquid-syntax\)/);
  });

  it('ends with 1 for a slug that no post has, and with 2 for an unknown format', async () => {
    expect((await cli.run(['check', '--blog', blog.dir, '--post', 'nobody'])).status).toBe(1);
    expect((await cli.run(['check', '--format', 'xml'])).status).toBe(2);
  });
});

describe('strapi-jekyll render', () => {
  it('prints what kramdown makes of the body', async () => {
    const { status, stdout } = await cli.run(['render', blog.at('_posts/2025-03-02-good.md')]);
    expect(status).toBe(0);
    expect(stdout.trim()).toBe('<p>글입니다.</p>');
  });

  it('ends with 2 where there is no file', async () => {
    expect((await cli.run(['render', blog.at('none.md')])).status).toBe(2);
  });
});
