import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from './checkout';
import { Cms, ITEM } from './cms';
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

const TWIN_KO = '_posts/2025-03-02-news.md';
const TWIN_EN = '_posts/2025-03-02-news-en.md';
const SOURCE = '[Release notes](https://example.org/release)';
const OTHER_SOURCE = '[The tool](https://example.org/tool)';
const twins = (): Promise<Checkout> =>
  Checkout.with({
    [TWIN_KO]: survey('작은 소식', [
      { title: '새 판', source: SOURCE },
      { title: '새 이름', source: OTHER_SOURCE },
    ]),
    [TWIN_EN]: survey(
      'Small news',
      [
        { title: 'A new version', source: SOURCE },
        { title: 'A new name', source: OTHER_SOURCE },
      ],
      ['lang: en'],
    ),
  });

describe('the locale of a file', () => {
  it.each([
    ['its `lang`', { '_posts/2025-03-02-a.md': plain('A', ['lang: en']) }, 'en'],
    ['a region of its `lang`', { '_posts/2025-03-02-a.md': plain('A', ['lang: en-US']) }, 'en'],
    ['a folder under _posts', { '_posts/en/2025-03-02-a.md': plain('A') }, 'en'],
    ['a folder over _posts', { 'en/_posts/2025-03-02-a.md': plain('A') }, 'en'],
    [
      'the language of the site',
      { '_config.yml': 'lang: en-GB\n', '_posts/2025-03-02-a.md': plain('A') },
      'en',
    ],
    ['nothing, the default locale', { '_posts/2025-03-02-a.md': plain('A') }, 'ko'],
    [
      'its `lang` rather than folder and site',
      { '_config.yml': 'lang: en\n', '_posts/en/2025-03-02-a.md': plain('A', ['lang: ko-KR']) },
      'ko',
    ],
    [
      'its folder rather than the site',
      { '_config.yml': 'lang: en\n', '_posts/ko/2025-03-02-a.md': plain('A') },
      'ko',
    ],
  ])('comes from %s', async (_what, files, locale) => {
    const blog = await Checkout.with(files);
    const report = await cms.blog.import({ blogDir: blog.dir });
    expect(report.posts).toMatchObject([{ action: 'created', locale }]);
    expect((await cms.posts()).map((post) => post.locale)).toEqual([locale]);
  });

  it('is the chosen one, whatever file and site say', async () => {
    const blog = await Checkout.with({
      '_config.yml': 'lang: ko\n',
      '_posts/2025-03-02-a.md': plain('A', ['lang: ko']),
    });
    await cms.blog.import({ blogDir: blog.dir, locale: 'en' });
    expect((await cms.posts()).map((post) => post.locale)).toEqual(['en']);
  });

  it('must be one that Strapi has', async () => {
    const blog = await Checkout.with({ '_posts/2025-03-02-a.md': plain('A') });
    const report = await cms.blog.import({ blogDir: blog.dir, locale: 'fr' });
    expect(report.posts).toMatchObject([
      { action: 'failed', problems: [{ code: 'unknown-locale' }] },
    ]);
    expect(await cms.posts({}, 'draft')).toEqual([]);
  });
});

describe('a post and its translation', () => {
  it.each([
    ['in one run', [undefined]],
    ['the translation later', [TWIN_KO, TWIN_EN]],
    ['the translation first', [TWIN_EN, TWIN_KO]],
  ])('become one document with two locales that share the items: %s', async (_when, globs) => {
    const blog = await twins();
    for (const posts of globs) await cms.blog.import({ blogDir: blog.dir, posts });

    const ko = await cms.post({ locale: 'ko' });
    const en = await cms.post({ locale: 'en' });
    expect(en.documentId).toBe(ko.documentId);
    expect([ko.slug, en.slug]).toEqual(['news', 'news-en']);
    const shown = (post: typeof ko) => post.sections[0]!.items;
    expect(shown(en).map(({ documentId }) => documentId)).toEqual(
      shown(ko).map(({ documentId }) => documentId),
    );
    expect(shown(en).map(({ title }) => title)).toEqual(['A new version', 'A new name']);
    expect(shown(ko).map(({ title }) => title)).toEqual(['새 판', '새 이름']);
    const items = await cms.rows(ITEM);
    expect(new Set(items.map(({ documentId }) => documentId)).size).toBe(2);
  });

  it('with another number of items shares those that cite the same', async () => {
    const blog = await twins();
    await blog.write(
      TWIN_EN,
      survey('Small news', [{ title: 'Only one', source: SOURCE }], ['lang: en']),
    );
    await cms.blog.import({ blogDir: blog.dir });

    const ko = await cms.post({ locale: 'ko' });
    const en = await cms.post({ locale: 'en' });
    expect(en.documentId).toBe(ko.documentId);
    const ids = (post: typeof ko) => post.sections[0]!.items.map(({ documentId }) => documentId);
    expect(ids(en)).toEqual([ids(ko)[0]]);
  });

  it('a change of one leaves the other as it is', async () => {
    const blog = await twins();
    await cms.blog.import({ blogDir: blog.dir });
    const ko = await cms.post({ locale: 'ko' });
    await blog.edit(TWIN_EN, 'A new name', 'A better name');

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(report.totals).toMatchObject({ updated: 1, same: 1 });
    expect((await cms.post({ locale: 'en' })).sections[0]!.items[1]!.title).toBe('A better name');
    expect(await cms.post({ locale: 'ko' })).toEqual(ko);
  });
});
