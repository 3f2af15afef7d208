import { LOCALE_STRATEGIES } from '../../../src/plugins/jekyll/core/locale-strategy';
import { itWithJekyll, itWithPolyglot } from '../../helpers/programs';
import type { Checkout } from '../import/checkout';
import { actions, POST } from '../import/cms';
import { plain } from '../import/texts';
import { Desk, listed, newBlog, POLYGLOT, posts, shown } from './desk';

const desk = new Desk();
beforeAll(() => desk.open());
afterEach(async () => {
  await desk.cms.clear();
  desk.set();
});
afterAll(() => desk.close());

const LIMIT = 120_000;
const DAY = '2025-03-02';
const exported = async (blog: Checkout) =>
  actions((await desk.cms.blog.export({ blogDir: blog.dir })).files);

/** A post in both languages and one in each alone. */
async function publishAll() {
  const news = await desk.publish('news', { ko: { title: '소식' }, en: { title: 'News' } });
  await desk.publish('only-ko', { ko: { title: '한국어만' } });
  await desk.publish('only-en', { en: { title: 'English only' } });
  return news;
}

/** Exports, finds everything in step afterwards, and gives the files. */
async function exportAll(blog: Checkout): Promise<string[]> {
  const { totals } = await desk.cms.blog.export({ blogDir: blog.dir });
  expect(totals).toMatchObject({ conflict: 0, refused: 0 });
  const again = await desk.cms.blog.export({ blogDir: blog.dir });
  expect(again.totals).toMatchObject({ same: 4, add: 0, change: 0, rename: 0, delete: 0 });
  return posts(blog);
}

const head = async (blog: Checkout, file: string): Promise<string[]> =>
  ((await blog.text(file)).split('---\n')[1] ?? '')
    .split('\n')
    .filter((line) => line !== '' && !/^(?:title|date):/.test(line));

describe('without a strategy', () => {
  it('a version in another locale has an ending and its language, and nothing else is written', async () => {
    const blog = await newBlog();
    await publishAll();
    expect(await exportAll(blog)).toEqual([
      `_posts/${DAY}-news-en.md`,
      `_posts/${DAY}-news.md`,
      `_posts/${DAY}-only-en.md`,
      `_posts/${DAY}-only-ko.md`,
    ]);
    expect(await head(blog, `_posts/${DAY}-news.md`)).toEqual([]);
    expect(await head(blog, `_posts/${DAY}-news-en.md`)).toEqual(['lang: en']);
  });
});

