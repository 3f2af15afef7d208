import request from 'supertest';
import { loginAs } from '../../helpers/admin-users';
import { publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { FILE, POST } from '../import/cms';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();
const COLLECTION = `/content-manager/collection-types/${POST}`;

let boss: string;
beforeAll(async () => {
  boss = await loginAs(desk.app.strapi, 'boss', 'super-admin');
});
const post = (path: string, body: object = {}) =>
  request(desk.app.strapi.server.httpServer)
    .post(`${COLLECTION}${path}`)
    .set('Authorization', boss)
    .send(body);

const PLACED = {
  redirects: ['/old/address/'],
  otherFrontMatter: '# where it stands\npermalink: /here/\nlayout: post\npage_id: here\n',
  tags: ['one'],
};

async function exported(): Promise<{ blog: Checkout; documentId: string }> {
  const blog = await Checkout.with();
  const { documentId } = await publishPlain(desk.cms, 'first', PLACED);
  await desk.sync(blog);
  return { blog, documentId };
}

it('a post cloned in the panel starts with no file, no address and no record', async () => {
  const { blog, documentId } = await exported();
  const { body } = await post(`/auto-clone/${documentId}?locale=ko`).expect(200);
  expect(body.data).toMatchObject({ slug: null, date: null, redirects: null });
  const clone = await desk.cms.post({ documentId: body.data.documentId }, 'draft');
  expect(clone).toMatchObject({
    title: '글 first',
    tags: ['one'],
    slug: null,
    date: null,
    redirects: null,
  });
  expect(clone['otherFrontMatter']).toContain('layout: post');
  expect(clone['otherFrontMatter']).not.toMatch(/permalink|page_id/);
  expect(await desk.cms.rows(FILE, { post: clone.documentId })).toEqual([]);
  expect((await desk.sync(blog)).files.filter(({ action }) => action !== 'same')).toEqual([]);
  // The original is as it was.
  expect(await desk.cms.post({ documentId }, 'draft')).toMatchObject({
    slug: 'first',
    ...PLACED,
  });
});

it('its clone gets a slug of its own when it is published, and a file beside the first', async () => {
  const { blog, documentId } = await exported();
  await desk.cms.documents(POST).update({
    documentId,
    locale: 'ko',
    status: 'published',
    data: { title: 'First', slug: 'first' },
  });
  const { body } = await post(`/auto-clone/${documentId}?locale=ko`).expect(200);
  const id: string = body.data.documentId;
  await post(`/${id}/actions/publish?locale=ko`).expect(200);
  expect(await desk.cms.post({ documentId: id })).toMatchObject({ slug: 'first-2' });
  const { files } = await desk.sync(blog);
  expect(files.map(({ action }) => action).sort()).toEqual(['add', 'change']);
});

it('keeps what was typed into the form of the clone', async () => {
  const { documentId } = await exported();
  const { body } = await post(`/clone/${documentId}?locale=ko`, {
    title: '둘째',
    slug: 'second',
    date: '2026-01-05T00:00:00.000Z',
    redirects: ['/old/address/', '/mine/'],
    otherFrontMatter: 'permalink: /there/\n',
  }).expect(200);
  expect(await desk.cms.post({ documentId: body.data.documentId }, 'draft')).toMatchObject({
    title: '둘째',
    slug: 'second',
    date: '2026-01-05T00:00:00.000Z',
    redirects: ['/mine/'],
    otherFrontMatter: 'permalink: /there/\n',
  });
});

it('clones every locale in the same way', async () => {
  const { documentId } = await exported();
  await desk.cms.documents(POST).update({
    documentId,
    locale: 'en',
    data: { title: 'First', slug: 'first', ...PLACED },
  });
  const documents = desk.app.strapi.documents(POST) as unknown as {
    clone(params: object): Promise<{ documentId: string }>;
  };
  const { documentId: id } = await documents.clone({ documentId, locale: '*', data: {} });
  for (const locale of ['ko', 'en']) {
    const clone = await desk.cms.post({ documentId: id, locale }, 'draft');
    expect(clone).toMatchObject({ slug: null, redirects: null });
    expect(clone['otherFrontMatter']).not.toContain('permalink');
  }
});
