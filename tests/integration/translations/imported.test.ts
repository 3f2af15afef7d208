import type { StatusReport } from '../../../src/plugins/jekyll/contracts/status';
import type { PostTranslation } from '../../../src/plugins/jekyll/contracts/translations';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, POST } from '../import/cms';
import { survey } from '../import/texts';

const KOREAN = '_posts/2025-03-02-news.md';
const ENGLISH = '_posts/2025-03-02-news-en.md';
const SOURCE = '[릴리스 노트](https://example.org/release)';
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

const korean = (title: string): string => survey('작은 소식', [{ title, source: SOURCE }]);
const english = (title: string): string =>
  survey('Small news', [{ title, source: SOURCE }], ['lang: en']);
const counts = async (): Promise<PostTranslation[]> => {
  const posts = await app.strapi.db.query(POST as 'api::post.post').findMany();
  const ids = [...new Set(posts.map(({ documentId }) => documentId))];
  return app.strapi.plugin('jekyll').service('translations').ofPosts(ids);
};
const behind = async (blogDir: string): Promise<Record<string, boolean>> => {
  const { posts }: StatusReport = await cms.blog.status({ blogDir });
  const versions = posts.flatMap((post) => post.versions);
  return Object.fromEntries(versions.map((version) => [version.locale, version.behind]));
};

describe('a blog that has a post in both languages', () => {
  it('comes in translated, even where both versions say the same', async () => {
    const blog = await Checkout.with({ [KOREAN]: korean('새 판'), [ENGLISH]: english('새 판') });
    await cms.blog.import({ blogDir: blog.dir });
    expect(await counts()).toMatchObject([
      { locale: 'en', from: 'ko', untouched: 0, behind: 0, missing: 0 },
    ]);
    expect(await behind(blog.dir)).toEqual({ ko: false, en: false });
  });

  it('is behind once the original is changed, in the CMS or by hand in the blog', async () => {
    const blog = await Checkout.with({ [KOREAN]: korean('새 판'), [ENGLISH]: english('New') });
    await cms.blog.import({ blogDir: blog.dir });
    await blog.write(KOREAN, korean('고친 판'));
    await cms.blog.import({ blogDir: blog.dir });
    expect(await counts()).toMatchObject([{ locale: 'en', behind: 2 }]);
    expect(await behind(blog.dir)).toEqual({ ko: false, en: true });
    await blog.write(ENGLISH, english('Newer'));
    await cms.blog.import({ blogDir: blog.dir });
    expect(await counts()).toMatchObject([{ locale: 'en', behind: 0, untouched: 0 }]);
  });
});
