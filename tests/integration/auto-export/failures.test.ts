import { rename } from 'node:fs/promises';
import { carryOut } from '../../../src/plugins/jekyll/server/src/auto-export/carry-out';
import { planRuns } from '../../../src/plugins/jekyll/server/src/auto-export/plan-runs';
import { createQueue } from '../../../src/plugins/jekyll/server/src/auto-export/queue';
import { edit, fileOf, plainFile, publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import type { Cms } from '../import/cms';
import { plain } from '../import/texts';
import { filesOf, Station, until } from './station';

const QUEUE = 'plugin::jekyll.queue-entry';
let station: Station;
let cms: Cms;
let blog: Checkout;
beforeAll(async () => {
  blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  station = await Station.boot({ blog });
  cms = station.cms;
});
beforeEach(() => station.forget());
afterAll(async () => {
  await station.app.close();
  await removeCheckouts();
});

/** The blog's folder goes away, something is published, and the run that follows fails. */
async function publishWhileAway(slug: string): Promise<void> {
  await rename(blog.dir, `${blog.dir}-away`);
  const { documentId } = await publishPlain(cms, slug);
  expect(await cms.posts({ documentId })).toHaveLength(1);
  await station.run('failed');
  await until('the next try', async () => (await station.queue())[0]?.attempts === 1);
}
const comeBack = () => rename(`${blog.dir}-away`, blog.dir);

describe('a blog that is away', () => {
  it('fails no publication, is seen, and gets everything once it is back', async () => {
    await publishWhileAway('patient');
    const failed = await station.run('failed');
    expect(failed).toMatchObject({
      trigger: 'publish',
      totals: null,
      problems: [{ code: 'run-failed', severity: 'error' }],
    });
    expect(failed.problems[0]!.message.en).toContain(blog.dir);
    const [waiting] = await station.queue();
    expect(waiting!.problem).toContain(blog.dir);
    expect(Date.parse(waiting!.notBefore) - Date.now()).toBeGreaterThan(1000);

    await comeBack();
    await station.settled();
    expect(await blog.text(fileOf('patient'))).toBe(plainFile('patient'));
    const runs = await station.runs();
    expect(runs[runs.length - 1]).toMatchObject({ trigger: 'retry', state: 'done' });
  });

  it('is tried again at once when something else is published', async () => {
    await publishWhileAway('first');
    const data = { attempts: 9, notBefore: new Date(Date.now() + 600_000) };
    await station.query(QUEUE).updateMany({ where: {}, data: data as never });
    await comeBack();
    await publishPlain(cms, 'second');
    await station.settled();
    expect(blog.has(fileOf('first'))).toBe(true);
    expect(blog.has(fileOf('second'))).toBe(true);
  });
});

describe('a conflict', () => {
  it('is recorded and not tried again', async () => {
    await blog.write(fileOf('theirs'), plain('남의 글'));
    await publishPlain(cms, 'theirs');
    expect(filesOf(await station.run('conflicts'))).toEqual([`${fileOf('theirs')}: conflict`]);
    await station.settled();
    expect(await station.runs()).toHaveLength(1);
    expect(await blog.text(fileOf('theirs'))).toBe(plain('남의 글'));
  });
});

describe('a change made while a run is at work', () => {
  it('keeps its place in the queue', async () => {
    const { strapi } = station.app;
    station.set('autoExportDelay', 600);
    const { documentId } = await publishPlain(cms, 'meanwhile');
    const queue = createQueue(strapi);
    const rules = { changes: true, delay: 0, now: new Date(Date.now() + 1000) };
    const [run] = planRuns(await queue.all(), rules).runs;
    await edit(cms, { documentId, locale: 'ko' }, { body: '그사이 고침' });
    await carryOut(strapi, queue, run!, new AbortController().signal);
    const left = await queue.all();
    expect(left).toHaveLength(1);
    expect(run!.entries.map(({ id }) => id)).not.toContain(left[0]!.id);
    station.set('autoExportDelay', 0.3);
    strapi.plugin('jekyll').service('autoExport').look();
    await station.settled();
  });
});

describe('commits that wait for the remote', () => {
  it('are pushed by a run of their own', async () => {
    const now = new Date();
    const entry = { kind: 'push', trigger: 'publish', queuedAt: now, notBefore: now, attempts: 1 };
    await station.query(QUEUE).create({ data: entry as never });
    station.app.strapi.plugin('jekyll').service('autoExport').look();
    await station.settled();
    expect(await station.runs()).toMatchObject([{ trigger: 'retry', state: 'done', files: [] }]);
  });
});
