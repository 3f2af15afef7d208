import request from 'supertest';
import type { Conflict } from '../../../src/plugins/jekyll/contracts/conflicts';
import { IMPORT_ACTION, RESOLVE_ACTION } from '../../../src/plugins/jekyll/contracts/rights';
import { type Grant, loginAs } from '../../helpers/admin-users';
import { edit } from '../export/content';
import type { Checkout } from '../import/checkout';
import { POST } from '../import/cms';
import { NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT, replaced } from '../sync/two-sides';

const desk = openDesk();
const FILES = { [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT };
const OURS = replaced(NOTE_TEXT, { '처음 제목': '고친 제목' });
const THEIRS = replaced(NOTE_TEXT, { '처음 제목': '블로그의 제목' });
const HANDS = 'plugin::content-manager.explorer';
const RIGHT: Grant = { action: RESOLVE_ACTION, subject: null };
const NONE: Grant = { action: IMPORT_ACTION, subject: null };

let admin: string;
beforeAll(async () => {
  admin = await loginAs(desk.app.strapi, 'owner', 'super-admin');
});

const ask = (path: string, who = admin) =>
  request(desk.app.strapi.server.httpServer).get(`/jekyll${path}`).set('Authorization', who);
const answer = (path: string, body: object, who = admin) =>
  request(desk.app.strapi.server.httpServer)
    .post(`/jekyll${path}`)
    .set('Authorization', who)
    .send(body);

/** Both sides changed the title. */
async function contested(): Promise<{ blog: Checkout; at: string; show(): Promise<Conflict> }> {
  const blog = await desk.imported(FILES);
  desk.app.strapi.config.set('plugin::jekyll.blogDir', blog.dir);
  const post = await desk.cms.post({ slug: 'note' });
  await edit(desk.cms, post, { title: '고친 제목' });
  await blog.write(NOTE, THEIRS);
  const at = `/conflicts/${post.documentId}/ko`;
  return { blog, at, show: async () => (await ask(at).expect(200)).body.data as Conflict };
}

describe('the conflicts of a blog', () => {
  it('are listed, and shown with the three texts', async () => {
    const { show } = await contested();
    const { body } = await ask('/conflicts').expect(200);
    expect(body.data).toEqual([
      expect.objectContaining({ slug: 'note', locale: 'ko', path: NOTE, title: '고친 제목' }),
    ]);
    const conflict = await show();
    expect(conflict.sides).toMatchObject({ base: NOTE_TEXT, cms: OURS, blog: THEIRS });
    expect(conflict.sides.marked).toContain('<<<<<<<');
    expect(conflict.choices).toEqual(['cms', 'blog', 'merged']);
  });

  it.each([
    ['cms', OURS, '고친 제목'],
    ['blog', THEIRS, '블로그의 제목'],
  ])('are settled with the text of the %s', async (use, text, title) => {
    const { blog, at, show } = await contested();
    const { version } = await show();
    const { body } = await answer(at, { version, resolution: { use } }).expect(200);
    expect(body.data).toMatchObject({ path: NOTE, problems: [] });
    expect(await blog.text(NOTE)).toBe(text);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ title });
    await ask(at).expect(404);
    expect((await ask('/conflicts').expect(200)).body.data).toEqual([]);
    const [run] = await desk.cms.rows('plugin::jekyll.run', { kind: 'resolve' });
    expect(run).toMatchObject({ actorName: 'owner', trigger: 'admin' });
    await desk.app.strapi.db.query('plugin::jekyll.run').deleteMany({ where: {} });
  });

  it('are settled with a text made of both, which has no markers left', async () => {
    const { blog, at, show } = await contested();
    const { version, sides } = await show();
    const marked = { use: 'merged', text: sides.marked };
    const refused = await answer(at, { version, resolution: marked }).expect(400);
    expect(refused.body.error.details).toMatchObject({ code: 'CONFLICT_UNRESOLVED' });
    expect(refused.body.error.details.messages.ko).toContain('충돌 표시');
    expect(await blog.text(NOTE)).toBe(THEIRS);

    const text = replaced(NOTE_TEXT, { '처음 제목': '둘의 제목' });
    await answer(at, { version, resolution: { use: 'merged', text } }).expect(200);
    expect(await blog.text(NOTE)).toBe(text);
    await desk.expectAtRest(blog);
  });

  it('are not settled once a side says something else', async () => {
    const { blog, at, show } = await contested();
    const { version } = await show();
    const later = replaced(THEIRS, { '블로그의 제목': '더 늦은 제목' });
    await blog.write(NOTE, later);
    for (const use of ['cms', 'blog']) {
      const { body } = await answer(at, { version, resolution: { use } }).expect(409);
      expect(body.error.details).toMatchObject({ code: 'CONFLICT_CHANGED' });
    }
    expect(await blog.text(NOTE)).toBe(later);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ title: '고친 제목' });

    const again = await show();
    expect(again.version).not.toBe(version);
    await answer(at, { version: again.version, resolution: { use: 'blog' } }).expect(200);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ title: '더 늦은 제목' });
  });

  it('tell of a file that was deleted, and of a post that was withdrawn', async () => {
    const { blog, at, show } = await contested();
    await blog.remove(NOTE);
    const deleted = await show();
    expect(deleted.choices).toEqual(['cms', 'blog']);
    const { version } = deleted;
    await answer(at, { version, resolution: { use: 'blog' } }).expect(200);
    expect(await desk.cms.posts({ slug: 'note' })).toEqual([]);

    const { documentId } = await desk.cms.post({ slug: 'other' });
    await desk.cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    await blog.edit(OTHER, '다른 글', '바뀐 글');
    const listed = (await ask('/conflicts').expect(200)).body.data;
    expect(listed).toEqual([expect.objectContaining({ documentId, path: OTHER })]);
    const where = `/conflicts/${documentId}/ko`;
    const withdrawn = (await ask(where).expect(200)).body.data as Conflict;
    expect(withdrawn.choices).toEqual(['cms', 'blog']);
    const choice = { version: withdrawn.version, resolution: { use: 'cms' } };
    await answer(where, choice).expect(200);
    expect(blog.has(OTHER)).toBe(false);
  });

  it('refuse what is no answer, and say when there is no blog', async () => {
    const { at, show } = await contested();
    const { version } = await show();
    for (const body of [
      {},
      { version, resolution: { use: 'theirs' } },
      { version, resolution: { use: 'merged' } },
      { version: 'x', resolution: { use: 'cms' } },
      { version, resolution: { use: 'cms', path: '../x' } },
    ]) {
      await answer(at, body).expect(400);
    }
    await ask('/conflicts/nobody/ko').expect(404);
    await ask('/conflicts/..%2fx/ko').expect(400);
    desk.app.strapi.config.set('plugin::jekyll.blogDir', undefined);
    const { body } = await ask('/conflicts').expect(400);
    expect(body.error.details).toMatchObject({ code: 'NO_BLOG' });
  });
});

