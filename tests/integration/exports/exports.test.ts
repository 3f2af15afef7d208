import request from 'supertest';
import { IGNORE_CHECKS_ACTION } from '../../../src/plugins/jekyll/contracts/checks';
import type { JobSummary } from '../../../src/plugins/jekyll/contracts/jobs';
import { EXPORT_ACTION, SEE_ACTION } from '../../../src/plugins/jekyll/contracts/rights';
import { type Grant, loginAs } from '../../helpers/admin-users';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';
import { edit, fileOf, publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, POST } from '../import/cms';

const NO_JOB = '00000000-0000-4000-8000-000000000000';
const FIELDS = ['title', 'slug', 'body'];
const on = (action: string, more: Partial<Grant> = {}): Grant => ({
  action: `plugin::content-manager.explorer.${action}`,
  subject: POST,
  properties: { fields: FIELDS, locales: ['ko', 'en'] },
  ...more,
});
const RIGHTS = [EXPORT_ACTION, SEE_ACTION].map((action) => ({ action, subject: null }));

let app: BootedStrapi;
let cms: Cms;
let blog: Checkout;
let owner: string;
let koreanOnly: string;
let author: string;
let colleague: string;

beforeAll(async () => {
  blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  process.env['JEKYLL_BLOG_DIR'] = blog.dir;
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  const login = (name: string, grants: readonly Grant[] | 'super-admin') =>
    loginAs(app.strapi, name, grants);
  owner = await login('owner', 'super-admin');
  const inKorean = { properties: { fields: FIELDS, locales: ['ko'] } };
  koreanOnly = await login('korean', [...RIGHTS, on('read', inKorean), on('update', inKorean)]);
  const own = { conditions: ['admin::is-creator'] };
  author = await login('author', [...RIGHTS, on('read', own), on('update', own)]);
  colleague = await login('colleague', [...RIGHTS, on('read'), on('update')]);
});
beforeEach(async () => {
  for (const { documentId } of await app.strapi.documents(POST).findMany({ locale: '*' })) {
    await cms.documents(POST).delete({ documentId, locale: '*' });
  }
  await cms.blog.export({ blogDir: blog.dir, force: true });
});
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const server = () => request(app.strapi.server.httpServer);
const get = (path: string, token = owner) =>
  server().get(`/jekyll${path}`).set('Authorization', token);
const post = (path: string, body: object, token = owner) =>
  server().post(`/jekyll${path}`).set('Authorization', token).send(body);
const ended = (id: string): Promise<void> => app.strapi.plugin('jekyll').service('jobs').ended(id);

/** Starts a job and waits for its end. */
async function done(path: string, body: object, token = owner): Promise<JobSummary> {
  const { body: started } = await post(path, body, token).expect(202);
  await ended(started.data.id);
  const { body: now } = await get(`/jobs/${started.data.id}`, token).expect(200);
  return now.data;
}
const filesOf = async (job: JobSummary, token = owner, query = '') => {
  const { body } = await get(`/exports/${job.id}${query}`, token).expect(200);
  return body.data.files as { path: string; action: string; documentId: string; locale: string }[];
};
const planned = async (token = owner, body: object = {}) =>
  (await filesOf(await done('/exports/plan', body, token), token)).map(({ path }) => path).sort();
/** Makes somebody the creator of a post. */
async function give(documentId: string, email: string): Promise<void> {
  const user = await app.strapi.db.query('admin::user').findOne({ where: { email } });
  await app.strapi.db
    .query(POST)
    .updateMany({ where: { documentId }, data: { createdBy: user.id } as never });
  for (const row of await app.strapi.db.query(POST).findMany({ where: { documentId } })) {
    await app.strapi.db
      .query(POST)
      .update({ where: { id: row.id }, data: { createdBy: user.id } as never });
  }
}

