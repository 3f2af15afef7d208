import request from 'supertest';
import { loginAs } from '../../helpers/admin-users';
import { edit, fileOf, item, plainFile, publishPlain, reference } from '../export/content';
import { Checkout } from '../import/checkout';
import { ITEM, POST, REFERENCE } from '../import/cms';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();
const CONFIG = '_config.yml';
const SITE = 'url: "https://blog.example.org"\nbaseurl: "/ko"\npermalink: /posts/:title/\n';

let boss: string;
beforeAll(async () => {
  boss = await loginAs(desk.app.strapi, 'boss', 'super-admin');
});
const useBlog = (blog: Checkout | null): void =>
  void desk.app.strapi.config.set('plugin::jekyll.blogDir', blog?.dir);
afterEach(() => useBlog(null));

const get = (path: string, token: string | null = boss) => {
  const asked = request(desk.app.strapi.server.httpServer).get(path);
  return token === null ? asked : asked.set('Authorization', token);
};
const onBlog = async (documentId: string, locale = 'ko') =>
  (await get(`/jekyll/on-blog/${documentId}?locale=${locale}`).expect(200)).body.data;
const changes = async (documentId: string) =>
  (await get(`/jekyll/on-blog/${documentId}/changes?locale=ko`).expect(200)).body.data;
const mayRead = (uid: string, locales = ['ko', 'en']) => ({
  action: 'plugin::content-manager.explorer.read',
  subject: uid,
  properties: {
    fields: Object.keys(desk.app.strapi.contentType(uid as typeof POST).attributes),
    locales,
  },
});

async function imported(): Promise<{ blog: Checkout; documentId: string }> {
  const blog = await desk.imported({ [CONFIG]: SITE, [fileOf('first')]: plainFile('first') });
  useBlog(blog);
  const { documentId } = await desk.cms.post({ slug: 'first' });
  return { blog, documentId };
}

