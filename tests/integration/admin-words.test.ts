import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import request from 'supertest';
import { loginAs } from '../helpers/admin-users';
import { bootStrapi, type BootedStrapi } from '../helpers/strapi';

const POST = 'api::post.post';
const READ = 'plugin::content-manager.explorer.read';

// A busy machine boots Strapi in more than the five seconds that Jest gives a hook.
jest.setTimeout(60_000);

let app: BootedStrapi;
let editor: string;
let nobody: string;
let blog: string;

const ask = (query: Record<string, string>, token?: string) => {
  const asked = request(app.strapi.server.httpServer).get('/jekyll/words').query(query);
  return token ? asked.set('Authorization', token) : asked;
};

beforeAll(async () => {
  app = await bootStrapi();
  const posts = app.strapi.documents(POST);
  await posts.create({ data: { title: '하나', tags: ['llm', '데이터'] }, locale: 'ko' });
  await posts.create({
    data: { title: '둘', tags: ['llm', 'agents'], keywords: ['secret'] },
    locale: 'ko',
    status: 'published',
  });
  await posts.create({ data: { title: 'Three', tags: ['english'] }, locale: 'en' });
  editor = await loginAs(app.strapi, 'editor', [
    {
      action: READ,
      subject: POST,
      properties: { fields: ['title', 'tags', 'authors'], locales: ['ko'] },
    },
  ]);
  nobody = await loginAs(app.strapi, 'nobody');

  blog = await mkdtemp(path.join(os.tmpdir(), 'words-blog-'));
  await mkdir(path.join(blog, '_data'));
  await writeFile(path.join(blog, '_data', 'authors.yml'), 'mina:\n  name: Mina\n');
});
afterAll(async () => {
  await app.close();
  await rm(blog, { recursive: true, force: true });
});

describe('GET /jekyll/words', () => {
  it('asks for a login', async () => {
    await ask({ uid: POST, field: 'tags' }).expect(401);
  });

  it('refuses an editor who may not read the type', async () => {
    await ask({ uid: POST, field: 'tags' }, nobody).expect(403);
  });

  it('refuses a field that the editor may not read', async () => {
    await ask({ uid: POST, field: 'keywords' }, editor).expect(403);
  });

  it('gives the words of drafts and published entries once each, most used first', async () => {
    const { body } = await ask({ uid: POST, field: 'tags', locale: 'ko' }, editor).expect(200);
    expect(body.data).toEqual(['llm', 'agents', '데이터']);
  });

  it('finds words by a part of them', async () => {
    const { body } = await ask({ uid: POST, field: 'tags', locale: 'ko', q: '이터' }, editor);
    expect(body.data).toEqual(['데이터']);
  });

  it('keeps to the locales that the editor may read', async () => {
    expect((await ask({ uid: POST, field: 'tags', locale: 'en' }, editor)).body.data).toEqual([]);
    expect((await ask({ uid: POST, field: 'tags' }, editor)).body.data).not.toContain('english');
  });

  it('offers the authors of the configured blog', async () => {
    expect((await ask({ uid: POST, field: 'authors' }, editor)).body.data).toEqual([]);
    app.strapi.config.set('plugin::jekyll.blogDir', blog);
    expect((await ask({ uid: POST, field: 'authors' }, editor)).body.data).toEqual(['mina']);
  });

  it.each<Record<string, string>>([
    { uid: 'admin::user', field: 'email' },
    { uid: 'admin::user', field: 'tags' },
    { uid: 'plugin::users-permissions.user', field: 'email' },
    { uid: 'plugin::jekyll.file', field: 'text' },
    { uid: POST, field: 'title' },
    { uid: POST, field: 'createdBy' },
    { uid: POST, field: 'constructor' },
    { uid: '__proto__', field: 'tags' },
    { uid: POST, field: 'tags', locale: '*' },
    { uid: POST, field: 'tags', locale: 'ko; drop table posts' },
    { uid: POST, field: 'tags', status: 'published' },
    { uid: POST, 'field[$ne]': 'tags' },
    { uid: POST },
  ])('answers 400 to %j', async (query) => {
    await ask(query, editor).expect(400);
  });
});
