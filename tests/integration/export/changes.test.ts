import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions, Cms, POST } from '../import/cms';
import { plain, survey } from '../import/texts';
import { edit, fileOf, plainFile, publishPlain } from './content';

let app: BootedStrapi;
let cms: Cms;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
});
afterEach(() => cms.clear());
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

/** A blog that holds the given plain posts, made in the CMS and exported. */
async function exported(...slugs: string[]) {
  const blog = await Checkout.with();
  const posts = [];
  for (const slug of slugs) posts.push(await publishPlain(cms, slug));
  await cms.blog.export({ blogDir: blog.dir });
  return { blog, posts };
}

describe('an export after a change', () => {
  it('writes the changed file and no other', async () => {
    const { blog, posts } = await exported('first', 'second');
    const before = await blog.snapshot();
    await edit(cms, posts[0]!, { title: '고친 제목' });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files).sort()).toEqual([
      `${fileOf('first')}: change`,
      `${fileOf('second')}: same`,
    ]);
    expect(await blog.text(fileOf('first'))).toBe(plainFile('first', undefined, '고친 제목'));
    expect((await blog.snapshot())[fileOf('second')]).toBe(before[fileOf('second')]);
  });

  it('changes one line of an imported file, and leaves its habits alone', async () => {
    const text = [
      "---\r\ntitle:   '처음 제목' # 나중에 고칠 것\r\ntags:\r\n- a\r\n- b\r\n---\r\n",
      '\r\n\r\n글입니다.   \r\n\r\n\r\n끝.',
    ].join('');
    const file = '_posts/sub/2025-3-2-habits.markdown';
    const blog = await Checkout.with({ [file]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const post = await cms.post({ slug: 'habits' });
    await edit(cms, post, { title: '고친 제목' });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([`${file}: change`]);
    expect(await blog.text(file)).toBe(text.replace('처음 제목', '고친 제목'));
  });

  it.each([
    ['first writing', 'one', 'same'],
    ['second writing', 'two', 'change'],
  ])('shows a unified diff where it is asked for: %s', async (_what, body, action) => {
    const { blog, posts } = await exported('first');
    await edit(cms, posts[0]!, { body: 'one' });
    await cms.blog.export({ blogDir: blog.dir });
    const before = await blog.snapshot();
    await edit(cms, posts[0]!, { body });

    const report = await cms.blog.export({ blogDir: blog.dir, dryRun: true, diff: true });

    expect(report.files).toHaveLength(1);
    expect(report.files[0]).toMatchObject({ path: fileOf('first'), action });
    expect(report.files[0]!.diff).toBe(
      action === 'same'
        ? undefined
        : [
            `--- a/${fileOf('first')}`,
            `+++ b/${fileOf('first')}`,
            '@@ -3,4 +3,4 @@',
            ' date: 2025-03-02 09:00:00 +0900',
            ' ---',
            ' ',
            '-one',
            '+two',
            '',
          ].join('\n'),
    );
    expect(await blog.snapshot()).toEqual(before);
  });

  it('writes nothing on a dry run, and remembers nothing', async () => {
    const blog = await Checkout.with();
    await publishPlain(cms, 'first');
    const counts = await cms.counts();

    const dry = await cms.blog.export({ blogDir: blog.dir, dryRun: true });
    expect(actions(dry.files)).toEqual([`${fileOf('first')}: add`]);
    expect(await blog.files()).toEqual([]);
    expect(await cms.counts()).toEqual(counts);

    const real = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(real.files)).toEqual([`${fileOf('first')}: add`]);
  });

  it('concerns only the posts and locales that it is asked for', async () => {
    const blog = await Checkout.with();
    const first = await publishPlain(cms, 'first');
    await publishPlain(cms, 'second');
    await cms.documents(POST).update({
      documentId: first.documentId,
      locale: 'en',
      status: 'published',
      data: { title: 'First', slug: 'first', date: '2025-03-02T00:00:00.000Z', body: 'Short.' },
    });

    await cms.blog.export({ blogDir: blog.dir, posts: ['first'], locales: ['en'] });
    expect(await blog.files()).toEqual([fileOf('first-en')]);
    await cms.blog.export({ blogDir: blog.dir, posts: ['first'] });
    expect(await blog.files()).toEqual([fileOf('first-en'), fileOf('first')]);
    await cms.blog.export({ blogDir: blog.dir, locales: ['en'] });
    expect(await blog.files()).toEqual([fileOf('first-en'), fileOf('first')]);
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.files()).toHaveLength(3);
  });
});

