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

describe('a look right now', () => {
  const ended = async (id: string, as: string): Promise<{ state: string }> => {
    for (let left = 200; left > 0; left -= 1) {
      const { body } = await request(app.strapi.server.httpServer)
        .get(`/jekyll/jobs/${id}`)
        .set('Authorization', as)
        .expect(200);
      if (body.data.state !== 'running') return body.data;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The look did not end');
  };
  const look = async (as: string) => {
    const { body } = await request(app.strapi.server.httpServer)
      .post('/jekyll/links/look')
      .set('Authorization', as)
      .expect(202);
    return body.data as { id: string; kind: string };
  };
  const result = async (id: string, as: string) => {
    const { body } = await request(app.strapi.server.httpServer)
      .get(`/jekyll/jobs/${id}/result`)
      .set('Authorization', as)
      .expect(200);
    return body.data;
  };

  it('is a job, asks dead links again, and leaves those alone that were just asked', async () => {
    const admin = await loginAs(app.strapi, 'looker', 'super-admin');
    const query = app.strapi.db.query(LINK);
    const now = new Date();
    await query.deleteMany({});
    const body = '[사설](http://10.0.0.1/a) [사설](http://10.0.0.2/b) [사설](http://10.0.0.3/c)';
    await blog.documents(POST).create({ locale: 'ko', data: { title: '사설 주소', body } });
    const fresh = { checkedAt: now, failures: 0, status: 200 };
    for (const url of [ALIVE, 'http://10.0.0.1/a']) await query.create({ data: { url, ...fresh } });
    const dead = { checkedAt: now, failures: 3, error: 'ENOTFOUND', brokenSince: now };
    for (const url of [DEAD, 'http://10.0.0.2/b']) await query.create({ data: { url, ...dead } });

    const { id, kind } = await look(admin);
    expect(kind).toBe('link-look');
    expect(await ended(id, admin)).toMatchObject({
      state: 'done',
      progress: { done: 3, total: 3 },
    });
    expect(await result(id, admin)).toEqual({ asked: 3 });
    const urls = (await query.findMany({ orderBy: 'id' })).map(({ url }) => url);
    expect(urls).toContain('http://10.0.0.3/c');
    const after = await query.findOne({ where: { url: 'http://10.0.0.1/a' } });
    expect(new Date(after?.checkedAt).getTime()).toBe(now.getTime());
  });

  it('is one at a time, and is cancelled', async () => {
    const admin = await loginAs(app.strapi, 'canceller', 'super-admin');
    const body = [1, 2, 3, 4, 5].map((at) => `[a](http://10.0.0.9/${at})`).join(' ');
    await blog.documents(POST).create({ locale: 'ko', data: { title: '다섯', body } });
    const { id } = await look(admin);
    const other = await loginAs(app.strapi, 'second-looker', [SEE]);
    const { body: refused } = await request(app.strapi.server.httpServer)
      .post('/jekyll/links/look')
      .set('Authorization', other)
      .expect(409);
    expect(refused.error.details.code).toBe('JOB_BUSY');
    await request(app.strapi.server.httpServer)
      .post(`/jekyll/jobs/${id}/cancel`)
      .set('Authorization', other)
      .expect(403);
    await request(app.strapi.server.httpServer)
      .post(`/jekyll/jobs/${id}/cancel`)
      .set('Authorization', admin)
      .expect(200);
    expect(await ended(id, admin)).toMatchObject({ state: 'cancelled' });
  });
});