describe('an export in the panel', () => {
  it('is planned before anything is written, shows what would change, and leaves out what is not wanted', async () => {
    await publishPlain(cms, 'one');
    const two = await publishPlain(cms, 'two');
    const plan = await done('/exports/plan', {});
    expect(plan).toMatchObject({ kind: 'export-plan', state: 'done', mine: true });
    const files = await filesOf(plan);
    expect(files.map(({ action, path }) => `${action} ${path}`).sort()).toEqual([
      `add ${fileOf('one')}`,
      `add ${fileOf('two')}`,
    ]);
    expect(blog.has(fileOf('one'))).toBe(false);
    const { documentId } = two;
    const changes = await get(`/exports/changes?documentId=${documentId}&locale=ko`).expect(200);
    expect(changes.body.data.files).toMatchObject([{ path: fileOf('two'), action: 'add' }]);
    expect(changes.body.data.files[0].diff).toContain('+짧은 글입니다.');

    const run = await done('/exports', { plan: plan.id, without: [{ documentId, locale: 'ko' }] });
    expect(run).toMatchObject({ kind: 'export', state: 'done' });
    expect(await filesOf(run)).toMatchObject([{ path: fileOf('one'), action: 'add' }]);
    expect(blog.has(fileOf('one'))).toBe(true);
    expect(blog.has(fileOf('two'))).toBe(false);

    const { body } = await get('/runs').expect(200);
    expect(body.data[0]).toMatchObject({
      kind: 'export',
      trigger: 'admin',
      actor: { name: 'owner' },
      totals: { add: 1 },
    });
    const kept = await get(`/runs/${body.data[0].id}`).expect(200);
    expect(kept.body.data.files[0].diff).toContain('+짧은 글입니다.');
  });

  it('is paged and filtered by what becomes of the files', async () => {
    for (const slug of ['a', 'b', 'c']) await publishPlain(cms, slug);
    const plan = await done('/exports/plan', {});
    const second = await get(`/exports/${plan.id}?page=2&pageSize=2`).expect(200);
    expect(second.body.meta.pagination).toEqual({ page: 2, pageSize: 2, pageCount: 2, total: 3 });
    expect(second.body.data).toMatchObject({ versions: 3, asksForce: false });
    expect(second.body.data.files).toHaveLength(1);
    expect(await filesOf(plan, owner, '?action=change')).toEqual([]);
    await get(`/exports/${plan.id}?action=nothing`).expect(400);
  });

  it('does not run twice at once: the second is told who runs', async () => {
    await publishPlain(cms, 'busy');
    const plan = await done('/exports/plan', {});
    const first = await post('/exports', { plan: plan.id }).expect(202);
    const second = await post('/exports', { plan: plan.id });
    await ended(first.body.data.id);
    expect(second.status).toBe(409);
    expect(second.body.error.details).toMatchObject({ code: 'JOB_BUSY', job: { kind: 'export' } });
    expect(second.body.error.details.messages.ko).toContain('owner');
  });

  it('asks before it removes many files', async () => {
    const slugs = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
    const rows = [];
    for (const slug of slugs) rows.push(await publishPlain(cms, slug));
    await cms.blog.export({ blogDir: blog.dir });
    for (const { documentId } of rows) {
      await cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    }
    const plan = await done('/exports/plan', {});
    const page = await get(`/exports/${plan.id}`).expect(200);
    expect(page.body.data).toMatchObject({ asksForce: true, versions: 0, totals: { refused: 6 } });
    await post('/exports', { plan: plan.id }).expect(400);
    const forced = await done('/exports/plan', { again: plan.id, force: true });
    const run = await done('/exports', { plan: forced.id });
    expect(run.state).toBe('done');
    expect(blog.has(fileOf('r1'))).toBe(false);
  });

  it('refuses what is malformed, and plans that are gone', async () => {
    await post('/exports/plan', { documents: [] }).expect(400);
    await post('/exports/plan', { more: true }).expect(400);
    await post('/exports', {}).expect(400);
    await post('/exports', { plan: NO_JOB }).expect(404);
    await post('/exports/plan', { again: NO_JOB }).expect(404);
    await get('/jobs?kind=nothing').expect(400);
  });
});

