import { readdir } from 'node:fs/promises';
import os from 'node:os';
import request from 'supertest';
import type { JobSummary } from '../../../src/plugins/jekyll/contracts/jobs';
import { IMPORT_ACTION, SEE_ACTION } from '../../../src/plugins/jekyll/contracts/rights';
import { makeZip } from '../../../src/plugins/jekyll/import/archive/testing/zip';
import type { Jobs } from '../../../src/plugins/jekyll/server/src/jobs';
import { loginAs } from '../../helpers/admin-users';
import { ITEM, POST, REFERENCE } from '../import/cms';
import { Checkout } from '../import/checkout';
import { NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT } from '../sync/two-sides';

const desk = openDesk();
let admin: string;
beforeAll(async () => {
  admin = await loginAs(desk.app.strapi, 'owner', 'super-admin');
});

const server = () => request(desk.app.strapi.server.httpServer);
const get = (path: string, who = admin) => server().get(`/jekyll${path}`).set('Authorization', who);
const post = (path: string, body: object, who = admin) =>
  server().post(`/jekyll${path}`).set('Authorization', who).send(body);
const upload = (bytes: Buffer, { field = 'files', who = admin } = {}) =>
  server()
    .post('/jekyll/imports/archives')
    .set('Authorization', who)
    .attach(field, bytes, { filename: '내 블로그.zip', contentType: 'application/zip' });

const ZIP = makeZip([
  { name: 'blog/_config.yml', content: 'lang: ko\n' },
  { name: `blog/${NOTE}`, content: NOTE_TEXT },
  { name: 'blog/_posts/2025-01-01-broken.md', content: '---\ntitle: "x\n---\n' },
]);
const HOSTILE = makeZip([
  { name: `blog/${NOTE}`, content: NOTE_TEXT },
  { name: 'blog/../../evil.md', content: 'x' },
]);
const temporary = async (): Promise<string[]> =>
  (await readdir(os.tmpdir())).filter((name) => /^jekyll-(?:upload|import)-/.test(name));

/** Starts a job and waits until it has ended. */
async function done(path: string, body: object): Promise<{ job: JobSummary; result: unknown }> {
  const started = (await post(path, body).expect(202)).body.data as JobSummary;
  const jobs: Jobs = desk.app.strapi.plugin('jekyll').service('jobs');
  await jobs.ended(started.id);
  const job = (await get(`/jobs/${started.id}`).expect(200)).body.data as JobSummary;
  const result = await get(`/jobs/${started.id}/result`);
  return { job, result: result.body.data };
}

