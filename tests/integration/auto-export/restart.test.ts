import { fileOf, plainFile, publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Station, until } from './station';

afterAll(removeCheckouts);

const run = (seenAt: Date) =>
  ({
    kind: 'export',
    trigger: 'command',
    state: 'running',
    startedAt: seenAt,
    seenAt,
  }) as never;

describe('a restart', () => {
  it('finishes the run at hand, and takes up what waited', async () => {
    const blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
    const before = await Station.boot({ blog, futurePosts: 'hold' });
    const { databaseFile, strapi } = before.app;
    const worker: { working: boolean } = strapi.plugin('jekyll').service('autoExport');

    before.set('autoExportDelay', 0);
    await publishPlain(before.cms, 'at-hand');
    await until('a run', async () => worker.working || blog.has(fileOf('at-hand')));
    before.set('autoExportDelay', 600);
    await publishPlain(before.cms, 'waiting');
    const date = new Date((Math.floor(Date.now() / 1000) + 2) * 1000);
    await publishPlain(before.cms, 'slept', { date: date.toISOString() });
    const records = before.query('plugin::jekyll.run');
    await records.create({ data: run(new Date(Date.now() - 600_000)) });
    await records.create({ data: run(new Date()) });
    await before.app.stop();

    expect(await blog.text(fileOf('at-hand'))).toBe(plainFile('at-hand'));
    expect(await blog.files()).toEqual(['_config.yml', fileOf('at-hand')]);
    await new Promise((resolve) => setTimeout(resolve, date.getTime() - Date.now()));

    const after = await Station.boot({ blog, futurePosts: 'hold', database: databaseFile });
    try {
      await after.settled();
      expect(await blog.text(fileOf('waiting'))).toBe(plainFile('waiting'));
      expect((await blog.files()).filter((file) => file.endsWith('-slept.md'))).toHaveLength(1);
      // A run that lives elsewhere is left alone; one without a sign of life is closed.
      expect((await after.runs()).map(({ state }) => state)).toEqual([
        'done',
        'interrupted',
        'running',
        'done',
      ]);
    } finally {
      await after.app.close();
    }
  });
});