describe('an edited slug or date', () => {
  it.each([
    ['slug', { slug: 'second' }, '_posts/2025-03-02-second.md', plainFile('first')],
    [
      'date',
      { date: '2025-04-05T01:02:03.000Z' },
      '_posts/2025-04-05-first.md',
      plainFile('first').replace('2025-03-02 09:00:00', '2025-04-05 10:02:03'),
    ],
  ])('renames the file: %s', async (_what, data, path, text) => {
    const { blog, posts } = await exported('first');
    await edit(cms, posts[0]!, data);

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(report.files).toMatchObject([{ path, from: fileOf('first'), action: 'rename' }]);
    expect(await blog.files()).toEqual([path]);
    expect(await blog.text(path)).toBe(text);
    const again = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(again.files)).toEqual([`${path}: same`]);
  });

  it('takes what was changed in the blog meanwhile along', async () => {
    const { blog, posts } = await exported('first');
    await blog.edit(fileOf('first'), '짧은', '블로그에서 고친');
    await edit(cms, posts[0]!, { slug: 'second' });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(report.files).toMatchObject([
      { path: fileOf('second'), from: fileOf('first'), action: 'rename', merged: true },
    ]);
    expect(await blog.files()).toEqual([fileOf('second')]);
    expect(await blog.text(fileOf('second'))).toBe(plainFile('first', '블로그에서 고친 글입니다.'));
  });

  it('renames nothing onto a file that is not ours', async () => {
    const { blog, posts } = await exported('first');
    await blog.write(fileOf('second'), plain('남의 글'));
    const before = await blog.snapshot();
    await edit(cms, posts[0]!, { slug: 'second' });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([`${fileOf('second')}: conflict not-ours`]);
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe('a conflict leaves the file as it is, and the others go on', () => {
  it('where the same line was changed in the blog', async () => {
    const { blog, posts } = await exported('first', 'second');
    await blog.edit(fileOf('first'), '글 first', '블로그의 제목');
    const changed = (await blog.snapshot())[fileOf('first')];
    for (const post of posts) await edit(cms, post, { title: '고친 제목' });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('first')}: conflict changed-on-both-sides`,
      `${fileOf('second')}: change`,
    ]);
    expect((await blog.snapshot())[fileOf('first')]).toBe(changed);
    expect(await blog.text(fileOf('second'))).toContain('고친 제목');
    const again = await cms.blog.export({ blogDir: blog.dir });
    expect(again.totals).toMatchObject({ conflict: 1, same: 1 });
  });

  it('but none where the CMS has nothing new to say: it takes the change back', async () => {
    const { blog } = await exported('first');
    await blog.edit(fileOf('first'), '짧은', '블로그에서 고친');
    const before = await blog.snapshot();

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(report.files).toMatchObject([{ action: 'same', pulled: true }]);
    expect(await blog.snapshot()).toEqual(before);
    expect((await cms.post({ slug: 'first' })).body).toBe('블로그에서 고친 글입니다.');
  });

  it('where a file stands there that the CMS neither wrote nor imported', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: plain('남의 글') });
    const before = await blog.snapshot();
    await publishPlain(cms, 'first');
    await publishPlain(cms, 'second');

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('first')}: conflict not-ours`,
      `${fileOf('second')}: add`,
    ]);
    expect((await blog.snapshot())[fileOf('first')]).toBe(before[fileOf('first')]);
  });

  it('until the change is imported', async () => {
    const { blog } = await exported('first');
    await blog.edit(fileOf('first'), '짧은', '블로그에서 고친');
    await cms.blog.import({ blogDir: blog.dir });
    expect((await cms.post({ slug: 'first' })).body).toBe('블로그에서 고친 글입니다.');
    const report = await cms.blog.export({ blogDir: blog.dir });
    expect(actions(report.files)).toEqual([`${fileOf('first')}: same`]);
  });
});