describe('a post beside its blog', () => {
  it('has a state, a file, an address and a page', async () => {
    const { documentId } = await imported();
    expect(await onBlog(documentId)).toEqual({
      documentId,
      locale: 'ko',
      state: 'in-step',
      modified: false,
      path: fileOf('first'),
      address: '/posts/first/',
      url: 'https://blog.example.org/ko/posts/first/',
      problems: [],
      labels: [],
    });
  });

  it('has no page before it was exported, and the address that it will have', async () => {
    useBlog(await Checkout.with({ [CONFIG]: SITE }));
    const { documentId } = await desk.cms.documents(POST).create({
      locale: 'ko',
      data: { title: '새 글', slug: 'new', date: '2025-03-02T00:00:00Z' },
    });
    expect(await onBlog(documentId)).toMatchObject({
      state: 'draft',
      path: fileOf('new'),
      address: '/posts/new/',
      url: null,
    });
    expect(await changes(documentId)).toMatchObject({
      published: null,
      draft: { action: 'add', path: fileOf('new'), diff: expect.stringContaining('+title: ') },
    });
  });

  it('says what an export brings now, and what it would bring of the draft', async () => {
    const { documentId } = await imported();
    expect(await changes(documentId)).toEqual({
      published: { action: 'same', path: fileOf('first'), problems: [] },
      draft: null,
    });
    await desk.cms.documents(POST).update({ documentId, locale: 'ko', data: { title: '초안' } });
    const { published, draft } = await changes(documentId);
    expect(published.diff).toBeUndefined();
    expect(draft.action).toBe('change');
    expect(draft.diff).toContain('-title: "글 first"\n+title: "초안"\n');
    expect(await onBlog(documentId)).toMatchObject({ state: 'in-step', modified: true });
    await edit(desk.cms, { documentId, locale: 'ko' }, { title: '발행' });
    expect((await changes(documentId)).published.diff).toContain('+title: "발행"');
    expect(await onBlog(documentId)).toMatchObject({ state: 'changed' });
    // A look changes nothing.
    expect(await desk.cms.post({ documentId })).toMatchObject({ title: '발행' });
  });

  it('leaves published items of a draft their published text', async () => {
    const { documentId } = await imported();
    const news = await item(desk.cms, { title: '소식', body: '- 발행한 내용' });
    await desk.cms.documents(ITEM).publish({ documentId: news, locale: 'ko' });
    const data = { title: '소식', body: '- 초안 내용' };
    await desk.cms.documents(ITEM).update({ documentId: news, locale: 'ko', data });
    await desk.cms.documents(POST).update({
      documentId,
      locale: 'ko',
      data: { sections: [{ heading: '연구', prefix: 'a', items: [news] }] },
    });
    const { draft } = await changes(documentId);
    expect(draft.diff).toContain('발행한 내용');
    expect(draft.diff).not.toContain('초안 내용');
  });

  it('names the footnotes whose numbers change once items change places', async () => {
    useBlog(await Checkout.with({ [CONFIG]: SITE }));
    const cited = await Promise.all(
      ['하나', '둘'].map(async (title) => {
        const source = await reference(desk.cms, title, `https://example.org/${title}`);
        return item(desk.cms, { title, body: '- 글', citations: [{ reference: source }] });
      }),
    );
    const sections = (items: string[]) => [{ heading: '연구', prefix: 'pa', items }];
    const { documentId } = await publishPlain(desk.cms, 'survey', { sections: sections(cited) });
    await desk.cms.documents(POST).update({
      documentId,
      locale: 'ko',
      data: { sections: sections([...cited].reverse()) },
    });
    expect((await onBlog(documentId)).labels).toEqual([
      { item: '둘', from: 'ref-pa-2', to: 'ref-pa-1' },
      { item: '하나', from: 'ref-pa-1', to: 'ref-pa-2' },
    ]);
  });

  it('is told in one question for the rows of a list', async () => {
    const { documentId } = await imported();
    const other = await publishPlain(desk.cms, 'other');
    const path = `/jekyll/on-blog?documentId=${documentId}&documentId=${other.documentId}`;
    const { body } = await get(`${path}&documentId=nobody&locale=ko`).expect(200);
    expect(body.data).toHaveLength(2);
    expect(body.data).toEqual(
      expect.arrayContaining([
        { documentId, state: 'in-step', modified: false },
        { documentId: other.documentId, state: 'new', modified: false },
      ]),
    );
  });

  it('is counted for the homepage, once all posts were looked at', async () => {
    await imported();
    await publishPlain(desk.cms, 'other');
    await publishPlain(desk.cms, 'english', {}, 'en');
    const summary = async (token = boss) =>
      (await get('/jekyll/on-blog/summary', token).expect(200)).body.data;
    let counted = await summary();
    while (counted.known.working) counted = await summary();
    expect(counted).toMatchObject({
      states: { 'in-step': 1, new: 2, missing: 3, conflict: 0, 'to-remove': 0 },
      behind: 0,
      known: { done: 3, total: 3 },
    });
    // Whoever sees one locale counts no version of another one.
    const see = { action: 'plugin::jekyll.see', subject: null };
    const english = await loginAs(desk.app.strapi, 'counter', [see, mayRead(POST, ['en'])]);
    expect((await summary(english)).states).toMatchObject({ new: 1, 'in-step': 0, missing: 1 });
  });

  it('says why where there is no blog', async () => {
    const { documentId } = await publishPlain(desk.cms, 'a');
    for (const dir of [undefined, '/nowhere/at/all']) {
      desk.app.strapi.config.set('plugin::jekyll.blogDir', dir);
      const { body } = await get(`/jekyll/on-blog/${documentId}?locale=ko`).expect(200);
      expect(body).toMatchObject({ data: null, reason: { en: expect.any(String) } });
      expect(JSON.stringify(body)).not.toContain('nowhere');
    }
  });
});

