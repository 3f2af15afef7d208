import { setTimeout as pause } from 'node:timers/promises';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { fileOf, plainFile } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { POST } from '../import/cms';
import { CommandLine } from './command';
import { exportShape } from './shapes';

const COUNT = 800;
const NAMES = Array.from({ length: COUNT }, (_, at) => `post-${10_000 + at}`);

let app: BootedStrapi;
let cli: CommandLine;
beforeAll(async () => {
  app = await bootStrapi();
  cli = await CommandLine.onNewDatabase();
  const now = new Date().toISOString();
  for (let at = 0; at < COUNT; at += 50) {
    // Published rows alone: an export reads nothing else, and the Document Service would take minutes.
    await app.strapi.db.query(POST).createMany({
      data: NAMES.slice(at, at + 50).map((slug) => ({
        documentId: slug,
        locale: 'ko',
        publishedAt: now,
        title: `글 ${slug}`,
        slug,
        date: '2025-03-02T00:00:00.000Z',
        body: '짧은 글입니다.',
      })),
    });
  }
});
afterAll(async () => {
  await app.close();
  await cli.remove();
  await removeCheckouts();
});

it('a long answer in JSON arrives whole in a pipe', async () => {
  const blog = await Checkout.with();
  const { status, stdout } = await cli.run(
    ['export', '--blog', blog.dir, '--dry-run', '--diff', '--json'],
    { env: { DATABASE_FILENAME: app.databaseFile } },
  );
  expect(status).toBe(0);
  // More than a pipe holds at once.
  expect(Buffer.byteLength(stdout)).toBeGreaterThan(256 * 1024);
  expect(exportShape.parse(JSON.parse(stdout)).files).toHaveLength(COUNT);
  expect(await blog.files()).toEqual([]);
});

it('an export that is cancelled leaves whole files, and the next one finishes the work', async () => {
  const env = { DATABASE_FILENAME: app.databaseFile };
  const blog = await Checkout.with();
  const stopped = await cli.run(['export', '--blog', blog.dir], {
    env,
    onStart: async (child) => {
      while (!blog.has(fileOf(NAMES[20]!)) && child.exitCode === null) await pause(2);
      child.kill('SIGINT');
    },
  });

  expect(stopped.status).toBe(3);
  expect(stopped.stderr).toContain('Cancelled');
  const written = await blog.files();
  expect(written.length).toBeGreaterThan(20);
  expect(written.length).toBeLessThan(COUNT);
  expect(written).toEqual(NAMES.slice(0, written.length).map(fileOf));
  for (const [at, file] of written.entries()) {
    expect(await blog.text(file)).toBe(plainFile(NAMES[at]!));
  }

  const finished = await cli.run(['export', '--blog', blog.dir, '--json'], { env });

  expect(finished.status).toBe(0);
  const { totals } = exportShape.parse(JSON.parse(finished.stdout));
  expect(totals).toMatchObject({ same: written.length, add: COUNT - written.length });
  expect(await blog.files()).toHaveLength(COUNT);
});