describe('an import in the panel', () => {
  it('plans an uploaded archive, takes it, and forgets it', async () => {
    const { id, name } = (await upload(ZIP).expect(200)).body.data;
    expect(name).toBe('내 블로그.zip');
    expect((await get('/imports/sources').expect(200)).body.data.upload).toMatchObject({ id });
    const source = { kind: 'archive', id };

    const plan = await done('/imports/plan', { source });
    expect(plan.result).toMatchObject({ totals: { created: 1, failed: 1 } });
    expect(await desk.cms.posts()).toEqual([]);

    const run = await done('/imports', { source, draft: true });
    expect(run.job).toMatchObject({ state: 'done', kind: 'import' });
    expect(run.result).toMatchObject({ totals: { created: 1, failed: 1 } });
    expect(await desk.cms.posts({}, 'draft')).toHaveLength(1);
    expect(await desk.cms.posts()).toEqual([]);
    expect(await temporary()).toEqual([]);
    const gone = await post('/imports/plan', { source }).expect(400);
    expect(gone.body.error.details).toMatchObject({ code: 'UPLOAD_GONE' });
    const [kept] = await desk.cms.rows('plugin::jekyll.run', { kind: 'import' });
    expect(kept).toMatchObject({ actorName: 'owner' });
  });

  it('tells what is wrong with an archive, and stores nothing', async () => {
    const { id } = (await upload(HOSTILE).expect(200)).body.data;
    const { job } = await done('/imports', { source: { kind: 'archive', id } });
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'archive-bad-name' } });
    expect(job.problem?.message.en).toContain('evil.md');
    expect(job.problem?.message.ko).toContain('evil.md');
    expect(await desk.cms.posts({}, 'draft')).toEqual([]);
    await server().delete(`/jekyll/imports/archives/${id}`).set('Authorization', admin).expect(200);
    expect(await temporary()).toEqual([]);
  });

  it('takes one zip file, in place of the one before, and nothing else', async () => {
    const first = (await upload(ZIP).expect(200)).body.data.id;
    const second = (await upload(ZIP).expect(200)).body.data.id;
    const plan = (id: string) => post('/imports/plan', { source: { kind: 'archive', id } });
    await plan(first).expect(400);
    await upload(Buffer.from('no zip at all')).expect(400);
    await upload(ZIP, { field: 'other' }).expect(400);
    await post('/imports/archives', {}).expect(400);
    await done('/imports/plan', { source: { kind: 'archive', id: second } });
    expect(await temporary()).toHaveLength(1);
  });

  it('reads the configured checkout', async () => {
    const blog = await Checkout.with({ '_config.yml': '', [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT });
    const source = { kind: 'checkout' };
    const none = await post('/imports/plan', { source }).expect(400);
    expect(none.body.error.details).toMatchObject({ code: 'NO_BLOG' });

    desk.app.strapi.config.set('plugin::jekyll.blogDir', blog.dir);
    expect((await get('/imports/sources').expect(200)).body.data.checkout).toBe(blog.dir);
    expect((await done('/imports/plan', { source })).result).toMatchObject({
      totals: { created: 2 },
    });
    await done('/imports', { source });
    expect(await desk.cms.posts()).toHaveLength(2);
    await desk.expectAtRest(blog);
    desk.app.strapi.config.set('plugin::jekyll.blogDir', undefined);
  });

  it.each<[string, object]>([
    ['no source', {}],
    ['a folder', { source: { kind: 'checkout', blogDir: '/etc' } }],
    ['a file', { source: { kind: 'archive', id: '../../etc/passwd' } }],
    ['a locale that is none', { source: { kind: 'checkout' }, locale: 'fr' }],
  ])('refuses %s', async (_what, body) => {
    await post('/imports/plan', body).expect(400);
    await post('/imports', body).expect(400);
  });

  it('asks for its right, and for those to everybody’s posts', async () => {
    const { id } = (await upload(ZIP).expect(200)).body.data;
    const source = { kind: 'archive', id };
    await server().get('/jekyll/imports/sources').expect(401);
    const login = (name: string, grants: Parameters<typeof loginAs>[2]) =>
      loginAs(desk.app.strapi, name, grants);
    const other = await login('other', [{ action: SEE_ACTION, subject: null }]);
    await get('/imports/sources', other).expect(403);
    await post('/imports', { source }, other).expect(403);
    await upload(ZIP, { who: other }).expect(403);

    const right = { action: IMPORT_ACTION, subject: null };
    const hands = (locales: string[]) =>
      [POST, ITEM, REFERENCE].flatMap((subject) =>
        ['create', 'update', 'publish'].map((name) => ({
          action: `plugin::content-manager.explorer.${name}`,
          subject,
          properties: { locales, fields: ['title'] },
        })),
      );
    const poor = await login('poor', [right]);
    await post('/imports/plan', { source }, poor).expect(403);
    const english = await login('english', [right, ...hands(['en'])]);
    await post('/imports/plan', { source }, english).expect(403);
    // Their rights would do, but the archive is somebody else's.
    const gone = await post('/imports/plan', { source, locale: 'en' }, english).expect(400);
    expect(gone.body.error.details).toMatchObject({ code: 'UPLOAD_GONE' });
  });
});