describe('the rights to settle a conflict', () => {
  const grant = (action: string, properties?: Grant['properties']): Grant => ({
    action: `${HANDS}.${action}`,
    subject: POST,
    ...(properties && { properties }),
  });
  const fields = [
    ...['title', 'slug', 'date', 'description', 'categories', 'tags', 'authors', 'cover'],
    ...['coverPath', 'coverAlt', 'coverLqip', 'keywords', 'body', 'closing', 'math', 'mermaid'],
    ...['toc', 'pin', 'comments', 'mediaBase', 'mediaBaseKey', 'redirects', 'otherFrontMatter'],
    ...['sections.heading', 'sections.prefix', 'sections.lead', 'sections.items'],
  ];
  const all = { fields, locales: ['ko', 'en'] };

  it('are those of the route, and those to the post in its locale', async () => {
    const { at, show } = await contested();
    const { version } = await show();
    const body = { version, resolution: { use: 'blog' } };
    const login = (name: string, grants: Grant[]) => loginAs(desk.app.strapi, name, grants);

    await request(desk.app.strapi.server.httpServer).get('/jekyll/conflicts').expect(401);
    const without = await login('without', [NONE, grant('read', all)]);
    for (const path of ['/conflicts', at]) await ask(path, without).expect(403);
    await answer(at, body, without).expect(403);

    const english = await login('english', [RIGHT, grant('read', { ...all, locales: ['en'] })]);
    expect((await ask('/conflicts', english).expect(200)).body.data).toEqual([]);
    await ask(at, english).expect(403);

    const titles = { ...all, fields: ['title'] };
    const some = await login('some', [RIGHT, grant('read', titles)]);
    expect((await ask('/conflicts', some).expect(200)).body.data).toHaveLength(1);
    await ask(at, some).expect(403);

    const reader = await login('reader', [RIGHT, grant('read', all)]);
    expect((await ask(at, reader).expect(200)).body.data.choices).toEqual([]);
    await answer(at, body, reader).expect(403);

    const hands = [grant('read', all), grant('publish', { locales: all.locales })];
    const publisher = await login('publisher', [RIGHT, ...hands]);
    expect((await ask(at, publisher).expect(200)).body.data.choices).toEqual(['cms']);
    await answer(at, body, publisher).expect(403);

    const editor = await login('editor', [RIGHT, ...hands, grant('update', all)]);
    await answer(at, body, editor).expect(200);
  });
});
