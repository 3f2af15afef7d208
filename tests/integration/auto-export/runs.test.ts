import request from 'supertest';
import type { ExportReport } from '../../../src/plugins/jekyll/contracts/report';
import { SEE_ACTION } from '../../../src/plugins/jekyll/contracts/rights';
import { recordRun } from '../../../src/plugins/jekyll/server/src/runs';
import { loginAs } from '../../helpers/admin-users';
import { publishPlain } from '../export/content';
import { POST } from '../import/cms';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Station } from './station';

let station: Station;
let nobody: string;
let reader: string;
let seesNoPosts: string;
beforeAll(async () => {
  const blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  station = await Station.boot({ blog });
  nobody = await loginAs(station.app.strapi, 'nobody');
  reader = await loginAs(station.app.strapi, 'reader', [
    { action: SEE_ACTION, subject: null },
    {
      action: 'plugin::content-manager.explorer.read',
      subject: POST,
      properties: { fields: ['title'], locales: ['ko', 'en'] },
    },
  ]);
  seesNoPosts = await loginAs(station.app.strapi, 'sees-no-posts', [
    { action: SEE_ACTION, subject: null },
  ]);
});
beforeEach(async () => {
  station.set('autoExport', 'on-publish');
  await station.forget();
});
afterAll(async () => {
  await station.app.close();
  await removeCheckouts();
});

const ask = (path: string, token = reader) =>
  request(station.app.strapi.server.httpServer).get(path).set('Authorization', token);
const report: ExportReport = {
  files: [],
  totals: { add: 0, change: 0, rename: 0, delete: 0, same: 0, conflict: 0, refused: 0 },
  commit: null,
  push: null,
  problems: [],
};
const record = (work: () => Promise<ExportReport> = async () => report, signal?: AbortSignal) =>
  recordRun(station.app.strapi, { kind: 'export', trigger: 'command', signal }, work);

describe.each(['/jekyll/runs', '/jekyll/runs/1', '/jekyll/queue'])('GET %s', (path) => {
  it('asks for a login and for the right', async () => {
    await record();
    const server = request(station.app.strapi.server.httpServer);
    await server.get(path).expect(401);
    await ask(path, nobody).expect(403);
    const { status } = await ask(path);
    expect([200, 404]).toContain(status);
  });
});

describe('the routes', () => {
  it('list runs in pages, newest first, and show one whole', async () => {
    await publishPlain(station.cms, 'listed');
    await station.settled();
    await record();
    const { body } = await ask('/jekyll/runs?page=1&pageSize=1').expect(200);
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 1, pageCount: 2, total: 2 });
    expect(body.data).toMatchObject([{ trigger: 'command' }]);
    const next = await ask('/jekyll/runs?page=2&pageSize=1').expect(200);
    const [summary] = next.body.data;
    expect(summary).toMatchObject({ trigger: 'publish', state: 'done', totals: { add: 1 } });
    expect(summary).not.toHaveProperty('files');
    const one = await ask(`/jekyll/runs/${summary.id}`).expect(200);
    expect(one.body.data.files).toMatchObject([{ action: 'add', slug: 'listed', locale: 'ko' }]);
    expect(one.body.data.files[0].diff).toContain('+짧은 글입니다.');
    const stranger = await ask(`/jekyll/runs/${summary.id}`, seesNoPosts).expect(200);
    expect(stranger.body.data).toMatchObject({ totals: { add: 1 }, files: [] });
    await ask('/jekyll/runs/999999').expect(404);
    await ask('/jekyll/runs/x').expect(404);
    await ask('/jekyll/runs?pageSize=0').expect(400);
  });

  it('say what waits, by title, and when it is tried', async () => {
    station.set('autoExportDelay', 100);
    await publishPlain(station.cms, 'waiting');
    const { body } = await ask('/jekyll/queue').expect(200);
    expect(body.data).toMatchObject([
      { kind: 'export', post: { locale: 'ko', title: '글 waiting' }, attempts: 0, problem: null },
    ]);
    expect(body.meta).toMatchObject({ total: 1, autoExport: 'on-publish', working: false });
    expect(Date.parse(body.meta.nextAttempt)).toBeGreaterThan(Date.now() + 60_000);
    station.set('autoExportDelay', 0.3);
    station.app.strapi.plugin('jekyll').service('autoExport').look();
  });
});

describe('the record of a run', () => {
  it('says what it failed of, without passwords', async () => {
    const failing = record(async () => {
      throw new Error('cannot reach https://user:secret@example.com/blog.git');
    });
    await expect(failing).rejects.toThrow('cannot reach');
    const [run] = await station.runs();
    expect(run).toMatchObject({ state: 'failed', totals: null });
    expect(JSON.stringify(run)).toContain('example.com/blog.git');
    expect(JSON.stringify(run)).not.toContain('secret');
  });

  it('says of a cancelled run that it was interrupted', async () => {
    const abort = new AbortController();
    const cancelled = record(async () => {
      abort.abort(new Error('cancelled'));
      throw new Error('cancelled');
    }, abort.signal);
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(await station.runs()).toMatchObject([{ state: 'interrupted' }]);
  });

  it('is one for a run within a run', async () => {
    await record(() => record());
    expect(await station.runs()).toHaveLength(1);
  });

  it('is not kept for a run that found the blog busy', async () => {
    const busy = record(async () => {
      throw Object.assign(new Error('somebody else writes'), { name: 'BlogBusyError' });
    });
    await expect(busy).rejects.toThrow('somebody else writes');
    expect(await station.runs()).toEqual([]);
  });

  it('makes the oldest go where there are many', async () => {
    station.set('keepRuns', 3);
    for (let run = 0; run < 5; run += 1) await record();
    expect(await station.runs()).toHaveLength(3);
    station.set('keepRuns', 500);
  });

  it('is not made for a dry run', async () => {
    const blogDir = station.cms.blog.configuredDir()!;
    await station.cms.blog.export({ blogDir, dryRun: true });
    expect(await station.runs()).toEqual([]);
  });
});
