import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, other, POST } from './blog';

let app: BootedStrapi;
let blog: Blog;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
});
afterAll(async () => {
  await app.close();
});

/** Every field of a post that Strapi could share between locales, with two sets of values. */
const before = {
  title: 'Before',
  slug: 'before',
  date: '2024-01-02T03:04:05.000Z',
  description: 'before',
  categories: ['before', 'one'],
  tags: ['before'],
  authors: ['before'],
  coverPath: '/before.png',
  keywords: ['before'],
  body: 'before',
  closing: 'before',
  math: false,
  pin: false,
  mediaBase: '/before',
  mediaBaseKey: 'img_path',
  redirects: ['/before/'],
  otherFrontMatter: 'before: 1',
};
const after = {
  title: 'After',
  slug: 'after',
  date: '2025-11-12T13:14:15.000Z',
  description: 'after',
  categories: ['after', 'two'],
  tags: ['after'],
  authors: ['after'],
  coverPath: '/after.png',
  keywords: ['after'],
  body: 'after',
  closing: 'after',
  math: true,
  pin: true,
  mediaBase: '/after',
  mediaBaseKey: 'media_subpath',
  redirects: ['/after/'],
  otherFrontMatter: 'after: 2',
};

const fieldsOf = async (documentId: string, locale: string, status: 'draft' | 'published') => {
  const post = await blog.documents(POST).findOne({ documentId, locale, status });
  return Object.fromEntries(Object.keys(before).map((field) => [field, post?.[field]]));
};

describe.each(LOCALES)('a draft in %s with unpublished values', (locale) => {
  const foreign = other(locale);

  it('keeps them when the other version is made', async () => {
    const item = await blog.item('Item');
    const { documentId } = await blog.documents(POST).create({
      locale,
      data: { ...before, sections: [{ heading: 'News', items: [] }] },
    });
    await blog.documents(POST).publish({ documentId, locale });
    const sections = [{ heading: 'Changed', items: [item] }];
    await blog.documents(POST).update({ documentId, locale, data: { ...after, sections } });

    await blog.documents(POST).update({ documentId, locale: foreign, data: { title: 'Twin' } });

    expect(await fieldsOf(documentId, locale, 'draft')).toEqual(after);
    expect(await blog.outline(documentId, locale, 'draft')).toEqual([
      { heading: 'Changed', items: [`Item ${locale}: `] },
    ]);
    expect(await fieldsOf(documentId, locale, 'published')).toEqual(before);
    expect(await blog.title(POST, documentId, foreign, 'draft')).toBe('Twin');
  });

  it("keeps them when the other version's draft is discarded", async () => {
    const item = await blog.item('Item');
    const { documentId } = await blog.documents(POST).create({ locale, data: before });
    await blog.documents(POST).update({ documentId, locale: foreign, data: before });
    await blog.documents(POST).publish({ documentId, locale: '*' });
    const sections = [{ heading: 'Changed', items: [item] }];
    await blog.documents(POST).update({ documentId, locale, data: { ...after, sections } });
    await blog.documents(POST).update({ documentId, locale: foreign, data: after });

    await blog.documents(POST).discardDraft({ documentId, locale: foreign });

    expect(await fieldsOf(documentId, locale, 'draft')).toEqual(after);
    expect(await blog.outline(documentId, locale, 'draft')).toEqual([
      { heading: 'Changed', items: [`Item ${locale}: `] },
    ]);
    expect(await fieldsOf(documentId, foreign, 'draft')).toEqual(before);
    expect(await blog.isPublished(ITEM, item, locale)).toBe(false);
  });
});
