import { execFileSync } from 'node:child_process';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { fileOf, plainFile, publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms } from '../import/cms';
import { CommandLine } from './command';
import { exportShape } from './shapes';

const SITE = { '_config.yml': 'title: 블로그\n' };

let app: BootedStrapi;
let cli: CommandLine;
beforeAll(async () => {
  app = await bootStrapi();
  cli = await CommandLine.onNewDatabase();
  const cms = new Cms(app.strapi);
  await publishPlain(cms, 'first');
  await publishPlain(cms, 'second');
});
afterAll(async () => {
  await app.close();
  await cli.remove();
  await removeCheckouts();
});

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  cli.run(args, { env: { DATABASE_FILENAME: app.databaseFile, ...env } });

const gitIn =
  ({ dir }: Checkout) =>
  (...args: string[]): string =>
    execFileSync('git', ['-c', 'core.quotePath=false', ...args], { cwd: dir, encoding: 'utf8' });

/** A repository of the blog's owner with one commit. */
async function repository(): Promise<Checkout> {
  const blog = await Checkout.with(SITE);
  const git = gitIn(blog);
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=Owner', '-c', 'user.email=owner@example.org', 'commit', '-qm', 'Begin');
  return blog;
}

it('--commit makes one commit with the files of the run alone, and none where nothing changed', async () => {
  const blog = await repository();
  const git = gitIn(blog);
  await blog.write('draft-by-hand.txt', 'not ours');

  const first = await run(['export', '--blog', blog.dir, '--commit', '--json']);

  expect(first.status).toBe(0);
  const report = exportShape.parse(JSON.parse(first.stdout));
  expect(report).toMatchObject({ totals: { add: 2 }, push: null, problems: [] });
  expect(git('rev-parse', 'HEAD').trim()).toBe(report.commit);
  expect(git('rev-list', '--count', 'HEAD').trim()).toBe('2');
  expect(git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')).toEqual([
    fileOf('first'),
    fileOf('second'),
  ]);
  expect(git('show', `HEAD:${fileOf('first')}`)).toBe(plainFile('first'));
  expect(git('status', '--porcelain')).toBe('?? draft-by-hand.txt\n');

  const second = await run(['export', '--blog', blog.dir, '--commit']);
  expect(second.status).toBe(0);
  expect(second.stdout).not.toContain('Commit ');
  expect(git('rev-parse', 'HEAD').trim()).toBe(report.commit);
});

it('--push says where the configuration does not let it', async () => {
  const blog = await repository();
  const { status, stdout } = await run(['export', '--blog', blog.dir, '--push']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Commit [0-9a-f]{40}\.$/m);
  expect(stdout).toContain('(push-is-off)');
});

it.each([
  [{}, 'is not in a Git repository'],
  [{ LANG: 'ko_KR.UTF-8' }, 'Git 저장소 안에 있지 않습니다'],
])('--commit outside a repository ends with 2 and writes nothing (%j)', async (env, message) => {
  const blog = await Checkout.with(SITE);
  const before = await blog.snapshot();
  const { status, stdout, stderr } = await run(
    ['export', '--blog', blog.dir, '--commit', '--json'],
    env,
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(await blog.snapshot()).toEqual(before);
});