describe('whoever may touch only some posts', () => {
  it('plans and exports those of their language, and no others', async () => {
    const { documentId } = await publishPlain(cms, 'both');
    const english = { title: 'Both', slug: 'both-en', date: '2025-03-02T00:00:00.000Z', body: 'x' };
    await cms
      .documents(POST)
      .update({ documentId, locale: 'en', status: 'published', data: english });
    expect(await planned()).toEqual([fileOf('both'), fileOf('both-en')].sort());
    expect(await planned(koreanOnly)).toEqual([fileOf('both')]);
    const other = [{ documentId, locale: 'en' }];
    await post('/exports/plan', { documents: other }, koreanOnly).expect(403);
    await post('/exports', { documents: other }, koreanOnly).expect(403);
    await get(`/exports/changes?documentId=${documentId}&locale=en`, koreanOnly).expect(403);
    const { body } = await get('/status', koreanOnly).expect(200);
    expect(body.data).toMatchObject([
      { versions: [{ locale: 'ko', state: 'new', mayExport: true }] },
    ]);
  });

  it('plans and exports their own, and no others', async () => {
    const mine = await publishPlain(cms, 'mine');
    const theirs = await publishPlain(cms, 'theirs');
    await give(mine.documentId, 'author@example.com');
    expect(await planned(author)).toEqual([fileOf('mine')]);
    const { documentId } = theirs;
    await post('/exports', { documents: [{ documentId, locale: 'ko' }] }, author).expect(403);
    const { body } = await get('/status', author).expect(200);
    expect(body.data.map(({ slug }: { slug: string }) => slug)).toEqual(['mine']);
    const run = await done(
      '/exports',
      { documents: [{ documentId: mine.documentId, locale: 'ko' }] },
      author,
    );
    expect(run.state).toBe('done');
    expect(blog.has(fileOf('mine'))).toBe(true);
    expect(blog.has(fileOf('theirs'))).toBe(false);
  });

  it('loses a post from a plan when the right to it goes', async () => {
    const { documentId } = await publishPlain(cms, 'given');
    await give(documentId, 'author@example.com');
    const plan = await done('/exports/plan', {}, author);
    await give(documentId, 'owner@example.com');
    await post('/exports', { plan: plan.id }, author).expect(403);
  });

  it('neither reads the plans of others nor stops what they run', async () => {
    await publishPlain(cms, 'secret');
    const plan = await done('/exports/plan', {});
    await get(`/exports/${plan.id}`, colleague).expect(404);
    await get(`/jobs/${plan.id}/result`, colleague).expect(404);
    await post('/exports', { plan: plan.id }, colleague).expect(404);
    await post(`/jobs/${plan.id}/cancel`, {}, colleague).expect(403);
  });

  it('does not pass over what the checks find without the right to', async () => {
    await publishPlain(cms, 'checked');
    await post('/exports/plan', { ignoreChecks: true }, colleague).expect(403);
    const trusted = await loginAs(app.strapi, 'trusted', [
      ...RIGHTS,
      { action: IGNORE_CHECKS_ACTION, subject: null },
      on('read'),
      on('update'),
    ]);
    await post('/exports/plan', { ignoreChecks: true }, trusted).expect(202);
  });
});

describe('the status', () => {
  const slugs = async (query = '') => {
    const { body } = await get(`/status${query}`).expect(200);
    return body.data.map(({ slug }: { slug: string }) => slug) as string[];
  };
  /** Asks until all plans are known. */
  const known = async (query: string): Promise<string[]> => {
    for (let left = 100; left > 0; left -= 1) {
      const { body } = await get(`/status${query}`).expect(200);
      if (!body.meta.known.working) return body.data.map(({ slug }: { slug: string }) => slug);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The plans are not known after a hundred tries');
  };

  it('lists posts in pages, last changed first, and finds them by title and slug', async () => {
    for (const slug of ['alpha', 'beta', 'gamma']) await publishPlain(cms, slug);
    expect(await slugs('?pageSize=2')).toEqual(['gamma', 'beta']);
    expect(await slugs('?pageSize=2&page=2')).toEqual(['alpha']);
    expect(await slugs(`?q=${encodeURIComponent('글 BETA')}`)).toEqual(['beta']);
    expect(await slugs('?q=gam')).toEqual(['gamma']);
    expect(await slugs('?q=%25')).toEqual([]);
    expect(await slugs('?locale=en')).toEqual([]);
    await get('/status?state=nothing').expect(400);
  });

  it('filters by state, and notices what changes', async () => {
    const one = await publishPlain(cms, 'one');
    await publishPlain(cms, 'two');
    expect((await known('?state=new')).sort()).toEqual(['one', 'two']);
    await cms.blog.export({ blogDir: blog.dir });
    // What is known counts for a moment.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await known('?state=in-step');
    expect((await known('?state=in-step')).sort()).toEqual(['one', 'two']);
    await edit(cms, one, { title: '새 제목' });
    await blog.edit(fileOf('two'), '짧은', '긴');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await known('?state=changed');
    expect((await known('?state=changed')).sort()).toEqual(['one', 'two']);
    expect(await known('?state=missing&locale=ko')).toEqual([]);
  });

  it('tells of files that deleted posts left, to who may touch all posts', async () => {
    const { documentId } = await publishPlain(cms, 'gone');
    await cms.blog.export({ blogDir: blog.dir });
    await cms.documents(POST).delete({ documentId, locale: '*' });
    const { body } = await get('/status?q=gone').expect(200);
    expect(body.data).toMatchObject([
      { slug: 'gone', title: null, versions: [{ state: 'to-remove', mayExport: true }] },
    ]);
    const others = await get('/status', author).expect(200);
    expect(others.body.data).toEqual([]);
  });
});
