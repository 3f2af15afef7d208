import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from './checkout';
import { actions, Cms, FILE, ITEM, POST, REFERENCE } from './cms';
import { plain, survey } from './texts';

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

const RELEASE = '[Release notes](https://example.org/release)';
const TOOL = '[The tool](https://example.org/tool)';
const TWO_ITEMS = [
  { title: '새 판이 나왔습니다', source: RELEASE },
  { title: '도구 이름이 바뀌었습니다', source: TOOL },
];
const NEWS = '_posts/2025-03-02-news.md';

describe('a second import', () => {
  it('finds every file the same and creates no row', async () => {
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-03-01-plain.md': plain('한 줄 글'),
    });
    const first = await cms.blog.import({ blogDir: blog.dir });
    expect(first.totals).toEqual({
      posts: 2,
      created: 2,
      updated: 0,
      same: 0,
      failed: 0,
      items: 2,
      citations: 2,
      media: 0,
    });
    const counts = await cms.counts();

    const second = await cms.blog.import({ blogDir: blog.dir });

    expect(second.totals).toMatchObject({ created: 0, updated: 0, same: 2, failed: 0 });
    expect(await cms.counts()).toEqual(counts);
  });

  it('takes a changed file over, and moved or reworded items stay the documents they were', async () => {
    const blog = await Checkout.with({ [NEWS]: survey('작은 소식', TWO_ITEMS) });
    await cms.blog.import({ blogDir: blog.dir });
    const before = await cms.post({ slug: 'news' });
    const [release, tool] = before.sections[0]!.items;

    await blog.write(
      NEWS,
      survey('큰 소식', [
        { title: '도구 이름이 바뀌었습니다', source: TOOL },
        { title: '둘 사이의 새 소식', source: '[Between](https://example.org/between)' },
        { title: '새 판이 드디어 나왔습니다', source: RELEASE },
      ]),
    );
    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NEWS}: updated`]);
    const after = await cms.post({ slug: 'news' });
    expect(after.documentId).toBe(before.documentId);
    expect(after.title).toBe('큰 소식');
    const items = after.sections[0]!.items;
    expect(items.map(({ title }) => title)).toEqual([
      '도구 이름이 바뀌었습니다',
      '둘 사이의 새 소식',
      '새 판이 드디어 나왔습니다',
    ]);
    expect([items[0]!.documentId, items[2]!.documentId]).toEqual([
      tool!.documentId,
      release!.documentId,
    ]);
    expect(await cms.rows(ITEM, { publishedAt: { $notNull: true } })).toHaveLength(3);
  });

  it.each([
    [
      'of the post',
      async (): Promise<void> => {
        const { documentId, locale } = await cms.post({ slug: 'news' });
        await cms.documents(POST).update({ documentId, locale, data: { tags: ['초안'] } });
      },
    ],
    [
      'of an item',
      async (): Promise<void> => {
        const { documentId } = (await cms.post({ slug: 'news' })).sections[0]!.items[0]!;
        await cms
          .documents(ITEM)
          .update({ documentId, locale: 'ko', data: { body: '- 고친 설명입니다.' } });
      },
    ],
  ])('keeps what a draft %s says beside what the file says', async (_what, change) => {
    const more = ['categories: [AI]', 'math: true', 'tags: [one]'];
    const blog = await Checkout.with({ [NEWS]: survey('작은 소식', TWO_ITEMS, more) });
    await cms.blog.import({ blogDir: blog.dir });
    await change();
    const before = await cms.post({ slug: 'news' }, 'draft');
    await blog.edit(NEWS, '작은 소식', '블로그에서 고친 소식');

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NEWS}: updated`]);
    const after = await cms.post({ slug: 'news' }, 'draft');
    expect(after.title).toBe('블로그에서 고친 소식');
    expect(after['tags']).toEqual(before['tags']);
    const bodies = ({ sections }: typeof before) => sections[0]!.items.map(({ body }) => body);
    expect(bodies(after)).toEqual(bodies(before));
    const published = await cms.post({ slug: 'news' });
    expect(published).toMatchObject({ title: '블로그에서 고친 소식', tags: ['one'] });
    expect(bodies(published)).not.toContain('- 고친 설명입니다.');
  });

  it('overwrites nothing where file and draft changed the same line', async () => {
    const blog = await Checkout.with({ [NEWS]: survey('작은 소식', TWO_ITEMS) });
    await cms.blog.import({ blogDir: blog.dir });
    const { documentId, locale } = await cms.post({ slug: 'news' });
    await cms.documents(POST).update({ documentId, locale, data: { title: '고친 제목' } });
    const before = await cms.posts({}, 'draft');
    await blog.edit(NEWS, '작은 소식', '블로그에서 고친 소식');

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NEWS}: failed changed-in-cms`]);
    expect(await cms.posts({}, 'draft')).toEqual(before);
    expect((await cms.post({ slug: 'news' })).title).toBe('작은 소식');
  });
});

describe('a reference', () => {
  it('is found again by its address in another post', async () => {
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-04-02-more-news.md': survey('다음 소식', [
        { title: '그 뒤의 이야기', source: RELEASE },
      ]),
    });
    await cms.blog.import({ blogDir: blog.dir });

    const references = await cms.rows(REFERENCE, { url: 'https://example.org/release' });
    expect(references).toHaveLength(1);
    const cited = await Promise.all(
      ['news', 'more-news'].map(async (slug) => {
        const shown = await cms.post({ slug });
        return shown.sections[0]!.items[0]!.citations[0]!.reference!.documentId;
      }),
    );
    expect(cited).toEqual([references[0]!.documentId, references[0]!.documentId]);
  });

  it('is one document with a row for each locale that cites it', async () => {
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-04-02-english.md': survey(
        'Later news',
        [{ title: 'What came of it', source: RELEASE }],
        ['lang: en'],
      ),
    });
    await cms.blog.import({ blogDir: blog.dir });

    const rows = await cms.rows(REFERENCE, { url: 'https://example.org/release' });
    expect(rows.map(({ locale }) => locale).sort()).toEqual(['en', 'ko']);
    expect(new Set(rows.map(({ documentId }) => documentId)).size).toBe(1);
    const english = await cms.post({ slug: 'english' });
    expect(english.sections[0]!.items[0]!.citations[0]!.reference).toMatchObject({ locale: 'en' });
  });

  it('printed in other words keeps the printed text, and its own title', async () => {
    const printed = 'Kim et al., [the notes](https://example.org/release), 2025.';
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-04-02-more-news.md': survey('다음 소식', [{ title: '이야기', source: printed }]),
    });
    await cms.blog.import({ blogDir: blog.dir });

    const textOf = async (slug: string) =>
      (await cms.post({ slug })).sections[0]!.items[0]!.citations[0]!;
    expect(await textOf('news')).toMatchObject({ text: null });
    expect(await textOf('more-news')).toMatchObject({
      text: printed,
      reference: { title: 'Release notes', url: 'https://example.org/release' },
    });
  });
});

describe('what is a draft', () => {
  it('a file that says `published: false` is stored as a draft, items and all', async () => {
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS, ['published: false']),
    });
    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NEWS}: created`]);
    expect((await cms.post({ slug: 'news' }, 'draft')).sections[0]!.items).toHaveLength(2);
    expect(await cms.rows(POST, { publishedAt: { $notNull: true } })).toEqual([]);
    expect(await cms.rows(ITEM, { publishedAt: { $notNull: true } })).toEqual([]);
  });

  it('everything is one where drafts are asked for', async () => {
    const blog = await Checkout.with({
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-03-01-plain.md': plain('한 줄 글'),
    });
    await cms.blog.import({ blogDir: blog.dir, draft: true });

    expect(await cms.posts({}, 'draft')).toHaveLength(2);
    expect(await cms.rows(POST, { publishedAt: { $notNull: true } })).toEqual([]);
    expect(await cms.rows(ITEM, { publishedAt: { $notNull: true } })).toEqual([]);
  });
});

