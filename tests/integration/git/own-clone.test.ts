import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { checkout } from '../../../src/plugins/jekyll/git/testing/sandbox';
import { fileOf, plainFile, publishPlain } from '../export/content';
import { actions } from '../import/cms';
import { plain } from '../import/texts';
import { Desk, lastCommit, people, person, HANA, SERVICE } from './desk';

let desk: Desk;
let root: string;
let usual: string;
beforeAll(async () => {
  desk = await Desk.boot();
  usual = desk.app.strapi.dirs.app.root;
});
beforeEach(async () => {
  // Elsewhere: the clone must not come into this repository.
  root = await mkdtemp(path.join(os.tmpdir(), 'jekyll-app-'));
  desk.app.strapi.dirs.app.root = root;
  desk.open();
  desk.configure({ push: 'auto', remote: desk.sandbox.remote, branch: 'main' });
});
afterEach(async () => {
  desk.app.strapi.dirs.app.root = usual;
  await desk.close();
  await rm(root, { recursive: true, force: true });
});
afterAll(() => desk.app.close());

const ownDir = () => path.join(root, '.jekyll-blog');
const exportOwn = () => {
  const blogDir = desk.cms.blog.configuredDir();
  expect(blogDir).toBe(ownDir());
  return desk.export({ blogDir: blogDir ?? '' });
};

it('is made by the first export, and used by the next', async () => {
  await publishPlain(desk.cms, 'first');
  const report = await exportOwn();
  const clone = checkout(ownDir());
  expect(report.commit).toBe(clone.git('rev-parse', 'HEAD').trim());
  expect(report.push).toEqual({ status: 'pushed', branch: 'main' });
  expect(lastCommit(clone)).toEqual([`A ${fileOf('first')}`]);
  expect(people(clone)).toEqual([person(HANA), person(SERVICE)]);
  expect(desk.published(fileOf('first'))).toBe(plainFile('first'));

  desk.theirs('about.md', 'theirs\n');
  await publishPlain(desk.cms, 'second');
  expect((await exportOwn()).push?.status).toBe('pushed');
  expect(clone.read('about.md')).toBe('theirs\n');
  expect(clone.git('status', '--porcelain')).toBe('');
});

it('is what an import reads, with what the remote has since', async () => {
  desk.theirs(fileOf('theirs'), plain('남의 글'));
  const first = await desk.cms.blog.import({ blogDir: ownDir() });
  expect(actions(first.posts)).toContain(`${fileOf('theirs')}: created`);
  desk.theirs(fileOf('newer'), plain('새 글'));
  const second = await desk.cms.blog.import({ blogDir: ownDir() });
  expect(actions(second.posts)).toEqual(
    expect.arrayContaining([`${fileOf('newer')}: created`, `${fileOf('theirs')}: same`]),
  );
});

it('is not made where the remote is away: nothing is exported, and the next run does it', async () => {
  desk.configure({ push: 'auto', remote: `${desk.sandbox.remote}-away` });
  await publishPlain(desk.cms, 'first');
  await expect(exportOwn()).rejects.toMatchObject({ code: 'git-unreachable' });
  expect(existsSync(ownDir())).toBe(false);
  expect(await desk.cms.rows('plugin::jekyll.file')).toEqual([]);
  desk.configure({ push: 'auto', remote: desk.sandbox.remote });
  expect((await exportOwn()).push?.status).toBe('pushed');
});

it('is never taken for the blog of another remote', async () => {
  await exportOwn();
  desk.configure({ push: 'auto', remote: `${desk.sandbox.remote}-other` });
  await expect(exportOwn()).rejects.toMatchObject({ code: 'git-other-clone' });
});
