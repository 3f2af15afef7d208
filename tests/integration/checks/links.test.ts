import request from 'supertest';
import { loginAs } from '../../helpers/admin-users';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { Blog, POST, REFERENCE } from '../publishing/blog';

const LINK = 'plugin::jekyll.link';
const SEE = { action: 'plugin::jekyll.see', subject: null };
const READ_POSTS = {
  action: 'plugin::content-manager.explorer.read',
  subject: POST,
  properties: { fields: ['title', 'body'], locales: ['ko', 'en'] },
};
const DEAD = 'https://gone.example.com/page';
const ALIVE = 'https://here.example.com/';

let app: BootedStrapi;
let blog: Blog;
beforeAll(async () => {
  app = await bootStrapi();
  blog = new Blog(app.strapi);
  const documents = (uid: string) => blog.documents(uid);
  await documents(REFERENCE).create({ locale: 'ko', data: { title: '사라진 글', url: DEAD } });
  await documents(REFERENCE).create({ locale: 'ko', data: { title: '있는 글', url: ALIVE } });
  const body = `[여기](${DEAD})를 보세요.`;
  await documents(POST).create({ locale: 'ko', data: { title: '소식', body } });
});
afterAll(() => app.close());

const table = async (as: string) => {
  const { body } = await request(app.strapi.server.httpServer)
    .get('/jekyll/links')
    .set('Authorization', as)
    .expect(200);
  return body;
};

describe('the table of links', () => {
  it('says that none was looked at yet', async () => {
    const admin = await loginAs(app.strapi, 'links-first', 'super-admin');
    expect(await table(admin)).toMatchObject({ data: [], meta: { looked: 0, lastLook: null } });
  });

  it('names those that are dead, since when, and where they stand', async () => {
    const checkedAt = '2026-03-02T00:00:00.000Z';
    const brokenSince = '2026-02-01T00:00:00.000Z';
    const query = app.strapi.db.query(LINK);
    await query.create({ data: { url: ALIVE, status: 200, checkedAt, failures: 0 } });
    const failed = { status: null, error: 'ENOTFOUND', failures: 3 };
    await query.create({ data: { url: DEAD, ...failed, checkedAt, brokenSince } });

    const admin = await loginAs(app.strapi, 'links-admin', 'super-admin');
    const { data, meta } = await table(admin);

    expect(meta).toMatchObject({ looked: 2, lastLook: checkedAt, pagination: { total: 1 } });
    expect(data).toMatchObject([
      { url: DEAD, status: null, error: 'ENOTFOUND', since: brokenSince, checkedAt },
    ]);
    expect(data[0].usedIn.map(({ title }: { title: string }) => title)).toEqual([
      '사라진 글',
      '소식',
    ]);
  });

  it('names only entries that one may read', async () => {
    const reader = await loginAs(app.strapi, 'links-reader', [SEE, READ_POSTS]);
    const { data } = await table(reader);
    expect(data[0].usedIn).toMatchObject([{ uid: POST, title: '소식' }]);
  });
});