describe('polyglot', () => {
  const KO = `_posts/${DAY}-news.md`;
  const EN = `_posts/en/${DAY}-news.md`;

  itWithPolyglot(
    'shows both versions at one address, and a post in one language on no other site',
    async () => {
      desk.set({ localeStrategy: 'polyglot' });
      const blog = await newBlog(POLYGLOT);
      await publishAll();
      expect(await exportAll(blog)).toEqual([
        KO,
        `_posts/${DAY}-only-ko.md`,
        EN,
        `_posts/en/${DAY}-only-en.md`,
      ]);
      const about = [`page_id: ${DAY}-news`, 'permalink: /posts/news/'];
      expect(await head(blog, KO)).toEqual(['lang: ko', ...about]);
      expect(await head(blog, EN)).toEqual(['lang: en', ...about]);

      const site = await desk.build(blog);
      const links = [
        'ko https://blog.example/posts/news/',
        'en https://blog.example/en/posts/news/',
      ];
      expect(await shown(site, '/posts/news/')).toEqual({ title: '소식', text: 'news ko', links });
      expect(await shown(site, '/en/posts/news/')).toEqual({
        title: 'News',
        text: 'news en',
        links,
      });
      expect(await listed(site)).toEqual(['소식', '한국어만']);
      expect(await listed(site, '/en/')).toEqual(['English only', 'News']);
      await expect(site.bytes('/posts/only-en/index.html')).rejects.toThrow('ENOENT');
      await expect(site.bytes('/en/posts/only-ko/index.html')).rejects.toThrow('ENOENT');
      expect(await shown(site, '/en/posts/only-en/')).toMatchObject({ title: 'English only' });
    },
    LIMIT,
  );

  itWithPolyglot(
    'opens a post to its translation, and closes it again without',
    async () => {
      desk.set({ localeStrategy: 'polyglot' });
      const blog = await newBlog(POLYGLOT);
      const { documentId } = await desk.publish('news', { ko: { title: '소식' } });
      await exported(blog);
      expect(await head(blog, KO)).toContain('lang-exclusive: [ko]');

      await desk.cms.documents(POST).update({
        documentId,
        locale: 'en',
        status: 'published',
        data: { slug: 'news', title: 'News', date: `${DAY}T00:00:00.000Z`, body: 'news en' },
      });
      expect(await exported(blog)).toEqual([`${KO}: change`, `${EN}: add`]);
      expect(await head(blog, KO)).not.toContain('lang-exclusive: [ko]');
      expect(await listed(await desk.build(blog), '/en/')).toEqual(['News']);

      await desk.cms.documents(POST).unpublish({ documentId, locale: 'en' });
      expect(await exported(blog)).toEqual([`${EN}: delete`, `${KO}: change`]);
      expect(await head(blog, KO)).toContain('lang-exclusive: [ko]');
    },
    LIMIT,
  );

  itWithPolyglot(
    'keeps both versions at one address when they move',
    async () => {
      desk.set({ localeStrategy: 'polyglot' });
      const blog = await newBlog(POLYGLOT);
      const { documentId } = await publishAll();
      await exportAll(blog);
      for (const locale of ['ko', 'en']) {
        const data = { slug: 'moved' };
        await desk.cms.documents(POST).update({ documentId, locale, status: 'published', data });
      }
      expect(await exportAll(blog)).toContain(`_posts/en/${DAY}-moved.md`);
      const site = await desk.build(blog);
      expect(await shown(site, '/posts/moved/')).toMatchObject({ title: '소식' });
      expect(await shown(site, '/en/posts/moved/')).toMatchObject({ title: 'News' });
      expect(await head(blog, `_posts/${DAY}-moved.md`)).toEqual([
        'lang: ko',
        `page_id: ${DAY}-moved`,
        'permalink: /posts/moved/',
      ]);
    },
    LIMIT,
  );

  itWithPolyglot(
    'lets a translation join an imported post, whose file stays as it is',
    async () => {
      const text = plain('오래된 글', ['permalink: /old/place/']);
      const blog = await newBlog(POLYGLOT, { '_posts/2025-03-02-old.md': text });
      await desk.cms.blog.import({ blogDir: blog.dir });
      desk.set({ localeStrategy: 'polyglot' });
      const { documentId } = await desk.cms.post({ locale: 'ko' });
      await desk.cms.documents(POST).update({
        documentId,
        locale: 'en',
        status: 'published',
        data: { slug: 'old', title: 'An old post', date: `${DAY}T00:00:00.000Z`, body: 'Text.' },
      });
      expect(await exported(blog)).toEqual([
        '_posts/2025-03-02-old.md: same',
        '_posts/en/2025-03-02-old.md: add',
      ]);
      expect(await blog.text('_posts/2025-03-02-old.md')).toBe(text);
      const site = await desk.build(blog);
      expect(await shown(site, '/old/place/')).toMatchObject({ title: '오래된 글' });
      expect(await shown(site, '/en/old/place/')).toMatchObject({ title: 'An old post' });
    },
    LIMIT,
  );

  it('writes the codes of the site, and the configured ones before', async () => {
    desk.set({ localeStrategy: 'polyglot', languageCodes: { en: 'en-US' } });
    const blog = await newBlog(
      POLYGLOT.replace('[ko, en]', '[ko-KR, en-GB, en-US]').replace(
        'default_lang: ko',
        'default_lang: ko-KR',
      ),
    );
    await publishAll();
    await exportAll(blog);
    expect(await head(blog, KO)).toContain('lang: ko-KR');
    expect(await head(blog, EN)).toContain('lang: en-US');
  });

  it('refuses what the site would not show, and says what it lacks', async () => {
    desk.set({ localeStrategy: 'polyglot' });
    await desk.publish('news', { ko: { title: '소식' }, en: { title: 'News' } });
    const korean = await newBlog(POLYGLOT.replace('[ko, en]', '[ko]'));
    expect(await exported(korean)).toEqual([`${KO}: add`, `${EN}: refused language-not-on-site`]);
    expect(await posts(korean)).toEqual([KO]);
    await desk.cms.clear();

    await desk.publish('news', { ko: { title: '소식' } });
    const bare = await newBlog();
    expect(await exported(bare)).toEqual([`${KO}: refused polyglot-missing`]);
  });

  it('refuses two posts in one language at one address, and no two languages', async () => {
    desk.set({ localeStrategy: 'polyglot' });
    const blog = await newBlog(POLYGLOT);
    const other = { date: '2025-04-01T00:00:00.000Z' };
    await desk.publish('news', { ko: { title: '소식' }, en: { title: 'News' } });
    await desk.publish('news', { en: { title: 'Other news', ...other } });
    await exported(blog).then((files) =>
      expect(files).toEqual([
        `${KO}: add`,
        `${EN}: refused same-address`,
        '_posts/en/2025-04-01-news.md: refused same-address',
      ]),
    );
  });
});

