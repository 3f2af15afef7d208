import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, FILE, LOCALES, other, POST } from './blog';
import { superAdmin } from './people';

let app: BootedStrapi;
let blog: Blog;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
});
afterAll(async () => {
  await app.close();
});

/** A published post with a record of its file in each locale. */
async function exportedPost() {
  const post = await blog.post('Post', []);
  await blog.documents(POST).publish({ documentId: post, locale: '*' });
  for (const locale of LOCALES) await blog.fileRecord(post, locale);
  return post;
}

describe.each(LOCALES)('the record of a file (%s)', (locale) => {
  it('tells that its post was unpublished, until it is published again', async () => {
    const post = await exportedPost();
    await blog.documents(POST).unpublish({ documentId: post, locale });
    expect(await blog.withdrawn(post, locale)).toBe(true);
    expect(await blog.withdrawn(post, other(locale))).toBe(false);
    await blog.documents(POST).update({ documentId: post, locale, status: 'published', data: {} });
    expect(await blog.withdrawn(post, locale)).toBe(false);
  });

  it('tells that its post was deleted', async () => {
    const post = await exportedPost();
    await blog.documents(POST).delete({ documentId: post, locale });
    expect(await blog.withdrawn(post, locale)).toBe(true);
    expect(await blog.withdrawn(post, other(locale))).toBe(false);
  });

  it('tells nothing about a file that is not in the blog', async () => {
    const post = await blog.post('Post', []);
    await blog.documents(POST).publish({ documentId: post, locale });
    await blog.fileRecord(post, locale, false);
    await blog.documents(POST).unpublish({ documentId: post, locale });
    expect(await blog.withdrawn(post, locale)).toBe(false);
  });

  it('tells nothing when only a draft was deleted', async () => {
    const post = await blog.post('Post', []);
    await blog.fileRecord(post, locale);
    await blog.documents(POST).unpublish({ documentId: post, locale });
    await blog.documents(POST).delete({ documentId: post, locale });
    expect(await blog.withdrawn(post, locale)).toBe(false);
  });

  it('falls with the action that was rolled back', async () => {
    const post = await exportedPost();
    const stop = app.strapi.documents.use(async (context, next) => {
      const result = await next();
      if (context.action === 'unpublish') throw new Error('power cut');
      return result;
    }) as unknown as () => void;
    await blog
      .documents(POST)
      .unpublish({ documentId: post, locale })
      .catch(() => undefined);
    stop();
    expect(await blog.withdrawn(post, locale)).toBe(false);
    expect(await blog.isPublished(POST, post, locale)).toBe(true);
  });
});

it('all locales at once leave evidence for each', async () => {
  const post = await exportedPost();
  await blog.documents(POST).delete({ documentId: post, locale: '*' });
  expect(await blog.withdrawn(post, 'ko')).toBe(true);
  expect(await blog.withdrawn(post, 'en')).toBe(true);
});

it("the admin's actions leave evidence too", async () => {
  const admin = await superAdmin(app.strapi);
  const posts = `/content-manager/collection-types/${POST}`;
  const one = await exportedPost();
  expect(
    (await admin.post(`${posts}/${one}/actions/unpublish`).send({ locale: 'en' })).status,
  ).toBe(200);
  expect(await blog.withdrawn(one, 'en')).toBe(true);
  expect(await blog.withdrawn(one, 'ko')).toBe(false);
  const two = await exportedPost();
  const body = { documentIds: [two], locale: 'ko' };
  expect((await admin.post(`${posts}/actions/bulkDelete?locale=ko`).send(body)).status).toBe(200);
  expect(await blog.withdrawn(two, 'ko')).toBe(true);
});

it('a clone has no record', async () => {
  const post = await exportedPost();
  const before = await app.strapi.db.query(FILE).count();
  const clone = await blog.documents(POST).clone({ documentId: post, locale: '*', data: {} });
  await blog.documents(POST).publish({ documentId: clone.documentId, locale: '*' });
  expect(await blog.withdrawn(clone.documentId, 'ko')).toBeNull();
  expect(await app.strapi.db.query(FILE).count()).toBe(before);
});

it('a deleted locale is no evidence', async () => {
  const post = await exportedPost();
  const locales = app.strapi.plugin('i18n').service('locales');
  await locales.delete(await locales.findByCode('en'));
  expect(await blog.isPublished(POST, post, 'en')).toBe(false);
  expect(await blog.withdrawn(post, 'en')).toBe(false);
});
