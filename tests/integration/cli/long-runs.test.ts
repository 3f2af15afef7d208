import { setTimeout as pause } from 'node:timers/promises';
import { withLease } from '../../../src/plugins/jekyll/export/lease';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { fileOf, plainFile } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { POST } from '../import/cms';
import { CommandLine, type Ended } from './command';
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

describe('an export that is stopped', () => {
  it('while it makes its files ready leaves the blog as it was', async () => {
    const blog = await Checkout.with();
    const stopped = await stop(blog, 'SIGINT', () => blog.has('.jekyll-cms'));

    expect(stopped.status).toBe(3);
    expect(stopped.stderr).toContain('Cancelled');
    expect(await blog.files()).toEqual([]);
    await finish(blog, COUNT);
  });

  it('is whole in every file when it is killed, and the next one finishes the work', async () => {
    const blog = await Checkout.with();
    const stopped = await stop(blog, 'SIGKILL', () => blog.has(fileOf(NAMES[20]!)));

    expect(stopped.status).toBeNull();
    const written = (await blog.files()).filter((file) => file.startsWith('_posts'));
    expect(written.length).toBeGreaterThan(20);
    expect(written.length).toBeLessThan(COUNT);
    for (const [at, file] of written.entries()) {
      expect(await blog.text(file)).toBe(plainFile(NAMES[at]!));
    }
    const { problems } = await finish(blog, 0);
    expect(problems.map(({ code }) => code)).toEqual(['recovered']);
  });
});

it('an export says for whom it waits while another process writes the blog', async () => {
  const blog = await Checkout.with();
  const waiting = await withLease(app.strapi, { what: 'import' }, () =>
    cli.run(['export', '--blog', blog.dir, '--json'], {
      env: { DATABASE_FILENAME: app.databaseFile, LANG: 'ko_KR.UTF-8' },
      onStart: (child) => {
        child.stderr?.on('data', (text: string) => {
          if (text.includes(`프로세스 ${process.pid}`)) child.kill('SIGINT');
        });
      },
    }),
  );
  expect(waiting).toMatchObject({ status: 3, stdout: '' });
  expect(waiting.stderr).toMatch(/"import" 작업.*이\(가\) 끝나기를 기다립니다/);
  expect(waiting.stderr).toContain('Cancelled');
  expect(await blog.files()).toEqual([]);
});

/** Ends an export by a signal as soon as the blog is in a state. */
const stop = (blog: Checkout, signal: NodeJS.Signals, when: () => boolean): Promise<Ended> =>
  cli.run(['export', '--blog', blog.dir], {
    env: { DATABASE_FILENAME: app.databaseFile },
    onStart: async (child) => {
      while (!when() && child.exitCode === null) await pause(1);
      child.kill(signal);
    },
  });

/** Exports again: every file stands afterwards, `added` of them new. */
async function finish(blog: Checkout, added: number) {
  const env = { DATABASE_FILENAME: app.databaseFile };
  const finished = await cli.run(['export', '--blog', blog.dir, '--json'], { env });
  // With what the command said: a status alone tells nothing.
  expect(finished).toMatchObject({ status: 0, stderr: expect.any(String) });
  const report = exportShape.parse(JSON.parse(finished.stdout));
  expect(report.totals).toMatchObject({ add: added, same: COUNT - added });
  expect(await blog.files()).toEqual(NAMES.map(fileOf));
  return report;
}