describe('what cannot be written is refused by name, and the others go on', () => {
  /** Exports a bad post beside a good one, which must be written. */
  async function refused(blog: Checkout, slug: string, data: Record<string, unknown>) {
    await publishPlain(cms, slug, data);
    await publishPlain(cms, 'good');
    const report = await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('good'))).toBe(plainFile('good'));
    expect(report.totals).toMatchObject({ add: 1, refused: 1 });
    return report.files.find(({ action }) => action === 'refused')!;
  }

  it.each([
    ['../../evil', 'slug-separator'],
    ['a\\..\\b', 'slug-separator'],
    ['..', 'slug-dots'],
    ['line\nbreak', 'slug-control-character'],
    ['con', 'slug-reserved-name'],
    ['가'.repeat(100), 'slug-too-long'],
  ])('a slug that can be no file: %j', async (slug, code) => {
    const outside = await Checkout.with();
    const blog = await Checkout.with();
    const file = await refused(blog, slug, {});
    expect(file).toMatchObject({ slug, locale: 'ko', problems: [{ code, field: 'slug' }] });
    expect(await blog.files()).toEqual([fileOf('good')]);
    expect(await outside.files()).toEqual([]);
  });

  it.each([
    ['a: b: c', 'front-matter-syntax'],
    ['key: value\n---\nlayout: evil', 'snippet-document-marker'],
    ['just words', 'front-matter-not-a-map'],
  ])('front matter that is no YAML: %j', async (otherFrontMatter, code) => {
    const blog = await Checkout.with();
    const file = await refused(blog, 'bad', { otherFrontMatter });
    expect(file).toMatchObject({
      path: fileOf('bad'),
      slug: 'bad',
      problems: [{ code, field: 'otherFrontMatter' }],
    });
    expect(await blog.files()).toEqual([fileOf('good')]);
  });

  it('two posts on one path', async () => {
    const blog = await Checkout.with();
    await publishPlain(cms, 'twice', { body: '처음 글.' });
    await publishPlain(cms, 'twice', { body: '다음 글.' });
    await publishPlain(cms, 'good');

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([
      `${fileOf('twice')}: refused same-path`,
      `${fileOf('twice')}: refused same-path`,
      `${fileOf('good')}: add`,
    ]);
    expect(await blog.files()).toEqual([fileOf('good')]);
  });

  it('a place where a folder stands', async () => {
    const blog = await Checkout.with({ [`${fileOf('bad')}/note.txt`]: '메모' });
    const file = await refused(blog, 'bad', {});
    expect(file).toMatchObject({ path: fileOf('bad'), problems: [{ code: 'outside-blog' }] });
  });

  it('a place behind a symbolic link', async () => {
    const outside = await Checkout.with();
    const blog = await Checkout.with();
    await blog.link('_posts', outside.dir);
    await publishPlain(cms, 'first');

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([`${fileOf('first')}: refused outside-blog`]);
    expect(await outside.files()).toEqual([]);
  });
});

describe('an item in a survey', () => {
  const FILE = '_posts/2025-03-02-news.md';
  const text = survey('작은 소식', [
    { title: '하나', source: '[One](https://example.org/1)' },
    { title: '둘', source: '[Two](https://example.org/2)' },
  ]);

  it('that is edited and published changes its line in every post that shows it', async () => {
    const blog = await Checkout.with({ [FILE]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const { documentId } = (await cms.post({ slug: 'news' })).sections[0]!.items[1]!;
    await cms.documents('api::trend-item.trend-item').update({
      documentId,
      locale: 'ko',
      status: 'published',
      data: { body: '- 고친 설명입니다.' },
    });

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(actions(report.files)).toEqual([`${FILE}: change`]);
    expect(await blog.text(FILE)).toBe(
      text.replace('- 둘에 대한 짧은 설명입니다.', '- 고친 설명입니다.'),
    );
  });

  it('that moves up takes its label along in order', async () => {
    const blog = await Checkout.with({ [FILE]: text });
    await cms.blog.import({ blogDir: blog.dir });
    const post = await cms.post({ slug: 'news' }, 'draft');
    const { heading, prefix, items } = post.sections[0]!;
    const [one, two] = items.map(({ documentId }) => documentId);
    await edit(cms, post, { sections: [{ heading, prefix, items: [two, one] }] });

    await cms.blog.export({ blogDir: blog.dir });

    expect(await blog.text(FILE)).toBe(
      survey('작은 소식', [
        { title: '둘', source: '[Two](https://example.org/2)' },
        { title: '하나', source: '[One](https://example.org/1)' },
      ]),
    );
  });
});