describe('suffix', () => {
  const KO = `_posts/${DAY}-news.md`;
  const EN = `_posts/${DAY}-news-en.md`;

  itWithJekyll(
    'gives each version a file and an address of its own, and links them',
    async () => {
      desk.set({ localeStrategy: 'suffix' });
      const blog = await newBlog();
      const { documentId } = await publishAll();
      expect(await exportAll(blog)).toEqual([
        EN,
        KO,
        `_posts/${DAY}-only-en.md`,
        `_posts/${DAY}-only-ko.md`,
      ]);
      expect(await head(blog, KO)).toEqual(['lang: ko-KR', 'alternates:', '  en: /posts/news-en/']);
      expect(await head(blog, EN)).toEqual(['lang: en', 'alternates:', '  ko-KR: /posts/news/']);
      expect(await head(blog, `_posts/${DAY}-only-ko.md`)).toEqual(['lang: ko-KR']);

      const site = await desk.build(blog);
      expect(await shown(site, '/posts/news/')).toEqual({
        title: '소식',
        text: 'news ko',
        links: ['en /posts/news-en/'],
      });
      expect(await shown(site, '/posts/news-en/')).toEqual({
        title: 'News',
        text: 'news en',
        links: ['ko-KR /posts/news/'],
      });
      expect(await listed(site)).toHaveLength(4);

      // One version moves: the link of the other follows.
      const data = { slug: 'new-name' };
      await desk.cms
        .documents(POST)
        .update({ documentId, locale: 'en', status: 'published', data });
      await exportAll(blog);
      expect((await shown(await desk.build(blog), '/posts/news/')).links).toEqual([
        'en /posts/new-name-en/',
      ]);
    },
    LIMIT,
  );

  itWithJekyll(
    'lets the theme find the translation of an imported post, whose file stays as it is',
    async () => {
      const text = plain('오래된 글');
      const blog = await newBlog('', { '_posts/2025-03-02-old.md': text });
      await desk.cms.blog.import({ blogDir: blog.dir });
      desk.set({ localeStrategy: 'suffix' });
      const { documentId } = await desk.cms.post({ locale: 'ko' });
      await desk.cms.documents(POST).update({
        documentId,
        locale: 'en',
        status: 'published',
        data: { slug: 'old', title: 'An old post', date: `${DAY}T00:00:00.000Z`, body: 'Text.' },
      });
      expect(await exported(blog)).toEqual([
        '_posts/2025-03-02-old.md: same',
        '_posts/2025-03-02-old-en.md: add',
      ]);
      expect(await blog.text('_posts/2025-03-02-old.md')).toBe(text);
      const site = await desk.build(blog);
      expect((await shown(site, '/posts/old/')).links).toEqual(['en /posts/old-en/']);
      expect((await shown(site, '/posts/old-en/')).links).toEqual(['ko-KR /posts/old/']);
    },
    LIMIT,
  );
});

