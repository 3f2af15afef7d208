import request from 'supertest';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, ITEM, LOCALES, POST } from './blog';
import { editor, superAdmin } from './people';

let app: BootedStrapi;
let blog: Blog;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
});
afterAll(async () => {
  await app.close();
});

async function survey() {
  const gone = await blog.reference('Gone');
  const fresh = await blog.item('Fresh');
  const older = await blog.item('Older');
  const bad = await blog.item('Bad', [gone]);
  await blog.documents(ITEM).publish({ documentId: older, locale: '*' });
  await blog.documents(ITEM).update({ documentId: older, locale: 'en', data: { title: 'Newer' } });
  const post = await blog.post('Post', [
    { heading: 'News', items: [fresh, older, bad] },
    { heading: 'Again', items: [fresh] },
  ]);
  await blog
    .documents('api::reference.reference')
    .delete({ documentId: gone, locale: '*', jekyll: { confirmed: true } });
  return { post, fresh, older, bad };
}

describe('the preview of a publication', () => {
  it('tells what would happen, and does nothing', async () => {
    const { post, fresh, older, bad } = await survey();
    const publishing = app.strapi.plugin('jekyll').service('publishing');
    expect(await publishing.preview({ documentId: post, locale: 'en' })).toMatchObject({
      documentId: post,
      locale: 'en',
      publishedAlong: [
        { documentId: fresh, title: 'Fresh en' },
        { documentId: bad, title: 'Bad en' },
      ],
      keptOlder: [{ documentId: older, title: 'Newer' }],
      missing: [{ code: 'CITATION_WITHOUT_REFERENCE', item: { documentId: bad } }],
      duplicates: [{ code: 'ITEM_TWICE', item: { documentId: fresh } }],
      notPermitted: [],
    });
    expect(await publishing.preview({ documentId: post, locale: 'ko' })).toMatchObject({
      keptOlder: [],
    });
    expect(await publishing.preview({ documentId: 'unknown', locale: 'ko' })).toBeNull();
    expect(await blog.isPublished(ITEM, fresh, 'en')).toBe(false);
  });

  it('tells an editor which items are beyond their rights', async () => {
    const { post, fresh } = await survey();
    const person = await editor(app.strapi, { post: ['read'], item: ['read'] });
    const { status, body } = await person.get(`/jekyll/publishing/${post}?locale=ko`);
    expect(status).toBe(200);
    expect(body.data.notPermitted).toMatchObject([{ documentId: fresh }, { title: 'Bad ko' }]);
  });

  it('asks two queries of the post however many items it shows', async () => {
    const items: string[] = [];
    const counts: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      for (let index = 0; index < 6; index += 1) items.push(await blog.item(`Item ${index}`));
      const post = await blog.post('Post', [{ heading: 'News', items }]);
      let queries = 0;
      const count = () => (queries += 1);
      app.strapi.db.connection.on('query', count);
      await app.strapi
        .plugin('jekyll')
        .service('publishing')
        .preview({ documentId: post, locale: 'ko' });
      app.strapi.db.connection.removeListener('query', count);
      counts.push(queries);
    }
    expect(counts[0]).toBeGreaterThan(0);
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('the routes', () => {
  it.each([
    (post: string) => `/jekyll/publishing/${post}?locale=ko`,
    () => '/jekyll/usage/items?documentId=abc&locale=ko',
    () => '/jekyll/usage/references?documentId=abc&locale=ko',
  ])('answer nobody without rights', async (url) => {
    const { post } = await survey();
    const path = url(post);
    expect((await request(app.strapi.server.httpServer).get(path)).status).toBe(401);
    const stranger = await editor(app.strapi, {});
    expect((await stranger.get(path)).status).toBe(403);
  });

  it('answer for the locales of the editor only', async () => {
    const { post } = await survey();
    const person = await editor(app.strapi, { post: ['read'], locales: ['ko'] });
    expect((await person.get(`/jekyll/publishing/${post}?locale=ko`)).status).toBe(200);
    expect((await person.get(`/jekyll/publishing/${post}?locale=en`)).status).toBe(403);
  });

  it('refuse malformed questions and unknown posts', async () => {
    const { post } = await survey();
    const admin = await superAdmin(app.strapi);
    for (const path of [
      `/jekyll/publishing/${post}`,
      `/jekyll/publishing/${post}?locale=../ko`,
      `/jekyll/publishing/${post}?locale=ko&uid=admin::user`,
      '/jekyll/usage/items?locale=ko',
      '/jekyll/usage/items?documentId=abc&locale=ko&action=publish',
    ]) {
      expect({ path, status: (await admin.get(path)).status }).toEqual({ path, status: 400 });
    }
    expect((await admin.get('/jekyll/publishing/unknown?locale=ko')).status).toBe(404);
  });

  it('tell who shows items and who cites references', async () => {
    const admin = await superAdmin(app.strapi);
    const source = await blog.reference('Source');
    const one = await blog.item('One', [source]);
    const two = await blog.item('Two', [source]);
    const post = await blog.post('Post', [{ heading: 'News', items: [one, two] }]);
    await blog.documents(POST).publish({ documentId: post, locale: 'en' });

    const items = `/jekyll/usage/items?documentId=${one}&documentId=${two}`;
    const all = await admin.get(`${items}&locale=*&action=delete`);
    expect(all.body.data).toEqual(
      LOCALES.map((locale) => ({
        documentId: post,
        locale,
        title: `Post ${locale}`,
        published: locale === 'en',
      })),
    );
    const shown = await admin.get(`${items}&locale=ko&locale=en&action=unpublish`);
    expect(shown.body.data).toMatchObject([{ locale: 'en', published: true }]);
    const cited = await admin.get(`/jekyll/usage/references?documentId=${source}&locale=en`);
    expect(cited.body.data).toMatchObject([
      { title: 'One en', published: true },
      { title: 'Two en', published: true },
    ]);
  });
});
