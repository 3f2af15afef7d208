import { LOCALE_STRATEGIES } from '../../../src/plugins/jekyll/core/locale-strategy';
import { publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { actions, ITEM, REFERENCE } from '../import/cms';
import { plain, survey } from '../import/texts';
import { Desk, newBlog, POLYGLOT, posts } from './desk';

const desk = new Desk();
beforeAll(() => desk.open());
afterEach(async () => {
  await desk.cms.clear();
  desk.set();
});
afterAll(() => desk.close());

const SOURCE = '[Release notes](https://example.org/release)';
const OTHER = '[The tool](https://example.org/tool)';
const koItems = [
  { title: '새 판', source: SOURCE },
  { title: '새 이름', source: OTHER },
];
const enItems = [
  { title: 'A new version', source: SOURCE },
  { title: 'A new name', source: OTHER },
];
const ko = (more: readonly string[] = []): string => survey('작은 소식', koItems, more);
const en = (more: readonly string[] = []): string => survey('Small news', enItems, more);

/** Blogs in two languages, each with one post in both and others that stand alone. */
const LAYOUTS: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'Polyglot, one slug in two folders',
    POLYGLOT,
    {
      '_posts/2025-03-02-news.md': ko(['lang: ko', 'page_id: news', 'permalink: /posts/news/']),
      '_posts/en/2025-03-02-news.md': en(['lang: en', 'page_id: news', 'permalink: /posts/news/']),
      '_posts/en/2025-03-04-alone.md': plain('Alone', ['lang: en', 'lang-exclusive: [en]']),
    },
  ],
  [
    'Polyglot, other slugs and one page_id',
    POLYGLOT,
    {
      '_posts/2025-03-02-jageun-sosik.md': ko(['page_id: news', 'permalink: /posts/sosik/']),
      '_posts/2025-03-02-small-news.md': en(['lang: en', 'page_id: news', 'permalink: /news/']),
      '_posts/2025-03-04-alone.md': plain('혼자'),
    },
  ],
  [
    'a suffix and links between addresses',
    '',
    {
      '_posts/2025-03-02-sosik.md': ko(['alternates: { en: /posts/small-news-en/ }']),
      '_posts/2025-03-05-small-news-en.md': en(['lang: en', 'alternates: { ko: /posts/sosik/ }']),
      '_posts/2025-03-04-alone-en.md': plain('Alone', ['lang: en']),
    },
  ],
  [
    'a suffix that alone tells the language',
    '',
    {
      '_posts/2025-03-02-news.md': ko(),
      '_posts/2025-03-02-news-en.md': en(),
      '_posts/2025-03-04-made-in-en.md': plain('이름에 en이 있는 글'),
    },
  ],
  [
    'a folder for each language below _posts',
    '',
    {
      '_posts/ko/2025-03-02-news.md': ko(),
      '_posts/en/2025-03-02-news.md': en(['permalink: /en/news/']),
      '_posts/en/2025-03-04-alone.md': plain('Alone'),
    },
  ],
  [
    'a folder of posts in the folder of each language',
    '',
    {
      'ko/_posts/2025-03-02-news.md': ko(),
      'en/_posts/2025-03-02-news.md': en(),
      'en/_posts/2025-03-04-alone.md': plain('Alone'),
    },
  ],
];