describe('a run', () => {
  it('stores nothing when it is a dry one, and says what it would do', async () => {
    const blog = await Checkout.with({ [NEWS]: survey('작은 소식', TWO_ITEMS) });
    const before = await cms.counts();

    const report = await cms.blog.import({ blogDir: blog.dir, dryRun: true });

    expect(report.posts).toMatchObject([
      { file: NEWS, slug: 'news', locale: 'ko', kind: 'survey', action: 'created', items: 2 },
    ]);
    expect(await cms.counts()).toEqual(before);
  });

  it('a dry one changes nothing of a changed file', async () => {
    const blog = await Checkout.with({ [NEWS]: survey('작은 소식', TWO_ITEMS) });
    await cms.blog.import({ blogDir: blog.dir });
    await blog.edit(NEWS, '작은 소식', '고친 소식');

    const report = await cms.blog.import({ blogDir: blog.dir, dryRun: true });

    expect(actions(report.posts)).toEqual([`${NEWS}: updated`]);
    expect((await cms.post({ slug: 'news' })).title).toBe('작은 소식');
  });

  it('reads only the files that its glob names', async () => {
    const blog = await Checkout.with({
      '_posts/2024-12-31-old.md': plain('지난해 글'),
      '_posts/2025-01-01-new.md': plain('새해 글'),
      '_posts/en/2025-01-02-deep.markdown': plain('A post in a folder'),
    });
    const read = async (posts: string): Promise<string[]> =>
      (await cms.blog.import({ blogDir: blog.dir, posts, dryRun: true })).posts.map(
        ({ file }) => file,
      );
    expect(await read('_posts/2025-*')).toEqual(['_posts/2025-01-01-new.md']);
    expect(await read('_posts/**/2025-*')).toEqual([
      '_posts/2025-01-01-new.md',
      '_posts/en/2025-01-02-deep.markdown',
    ]);
    expect(await read('_posts/????-??-??-old.md')).toEqual(['_posts/2024-12-31-old.md']);
  });

  it('leaves nothing of a file whose storing fails in the middle, and goes on', async () => {
    const blog = await Checkout.with({
      '_posts/2025-03-01-before.md': plain('앞의 글'),
      [NEWS]: survey('작은 소식', TWO_ITEMS),
      '_posts/2025-03-03-after.md': plain('뒤의 글'),
    });
    // The record is the last row of a file: post, items and references are stored by then.
    const stop = app.strapi.db.lifecycles.subscribe({
      models: [FILE],
      beforeCreate({ params }: { params: { data?: { path?: string } } }) {
        if (params.data?.path === NEWS) throw new Error('the disk is full');
      },
    } as never);
    try {
      const report = await cms.blog.import({ blogDir: blog.dir });
      expect(actions(report.posts)).toEqual([
        '_posts/2025-03-01-before.md: created',
        `${NEWS}: failed not-stored`,
        '_posts/2025-03-03-after.md: created',
      ]);
      expect(report.posts[1]!.problems[0]!.message.en).toContain('the disk is full');
    } finally {
      stop();
    }
    expect((await cms.posts()).map(({ slug }) => slug)).toEqual(['before', 'after']);
    for (const uid of [ITEM, REFERENCE]) expect(await cms.rows(uid)).toEqual([]);

    const again = await cms.blog.import({ blogDir: blog.dir });
    expect(again.totals).toMatchObject({ created: 1, same: 2, failed: 0 });
  });
});