describe('folder', () => {
  const KO = `_posts/ko/${DAY}-news.md`;
  const EN = `_posts/en/${DAY}-news.md`;

  itWithJekyll(
    'gives each locale a folder, and the other language an address of its own',
    async () => {
      desk.set({ localeStrategy: 'folder' });
      const blog = await newBlog();
      await publishAll();
      expect(await exportAll(blog)).toEqual([
        EN,
        `_posts/en/${DAY}-only-en.md`,
        KO,
        `_posts/ko/${DAY}-only-ko.md`,
      ]);
      expect(await head(blog, KO)).toEqual(['lang: ko-KR', 'alternates:', '  en: /en/posts/news/']);
      expect(await head(blog, EN)).toEqual([
        'lang: en',
        'permalink: /en/posts/news/',
        'alternates:',
        '  ko-KR: /posts/news/',
      ]);
      const site = await desk.build(blog);
      expect(await shown(site, '/posts/news/')).toMatchObject({
        title: '소식',
        links: ['en /en/posts/news/'],
      });
      expect(await shown(site, '/en/posts/news/')).toMatchObject({
        title: 'News',
        links: ['ko-KR /posts/news/'],
      });
      expect(await shown(site, '/en/posts/only-en/')).toMatchObject({ title: 'English only' });
      expect(await listed(site)).toHaveLength(4);
    },
    LIMIT,
  );

  itWithJekyll(
    'leaves addresses to a site that tells them apart itself',
    async () => {
      desk.set({ localeStrategy: 'folder' });
      const blog = await newBlog('');
      await blog.edit(
        '_config.yml',
        'values: { layout: post } }]',
        'values: { layout: post } }, { scope: { path: _posts/en }, values: { permalink: "/english/:title/" } }]',
      );
      await publishAll();
      await exportAll(blog);
      expect(await head(blog, EN)).toEqual(['lang: en', 'alternates:', '  ko-KR: /posts/news/']);
      const site = await desk.build(blog);
      expect((await shown(site, '/posts/news/')).links).toEqual(['en /english/news/']);
      expect(await shown(site, '/english/news/')).toMatchObject({ title: 'News' });
    },
    LIMIT,
  );
});

describe('single', () => {
  itWithJekyll(
    'writes one locale and names what it leaves out',
    async () => {
      desk.set({ localeStrategy: 'single' });
      const blog = await newBlog();
      await publishAll();
      expect(await exported(blog)).toEqual([
        `_posts/${DAY}-news.md: add`,
        `_posts/${DAY}-news.md: same locale-left-out`,
        `_posts/${DAY}-only-ko.md: add`,
        `_posts/${DAY}-only-en.md: same locale-left-out`,
      ]);
      expect(await posts(blog)).toEqual([`_posts/${DAY}-news.md`, `_posts/${DAY}-only-ko.md`]);
      expect(await head(blog, `_posts/${DAY}-news.md`)).toEqual([]);
      expect(await listed(await desk.build(blog))).toEqual(['소식', '한국어만']);
      const { posts: status } = await desk.cms.blog.status({ blogDir: blog.dir, slugs: ['news'] });
      expect(status[0]?.versions.map(({ state }) => state)).toEqual(['in-step', 'left-out']);
    },
    LIMIT,
  );

  itWithJekyll(
    'writes the chosen locale',
    async () => {
      desk.set({ localeStrategy: 'single', singleLocale: 'en' });
      const blog = await newBlog();
      await publishAll();
      await exported(blog);
      expect(await posts(blog)).toEqual([`_posts/${DAY}-news.md`, `_posts/${DAY}-only-en.md`]);
      expect(await head(blog, `_posts/${DAY}-news.md`)).toEqual(['lang: en']);
      expect(await listed(await desk.build(blog))).toEqual(['English only', 'News']);
    },
    LIMIT,
  );
});

