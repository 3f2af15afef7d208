import { edit, fileOf, plainFile, publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { actions, POST } from '../import/cms';
import { plain } from '../import/texts';
import { openDesk, replaced } from './two-sides';

const desk = openDesk();
const LINK = 'permalink: /posts/:title/\n';
const REDIRECTS = `${LINK}plugins: [jekyll-redirect-from]\n`;

/** Runs a test with another setting of the plugin. */
async function withRedirects(setting: string, work: () => Promise<void>): Promise<void> {
  const { config } = desk.app.strapi;
  const key = 'plugin::jekyll.redirects';
  const before = config.get(key);
  config.set(key, setting);
  try {
    await work();
  } finally {
    config.set(key, before);
  }
}

/** A blog with one post, which then gets another slug. */
async function renamed(config: string): Promise<Checkout> {
  const blog = await Checkout.with({ '_config.yml': config });
  const post = await publishPlain(desk.cms, 'first');
  await desk.sync(blog);
  await edit(desk.cms, post, { slug: 'second' });
  return blog;
}

const withOld = (slug: string, old: string): string =>
  replaced(plainFile(slug), {
    '+0900\n---': `+0900\nredirect_from: [${old}]\n---`,
    [`글 ${slug}`]: '글 first',
  });

describe('the old address of a post that moves', () => {
  it('leads on where the site has jekyll-redirect-from, and leaves again with it', async () => {
    const blog = await renamed(REDIRECTS);

    const report = await desk.sync(blog);

    const [from, path] = [fileOf('first'), fileOf('second')];
    expect(report.files).toMatchObject([{ action: 'rename', from, path, problems: [] }]);
    expect(await blog.text(path)).toBe(withOld('second', '/posts/first/'));
    for (const status of ['draft', 'published'] as const) {
      const post = await desk.cms.post({ slug: 'second' }, status);
      expect(post['redirects']).toEqual(['/posts/first/']);
    }
    await desk.expectAtRest(blog);

    await edit(desk.cms, await desk.cms.post({ slug: 'second' }), { slug: 'first' });
    await desk.sync(blog);
    expect(await blog.text(from)).toBe(withOld('first', '/posts/second/'));
    await desk.expectAtRest(blog);
  });

  it('is kept together with what the blog changed meanwhile', async () => {
    const blog = await renamed(REDIRECTS);
    await blog.edit(fileOf('first'), '짧은 글', '블로그의 글');

    const report = await desk.sync(blog);

    expect(report.files).toMatchObject([{ action: 'rename', merged: true, pulled: true }]);
    expect(await blog.text(fileOf('second'))).toBe(
      replaced(withOld('second', '/posts/first/'), { '짧은 글': '블로그의 글' }),
    );
    const post = await desk.cms.post({ slug: 'second' });
    expect(post).toMatchObject({ redirects: ['/posts/first/'], body: '블로그의 글입니다.' });
    await desk.expectAtRest(blog);
  });

  it('is kept in a draft that says something new', async () => {
    const blog = await renamed(REDIRECTS);
    const { documentId, locale } = await desk.cms.post({ slug: 'second' });
    await desk.cms.documents(POST).update({ documentId, locale, data: { title: '새 초안' } });

    await desk.sync(blog);
    await desk.cms.documents(POST).publish({ documentId, locale });
    await desk.sync(blog);

    expect(await blog.text(fileOf('second'))).toBe(
      replaced(withOld('second', '/posts/first/'), { '글 first': '새 초안' }),
    );
  });

  it.each([
    ['a site without the plugin', LINK, 'auto', false],
    ['a site without it, where the setting says always', LINK, 'always', true],
    ['a site with it, where the setting says never', REDIRECTS, 'never', false],
  ])('%s', async (_what, config, setting, written) => {
    const blog = await renamed(config);
    await withRedirects(setting, async () => {
      await desk.sync(blog);
      const text = await blog.text(fileOf('second'));
      expect(text.includes('redirect_from')).toBe(written);
      const { redirects } = await desk.cms.post({ slug: 'second' });
      expect(redirects ?? []).toEqual(written ? ['/posts/first/'] : []);
    });
  });

  it('is not written where the address stays: a new date under a link without one', async () => {
    const blog = await renamed(REDIRECTS);
    const data = { slug: 'first', date: '2025-04-05T00:00:00.000Z' };
    await edit(desk.cms, await desk.cms.post({ slug: 'second' }), data);

    await desk.sync(blog);

    expect(await blog.text('_posts/2025-04-05-first.md')).not.toContain('redirect_from');
  });
});

describe('two posts at one place are refused before anything is written, both by name', () => {
  it('on one path, while a third goes on', async () => {
    const blog = await Checkout.with();
    await publishPlain(desk.cms, 'twice', { body: '처음 글.' });
    await publishPlain(desk.cms, 'twice', { body: '다음 글.' });
    await publishPlain(desk.cms, 'third');

    const report = await desk.sync(blog);

    expect(actions(report.files).sort()).toEqual([
      `${fileOf('third')}: add`,
      `${fileOf('twice')}: refused same-path`,
      `${fileOf('twice')}: refused same-path`,
    ]);
    expect(report.files[0]!.problems[0]!.message.en).toContain('"twice (ko)" and "twice (ko)"');
    expect(await blog.files()).toEqual([fileOf('third')]);
  });

  it('on one address, in two languages', async () => {
    const blog = await Checkout.with({ '_config.yml': LINK });
    await publishPlain(desk.cms, 'same', { otherFrontMatter: 'permalink: /here/' });
    await publishPlain(desk.cms, 'else', { otherFrontMatter: 'permalink: /here/' }, 'en');

    const report = await desk.sync(blog);

    expect(report.totals).toMatchObject({ refused: 2, add: 0 });
    for (const { problems } of report.files) {
      expect(problems).toMatchObject([{ code: 'same-address' }]);
      for (const name of ['"same (ko)"', '"else (en)"', '/here/']) {
        expect(problems[0]!.message.en).toContain(name);
        expect(problems[0]!.message.ko).toContain(name);
      }
    }
    expect(await blog.files()).toEqual(['_config.yml']);
  });

  it('but with jekyll-polyglot two languages share an address', async () => {
    const polyglot = 'languages: [ko, en]\ndefault_lang: ko\nplugins: [jekyll-polyglot]\n';
    const blog = await Checkout.with({ '_config.yml': LINK + polyglot });
    await publishPlain(desk.cms, 'same', { otherFrontMatter: 'permalink: /here/' });
    await publishPlain(desk.cms, 'else', { otherFrontMatter: 'permalink: /here/' }, 'en');

    expect((await desk.sync(blog)).totals).toMatchObject({ add: 2, refused: 0 });
  });

  it('on the address of a file that the CMS does not own', async () => {
    const own = '_posts/2020-01-01-own.md';
    const blog = await Checkout.with({
      '_config.yml': LINK,
      [own]: plain('남의 글', ['permalink: /posts/mine/']),
    });
    const before = await blog.snapshot();
    await publishPlain(desk.cms, 'mine');

    const report = await desk.sync(blog);

    expect(actions(report.files)).toEqual([`${fileOf('mine')}: refused same-address`]);
    expect(report.files[0]!.problems[0]!.message.en).toContain(own);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('on the place of a post that the blog has: that one stays, also when it is not asked for', async () => {
    const blog = await Checkout.with({ '_config.yml': LINK });
    await publishPlain(desk.cms, 'first');
    const second = await publishPlain(desk.cms, 'second');
    await desk.sync(blog);
    const before = await blog.snapshot();
    await edit(desk.cms, second, { slug: 'first' });

    for (const documents of [undefined, [{ documentId: second.documentId, locale: 'ko' }]]) {
      const report = await desk.sync(blog, { documents });
      const refused = report.files.filter(({ action }) => action === 'refused');
      expect(actions(refused)).toEqual([`${fileOf('first')}: refused same-path`]);
      expect(await blog.snapshot()).toEqual(before);
    }
  });

  it("on each other's places where only one of them is asked for", async () => {
    const { blog, posts } = await standing(['first', 'second']);
    const before = await blog.snapshot();
    await edit(desk.cms, posts[0]!, { slug: 'second' });
    await edit(desk.cms, posts[1]!, { slug: 'first' });
    const { documentId, locale } = posts[0]!;
    const report = await desk.sync(blog, { documents: [{ documentId, locale }] });
    expect(report.totals).toMatchObject({ rename: 0, refused: 1 });
    expect(await blog.snapshot()).toEqual(before);
  });

  it('unless the other one moves on: then the place is free in the same run or in the next', async () => {
    const blog = await Checkout.with({ '_config.yml': LINK });
    const first = await publishPlain(desk.cms, 'first', { body: '첫째 글의 내용입니다.' });
    const second = await publishPlain(desk.cms, 'second', { body: '둘째 글은 다릅니다.' });
    await desk.sync(blog);
    await edit(desk.cms, second, { slug: 'third' });
    await edit(desk.cms, first, { slug: 'second' });

    await desk.sync(blog);
    await desk.sync(blog);

    expect(await blog.files()).toEqual(['_config.yml', fileOf('second'), fileOf('third')]);
    expect(await blog.text(fileOf('second'))).toContain('첫째');
    expect(await blog.text(fileOf('third'))).toContain('둘째');
    await desk.expectAtRest(blog);
  });
});

/** A blog that has a post of each slug, whose text says it. */
async function standing(slugs: readonly string[], config = LINK) {
  const blog = await Checkout.with({ '_config.yml': config });
  const posts = [];
  for (const slug of slugs) posts.push(await publishPlain(desk.cms, slug, { body: `글: ${slug}` }));
  await desk.sync(blog);
  return { blog, posts };
}

describe('posts that take one another’s places', () => {
  /** The name of each file's post, by its slug. */
  const said = async (blog: Checkout): Promise<Record<string, string | undefined>> =>
    Object.fromEntries(
      await Promise.all(
        (await blog.files())
          .filter((file) => file.startsWith('_posts/'))
          .map(async (file) => [
            file.slice('_posts/2025-03-02-'.length, -'.md'.length),
            /글: (.*)/.exec(await blog.text(file))?.[1],
          ]),
      ),
    );

  it.each([
    ['two', ['b', 'a']],
    ['three', ['b', 'c', 'a']],
    ['two pairs and one that stays', ['b', 'a', 'd', 'c', 'e']],
  ])('are %s', async (_what, wanted) => {
    const slugs = ['a', 'b', 'c', 'd', 'e'].slice(0, wanted.length);
    const { blog, posts } = await standing(slugs);
    for (const [at, post] of posts.entries()) {
      if (wanted[at] !== slugs[at]) await edit(desk.cms, post, { slug: wanted[at] });
    }
    const moving = slugs.filter((slug, at) => slug !== wanted[at]).length;

    const dry = await desk.sync(blog, { dryRun: true });
    const report = await desk.sync(blog);

    expect(actions(dry.files)).toEqual(actions(report.files));
    expect(report.totals).toMatchObject({ rename: moving, conflict: 0, refused: 0 });
    expect(await said(blog)).toEqual(
      Object.fromEntries(wanted.map((slug, at) => [slug, slugs[at]])),
    );
    await desk.expectAtRest(blog);
  });

  it('follow one another whatever their order', async () => {
    const { blog, posts } = await standing(['a', 'b', 'c']);
    const wanted = ['b', 'c', 'd'];
    for (const [at, post] of posts.entries()) await edit(desk.cms, post, { slug: wanted[at] });
    expect((await desk.sync(blog)).totals).toMatchObject({ rename: 3 });
    expect(await said(blog)).toEqual({ b: 'a', c: 'b', d: 'c' });
    await desk.expectAtRest(blog);
  });

  it('make room for a new one', async () => {
    const { blog, posts } = await standing(['a']);
    await publishPlain(desk.cms, 'b', { body: '글: b' });
    await edit(desk.cms, posts[0]!, { slug: 'c' });
    await publishPlain(desk.cms, 'a', { body: '글: new' });
    expect((await desk.sync(blog)).totals).toMatchObject({ rename: 1, add: 2 });
    expect(await said(blog)).toEqual({ a: 'new', b: 'b', c: 'a' });
  });

  it('keep what was changed in the blog, also where their texts are alike', async () => {
    const { blog, posts } = await standing(['a', 'b']);
    for (const post of posts) await edit(desk.cms, post, { title: '같은 글', body: '같다' });
    await desk.sync(blog);
    await blog.edit(fileOf('a'), '+0900\n', '+0900\nhidden: true\n');
    await edit(desk.cms, posts[0]!, { slug: 'b' });
    await edit(desk.cms, posts[1]!, { slug: 'a' });
    expect((await desk.sync(blog)).totals).toMatchObject({ rename: 2 });
    expect(await blog.text(fileOf('b'))).toContain('hidden: true');
    expect(await blog.text(fileOf('a'))).not.toContain('hidden');
    expect((await desk.cms.post({ slug: 'b' }))['otherFrontMatter']).toBe('hidden: true\n');
    await desk.expectAtRest(blog);
  });

  it('are left where they are when one of them cannot move', async () => {
    const { blog, posts } = await standing(['a', 'b']);
    await blog.edit(fileOf('a'), '글: a', '글: a, 블로그에서');
    await edit(desk.cms, posts[0]!, { slug: 'b', body: '글: a, CMS에서' });
    await edit(desk.cms, posts[1]!, { slug: 'a' });
    const before = await blog.snapshot();
    const report = await desk.sync(blog);
    expect(report.totals).toMatchObject({ rename: 0, change: 0 });
    expect(await blog.snapshot()).toEqual(before);
  });

  it('get no redirect that would stand in the place of another one', async () => {
    const config = `${LINK}plugins: [jekyll-redirect-from]\n`;
    const { blog, posts } = await standing(['a', 'b', 'c', 'd'], config);
    const wanted = ['b', 'a', 'd', 'e'];
    for (const [at, post] of posts.entries()) await edit(desk.cms, post, { slug: wanted[at] });
    expect((await desk.sync(blog)).totals).toMatchObject({ rename: 4 });
    const redirects = async (slug: string) =>
      /redirect_from: (.*)/.exec(await blog.text(fileOf(slug)))?.[1];
    expect(await redirects('a')).toBeUndefined();
    expect(await redirects('b')).toBeUndefined();
    expect(await redirects('d')).toBe('[/posts/c/]');
    // Its old address is that of the one before it by now.
    expect(await redirects('e')).toBeUndefined();
    await desk.expectAtRest(blog);
  });
});