describe('what a change reaches', () => {
  it('is the posts that show an item, with the files that the blog has', async () => {
    const blog = await Checkout.with();
    useBlog(blog);
    const source = await reference(desk.cms, '책', 'https://example.org/book');
    const news = await item(desk.cms, {
      title: '소식',
      body: '- 글',
      citations: [{ reference: source }],
    });
    const sections = [{ heading: '연구', prefix: 'pa', items: [news] }];
    const shown = await publishPlain(desk.cms, 'shown', { sections });
    const { documentId: draft } = await desk.cms
      .documents(POST)
      .create({ locale: 'ko', data: { title: '초안', sections } });
    await desk.sync(blog);

    const posts = [
      {
        documentId: shown.documentId,
        locale: 'ko',
        title: '글 shown',
        published: true,
        path: fileOf('shown'),
      },
      { documentId: draft, locale: 'ko', title: '초안', published: false, path: null },
    ];
    const items = await get(`/jekyll/on-blog/reach/items/${news}?locale=ko`).expect(200);
    expect(items.body.data).toEqual({ items: [], posts: expect.arrayContaining(posts) });
    const references = await get(`/jekyll/on-blog/reach/references/${source}?locale=ko`).expect(
      200,
    );
    expect(references.body.data).toEqual({
      items: [{ documentId: news, locale: 'ko', title: '소식', published: true }],
      posts: expect.arrayContaining(posts),
    });
    // Nobody learns of posts that they may not read.
    const token = await loginAs(desk.app.strapi, 'items', [mayRead(ITEM), mayRead(REFERENCE)]);
    const hidden = await get(`/jekyll/on-blog/reach/items/${news}?locale=ko`, token).expect(200);
    expect(hidden.body.data).toEqual({ items: [], posts: [] });
  });
});

describe('the routes', () => {
  it('answer those who may read the entry only', async () => {
    const { documentId } = await imported();
    const { documentId: english } = await publishPlain(desk.cms, 'en', {}, 'en');
    const korean = await loginAs(desk.app.strapi, 'korean', [mayRead(POST, ['ko'])]);
    const stranger = await loginAs(desk.app.strapi, 'stranger');
    for (const tail of ['?locale=ko', '/changes?locale=ko']) {
      await get(`/jekyll/on-blog/${documentId}${tail}`, null).expect(401);
      await get(`/jekyll/on-blog/${documentId}${tail}`, stranger).expect(403);
      await get(`/jekyll/on-blog/${documentId}${tail}`, korean).expect(200);
    }
    await get(`/jekyll/on-blog/${english}?locale=en`, korean).expect(403);
    await get(`/jekyll/on-blog?documentId=${documentId}&locale=ko`, stranger).expect(403);
    const states = await get(`/jekyll/on-blog?documentId=${english}&locale=en`, korean).expect(200);
    expect(states.body.data).toEqual([]);
    await get(`/jekyll/on-blog/reach/items/${documentId}?locale=ko`, korean).expect(403);
  });

  it('show no file that says what one may not read', async () => {
    const { documentId } = await imported();
    const news = await item(desk.cms, { title: '소식', body: '- 비밀' });
    await desk.cms.documents(POST).update({
      documentId,
      locale: 'ko',
      data: { sections: [{ heading: '연구', prefix: 'a', items: [news] }] },
    });
    const reader = await loginAs(desk.app.strapi, 'posts', [mayRead(POST)]);
    await get(`/jekyll/on-blog/${documentId}?locale=ko`, reader).expect(200);
    await get(`/jekyll/on-blog/${documentId}/changes?locale=ko`, reader).expect(403);
  });

  it('refuse malformed questions', async () => {
    const { documentId } = await imported();
    for (const path of [
      `/jekyll/on-blog/${documentId}`,
      `/jekyll/on-blog/${documentId}?locale=../ko`,
      `/jekyll/on-blog/${documentId}?locale=ko&more=1`,
      '/jekyll/on-blog?locale=ko',
      '/jekyll/on-blog/reach/items/a b?locale=ko',
    ]) {
      expect({ path, status: (await get(path)).status }).toEqual({ path, status: 400 });
    }
    await get('/jekyll/on-blog/nobody?locale=ko').expect(404);
    await get(`/jekyll/on-blog/${documentId}?locale=en`).expect(404);
  });
});