describe.each(LAYOUTS)('a blog with %s', (_name, config, files) => {
  it('imports as one post with two versions that share their items', async () => {
    const blog = await newBlog(config, files);
    const { totals } = await desk.cms.blog.import({ blogDir: blog.dir });
    expect(totals).toMatchObject({ created: 3, failed: 0 });

    const all = await desk.cms.posts();
    const one = all.filter(({ sections }) => sections.length > 0);
    expect(new Set(all.map(({ documentId }) => documentId)).size).toBe(2);
    expect(one.map(({ locale }) => locale).sort()).toEqual(['en', 'ko']);
    expect(new Set(one.map(({ documentId }) => documentId)).size).toBe(1);
    const shown = one.map(({ sections }) => sections[0]!.items.map((item) => item.documentId));
    expect(shown[0]).toEqual(shown[1]);
    expect(one.find(({ locale }) => locale === 'en')!.title).toBe('Small news');
  });

  it('goes back byte for byte under every strategy', async () => {
    const blog = await newBlog(config, files);
    await desk.cms.blog.import({ blogDir: blog.dir });
    const before = await blog.snapshot();
    const rows = await desk.cms.counts();
    for (const localeStrategy of [null, ...LOCALE_STRATEGIES]) {
      desk.set({ localeStrategy });
      const own = await desk.cms.blog.export({ blogDir: blog.dir });
      expect(own.totals).toMatchObject({ same: 3 });
      const empty = await newBlog(config);
      const away = await desk.cms.blog.export({ blogDir: empty.dir });
      expect(away.totals).toMatchObject({ add: 3 });
      expect(await posts(empty)).toEqual(Object.keys(files).sort());
      for (const [file, text] of Object.entries(files)) expect(await empty.text(file)).toBe(text);
    }
    expect((await desk.cms.blog.import({ blogDir: blog.dir })).totals).toMatchObject({ same: 3 });
    expect(await desk.cms.counts()).toEqual(rows);
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe.each(['polyglot', 'suffix', 'folder'])('what the CMS wrote with %s', (localeStrategy) => {
  it('comes back as the posts it was, and goes out again as it stands', async () => {
    desk.set({ localeStrategy });
    const blog = await newBlog(localeStrategy === 'polyglot' ? POLYGLOT : '');
    await desk.publish('news', { ko: { title: '소식' }, en: { title: 'News' } });
    await desk.publish('only-en', { en: { title: 'English only' } });
    await desk.cms.blog.export({ blogDir: blog.dir });
    await desk.cms.clear();

    await desk.cms.blog.import({ blogDir: blog.dir });
    const versions = (await desk.cms.posts()).map(({ locale, title }) => `${locale} ${title}`);
    expect(versions.sort()).toEqual(['en English only', 'en News', 'ko 소식']);
    expect(new Set((await desk.cms.posts()).map(({ documentId }) => documentId)).size).toBe(2);
    const { totals } = await desk.cms.blog.export({ blogDir: blog.dir });
    expect(totals).toMatchObject({ same: 3, change: 0, add: 0 });
  });
});

describe('versions of one post', () => {
  const importing = async (files: Readonly<Record<string, string>>) => {
    const blog = await newBlog('', files);
    return (await desk.cms.blog.import({ blogDir: blog.dir })).posts;
  };
  const documents = async () =>
    Object.fromEntries(
      (await desk.cms.posts()).map(({ title, documentId }) => [title, documentId]),
    );

  it('keep what each file says of the fields that they have in common', async () => {
    await importing({
      '_posts/2025-03-02-news.md': plain('소식', ['tags: [a, b]', 'math: true']),
      '_posts/en/2025-03-02-news.md': plain('News', ['tags: [c]', 'pin: true']),
    });
    const [korean, english] = [
      await desk.cms.post({ locale: 'ko' }),
      await desk.cms.post({ locale: 'en' }),
    ];
    expect(english.documentId).toBe(korean.documentId);
    expect(korean).toMatchObject({ tags: ['a', 'b'], math: true, pin: null });
    expect(english).toMatchObject({ tags: ['c'], math: null, pin: true });
  });

  it('are told by the day where several have one slug', async () => {
    await importing({
      '_posts/2025-03-02-news.md': plain('봄 소식'),
      '_posts/en/2024-03-02-news.md': plain('Old news'),
      '_posts/en/2025-03-02-news.md': plain('Spring news'),
    });
    const ids = await documents();
    expect(ids['Spring news']).toBe(ids['봄 소식']);
    expect(ids['Old news']).not.toBe(ids['봄 소식']);
  });

  it('stay apart where several files could be the translation, and are named', async () => {
    const files = {
      '_posts/2025-03-02-news.md': plain('소식'),
      '_posts/2025-03-02-news-en.md': plain('News', ['lang: en']),
      '_posts/2025-03-02-news_en.md': plain('More news', ['lang: en']),
    };
    const blog = await newBlog('', files);
    const expected = Object.keys(files)
      .sort()
      .map((file) => `${file}: created translation-ambiguous`);
    const { posts: planned } = await desk.cms.blog.import({ blogDir: blog.dir, dryRun: true });
    expect(actions(planned)).toEqual(expected);
    const { posts: done } = await desk.cms.blog.import({ blogDir: blog.dir });
    expect(actions(done)).toEqual(expected);
    expect(done[1]!.problems[0]).toMatchObject({ severity: 'warning' });
    expect(new Set(Object.values(await documents())).size).toBe(3);
  });

  it('join a post that was only written in the CMS', async () => {
    const { documentId } = await publishPlain(desk.cms, 'news');
    await importing({ '_posts/en/2025-03-02-news.md': plain('News') });
    expect((await desk.cms.post({ locale: 'en' })).documentId).toBe(documentId);
  });

  it('read the codes of the configuration', async () => {
    desk.set({ languageCodes: { en: 'us' } });
    await importing({
      '_posts/2025-03-02-news.md': plain('소식'),
      '_posts/2025-03-02-news-us.md': plain('News', ['lang: us']),
    });
    const ids = await documents();
    expect(ids['News']).toBe(ids['소식']);
    expect((await desk.cms.post({ title: 'News' })).locale).toBe('en');
  });
});

describe('items of a translation', () => {
  /** Documents of the items of each version, in order. */
  async function itemsOf(english: string): Promise<Record<'ko' | 'en', string[]>> {
    const blog = await Checkout.with({
      '_posts/2025-03-02-news.md': ko(),
      '_posts/en/2025-03-02-news.md': english,
    });
    await desk.cms.blog.import({ blogDir: blog.dir });
    const of = async (locale: string) =>
      (await desk.cms.post({ locale })).sections[0]!.items.map(({ documentId }) => documentId);
    return { ko: await of('ko'), en: await of('en') };
  }

  it('are known by what they cite, in whatever order', async () => {
    const ids = await itemsOf(survey('Small news', [...enItems].reverse()));
    expect(ids.en).toEqual([...ids.ko].reverse());
  });

  it('are known by what they cite where one is missing', async () => {
    const ids = await itemsOf(survey('Small news', [enItems[1]!]));
    expect(ids.en).toEqual([ids.ko[1]]);
  });

  it('are items of their own where they cite something else', async () => {
    const elsewhere = '[Elsewhere](https://example.org/elsewhere)';
    const ids = await itemsOf(
      survey('Small news', [enItems[0]!, { title: 'Another', source: elsewhere }]),
    );
    expect(ids.en[0]).toBe(ids.ko[0]);
    expect(ids.ko).not.toContain(ids.en[1]);
    expect(new Set((await desk.cms.rows(ITEM)).map(({ documentId }) => documentId)).size).toBe(3);
  });

  it('share a reference only where its address is one', async () => {
    const book = '어느 책, 2024';
    const blog = await Checkout.with({
      '_posts/2025-03-02-news.md': survey('소식', [
        { title: '하나', source: SOURCE },
        { title: '둘', source: book },
      ]),
      '_posts/en/2025-03-02-news.md': survey('News', [
        { title: 'One', source: SOURCE },
        { title: 'Two', source: book },
      ]),
    });
    await desk.cms.blog.import({ blogDir: blog.dir });
    const rows = await desk.cms.rows(REFERENCE);
    const documents = (url: string | null) =>
      new Set(rows.filter((row) => row['url'] === url).map(({ documentId }) => documentId)).size;
    expect(documents('https://example.org/release')).toBe(1);
    expect(documents(null)).toBe(2);
  });
});