describe('another strategy later', () => {
  const settings = [null, ...LOCALE_STRATEGIES];
  it.each(settings)(
    'leaves what was written with %s where and as it is',
    async (localeStrategy) => {
      const blog = await newBlog(POLYGLOT);
      desk.set({ localeStrategy });
      const { documentId } = await desk.publish('news', {
        ko: { title: '소식' },
        ...(localeStrategy === 'single' ? {} : { en: { title: 'News' } }),
      });
      await desk.cms.blog.export({ blogDir: blog.dir });
      const before = await blog.snapshot();
      for (const other of settings) {
        desk.set({ localeStrategy: other });
        const { totals } = await desk.cms.blog.export({ blogDir: blog.dir });
        expect(totals).toMatchObject({ add: 0, change: 0, rename: 0, delete: 0, refused: 0 });
      }
      expect(await blog.snapshot()).toEqual(before);

      // A change says itself and nothing else.
      const [file = ''] = (await posts(blog)).filter((name) => !/en/.test(name));
      const text = await blog.text(file);
      const data = { body: '다른 글' };
      await desk.cms
        .documents(POST)
        .update({ documentId, locale: 'ko', status: 'published', data });
      await desk.cms.blog.export({ blogDir: blog.dir });
      expect(await blog.text(file)).toBe(text.replace('news ko', '다른 글'));
    },
  );

  itWithPolyglot(
    'lets a translation join a post that was written before',
    async () => {
      const blog = await newBlog(POLYGLOT);
      const { documentId } = await desk.publish('news', { ko: { title: '소식' } });
      await desk.cms.blog.export({ blogDir: blog.dir });
      desk.set({ localeStrategy: 'polyglot' });
      await desk.cms.documents(POST).update({
        documentId,
        locale: 'en',
        status: 'published',
        data: { slug: 'small-news', title: 'News', date: `${DAY}T00:00:00.000Z`, body: 'news en' },
      });
      expect(await exported(blog)).toEqual([
        `_posts/${DAY}-news.md: same`,
        `_posts/en/${DAY}-small-news.md: add`,
      ]);
      const site = await desk.build(blog);
      expect(await shown(site, '/posts/news/')).toMatchObject({ title: '소식' });
      expect(await shown(site, '/en/posts/news/')).toMatchObject({ title: 'News' });
    },
    LIMIT,
  );
});

describe('a file that the CMS wrote and somebody changed in the blog', () => {
  it('keeps the change, and goes on following the other versions', async () => {
    desk.set({ localeStrategy: 'suffix' });
    const blog = await newBlog();
    const KO = `_posts/${DAY}-news.md`;
    const { documentId } = await desk.publish('news', {
      ko: { title: '소식' },
      en: { title: 'News' },
    });
    await exported(blog);
    await blog.edit(KO, 'lang: ko-KR\n', 'lang: ko-KR\nhidden: true\n');
    await exported(blog);
    expect((await desk.cms.post({ locale: 'ko' }))['otherFrontMatter']).toBe('hidden: true\n');
    const data = { slug: 'small-news' };
    await desk.cms.documents(POST).update({ documentId, locale: 'en', status: 'published', data });
    await exported(blog);
    expect(await head(blog, KO)).toEqual([
      'lang: ko-KR',
      'hidden: true',
      'alternates:',
      '  en: /posts/small-news-en/',
    ]);
    expect((await desk.cms.blog.export({ blogDir: blog.dir })).totals).toMatchObject({ same: 2 });
  });

  it('has an address that the blog chose from then on', async () => {
    desk.set({ localeStrategy: 'polyglot' });
    const blog = await newBlog(POLYGLOT);
    await desk.publish('news', { ko: { title: '소식' }, en: { title: 'News' } });
    await exported(blog);
    await blog.edit(`_posts/${DAY}-news.md`, 'permalink: /posts/news/', 'permalink: /chosen/');
    await exported(blog);
    await exported(blog);
    expect(await head(blog, `_posts/${DAY}-news.md`)).toContain('permalink: /chosen/');
    // The translation follows, so that the two still meet.
    expect(await head(blog, `_posts/en/${DAY}-news.md`)).toContain('permalink: /chosen/');
    expect((await desk.cms.blog.export({ blogDir: blog.dir })).totals).toMatchObject({ same: 2 });
  });
});

describe('an imported post', () => {
  it.each(LOCALE_STRATEGIES)('is edited with %s without a word of it', async (localeStrategy) => {
    const text = plain('오래된 글', [], '본문');
    const english = plain('An old post', ['lang: en'], 'Text.');
    const blog = await newBlog(POLYGLOT, {
      '_posts/2025-03-02-old.md': text,
      '_posts/2025-03-02-old-en.md': english,
    });
    await desk.cms.blog.import({ blogDir: blog.dir });
    desk.set({ localeStrategy });
    const { documentId } = await desk.cms.post({ locale: 'ko' });
    for (const [locale, title] of [
      ['ko', '새 제목'],
      ['en', 'A new title'],
    ]) {
      const data = { title };
      await desk.cms.documents(POST).update({ documentId, locale, status: 'published', data });
    }
    await exported(blog);
    expect(await blog.text('_posts/2025-03-02-old.md')).toBe(text.replace('오래된 글', '새 제목'));
    expect(await blog.text('_posts/2025-03-02-old-en.md')).toBe(
      english.replace('An old post', 'A new title'),
    );
  });
});
