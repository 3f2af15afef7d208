import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { edit, fileOf, plainFile, publishPlain } from '../export/content';
import { actions, type Row } from '../import/cms';
import { count, Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.boot();
});
beforeEach(() => desk.open());
afterEach(() => desk.close());
afterAll(() => desk.app.close());

const FILE = fileOf('first');
const paragraphs = Array.from({ length: 9 }, (_, at) => `단락 ${at}`);
const body = paragraphs.join('\n\n');
/** The body with paragraphs said anew. */
const saying = (changes: Readonly<Record<number, string>>): string =>
  paragraphs.map((text, at) => changes[at] ?? text).join('\n\n');

/** A post that CMS, blog and remote have alike. */
async function published(): Promise<Row> {
  const post = await publishPlain(desk.cms, 'first', { body });
  expect((await desk.export()).push).toEqual({ status: 'pushed', branch: 'main' });
  return post;
}
const say = (post: Row, changes: Readonly<Record<number, string>>) =>
  edit(desk.cms, post as never, { body: saying(changes) });
const told = async () => (await desk.cms.post({ slug: 'first' })).body;
const clean = () => expect(desk.blog.git('status', '--porcelain')).toBe('');
const head = () => desk.blog.git('rev-parse', 'HEAD').trim();
const pushed = () => expect(desk.remote('rev-parse', 'main').trim()).toBe(head());
const goAway = () => renameSync(desk.sandbox.remote, `${desk.sandbox.remote}-away`);
const comeBack = () => renameSync(`${desk.sandbox.remote}-away`, desk.sandbox.remote);

describe('a remote that moved on', () => {
  it('in other files is merged and gets ours', async () => {
    await published();
    desk.theirs('about.md', 'theirs\n');
    await publishPlain(desk.cms, 'second');
    const report = await desk.export();
    expect(report.push).toEqual({ status: 'pushed', branch: 'main' });
    expect(desk.blog.read('about.md')).toBe('theirs\n');
    expect(desk.published(fileOf('second'))).toBe(plainFile('second'));
    pushed();
    clean();
  });

  it('in other lines of our file is brought in before the plan, merged, and taken back', async () => {
    const post = await published();
    desk.theirs(FILE, plainFile('first', saying({ 8: '그들의 단락' })));
    await say(post, { 0: '우리의 단락' });
    const both = saying({ 0: '우리의 단락', 8: '그들의 단락' });

    const report = await desk.export();

    expect(report.files).toMatchObject([{ action: 'change', merged: true, pulled: true }]);
    expect(desk.published(FILE)).toBe(plainFile('first', both));
    expect(await told()).toBe(both);
    pushed();
    clean();
    expect(await desk.export()).toMatchObject({ commit: null, push: null, totals: { same: 1 } });
  });

  it('in a file that we did not change is taken back without a commit', async () => {
    await published();
    const commit = desk.theirs(FILE, plainFile('first', saying({ 8: '그들의 단락' })));
    const report = await desk.export();
    expect(report).toMatchObject({ commit: null, push: null });
    expect(report.files).toMatchObject([{ action: 'same', pulled: true }]);
    expect(head()).toBe(commit);
    expect(await told()).toBe(saying({ 8: '그들의 단락' }));
    expect((await desk.export()).files[0]).not.toHaveProperty('pulled');
  });

  it('in the same lines is a conflict of that file; the others go on', async () => {
    const post = await published();
    desk.theirs(FILE, plainFile('first', saying({ 4: '그들의 단락' })));
    await say(post, { 4: '우리의 단락' });
    await publishPlain(desk.cms, 'second');
    const report = await desk.export();
    expect(actions(report.files)).toEqual([
      `${FILE}: conflict changed-on-both-sides`,
      `${fileOf('second')}: add`,
    ]);
    expect(desk.published(FILE)).toBe(plainFile('first', saying({ 4: '그들의 단락' })));
    expect(desk.published(fileOf('second'))).toBe(plainFile('second'));
    expect(await told()).toBe(saying({ 4: '우리의 단락' }));

    const settled = await desk.cms.blog.resolve({
      blogDir: desk.blog.dir,
      slug: 'first',
      locale: 'ko',
      resolution: { use: 'cms' },
    });
    expect(settled.push?.status).toBe('pushed');
    expect(desk.published(FILE)).toBe(plainFile('first', saying({ 4: '우리의 단락' })));
  });

  it('in the lines of a commit that waits is a conflict of the push, until somebody solves it', async () => {
    const post = await published();
    goAway();
    await say(post, { 4: '우리의 단락' });
    const away = await desk.export();
    expect(away.push).toMatchObject({ status: 'unreachable', branch: 'main' });
    comeBack();
    const theirs = desk.theirs(FILE, plainFile('first', saying({ 4: '그들의 단락' })));

    await publishPlain(desk.cms, 'second');
    const report = await desk.export();
    expect(report.push).toMatchObject({ status: 'conflict', problem: { code: 'git-conflict' } });
    expect(report.commit).toBe(head());
    expect(desk.remote('rev-parse', 'main').trim()).toBe(theirs);
    expect(desk.blog.read(FILE)).toBe(plainFile('first', saying({ 4: '우리의 단락' })));
    clean();

    const { blog } = desk;
    expect(() => blog.git('pull', '-q', '--no-rebase', 'origin', 'main')).toThrow();
    await expect(desk.export()).rejects.toMatchObject({ code: 'git-in-progress' });
    blog.write(FILE, plainFile('first', saying({ 4: '둘 다의 단락' })));
    blog.git('commit', '-qam', 'Solve');
    const carried = await desk.export();
    expect(carried.push?.status).toBe('pushed');
    expect(carried.files[0]).toMatchObject({ path: FILE, pulled: true });
    expect(await told()).toBe(saying({ 4: '둘 다의 단락' }));
    expect(desk.published(fileOf('second'))).toBe(plainFile('second'));
    pushed();
  });

  it('by a removal of our post does not get it back unasked', async () => {
    await published();
    desk.theirs(FILE, null);
    const report = await desk.export();
    expect(actions(report.files)).toEqual([`${FILE}: conflict deleted-in-blog`]);
    expect(desk.blog.exists(FILE)).toBe(false);
  });

  it('by a rename of our post is followed', async () => {
    const post = await published();
    const { other } = desk.sandbox;
    other.git('pull', '-q', '--rebase', 'origin', 'main');
    other.git('mv', FILE, fileOf('renamed'));
    other.git('commit', '-qm', 'Rename');
    other.git('push', '-q', 'origin', 'HEAD:main');
    await say(post, { 0: '우리의 단락' });
    const report = await desk.export();
    expect(report.files).toMatchObject([{ path: fileOf('renamed'), action: 'change' }]);
    expect(desk.published(fileOf('renamed'))).toContain('우리의 단락');
    expect((await desk.cms.post({ documentId: post.documentId })).slug).toBe('renamed');
    pushed();
  });

  it('while a changed file is not committed waits for that, and exports all the same', async () => {
    await published();
    desk.theirs('about.md', 'first\n');
    await desk.export();
    desk.theirs('about.md', 'theirs\n');
    desk.blog.write('about.md', 'in the middle of a sentence\n');
    await publishPlain(desk.cms, 'second');
    const report = await desk.export();
    expect(report.problems).toMatchObject([{ code: 'git-blocked', severity: 'warning' }]);
    expect(report.push).toMatchObject({ status: 'conflict', problem: { code: 'git-blocked' } });
    expect(desk.blog.read('about.md')).toBe('in the middle of a sentence\n');
    desk.blog.git('checkout', '-q', '--', 'about.md');
    expect((await desk.export()).push?.status).toBe('pushed');
    expect(desk.blog.read('about.md')).toBe('theirs\n');
    expect(desk.published(fileOf('second'))).toBe(plainFile('second'));
  });
});

describe('a remote that is away', () => {
  it('gets the commits with the next run that finds it', async () => {
    await published();
    goAway();
    await publishPlain(desk.cms, 'second');
    const report = await desk.export();
    expect(report.problems).toMatchObject([{ code: 'git-unreachable', severity: 'warning' }]);
    expect(report.push).toMatchObject({
      status: 'unreachable',
      problem: { code: 'git-unreachable' },
    });
    expect(report.commit).toBe(head());
    clean();
    comeBack();
    expect(await desk.export()).toMatchObject({ commit: null, push: { status: 'pushed' } });
    pushed();
  });

  it('is not asked by a run that does not push', async () => {
    desk.open({ push: 'never' });
    goAway();
    await publishPlain(desk.cms, 'first');
    expect(await desk.export({ push: true })).toMatchObject({
      push: null,
      problems: [{ code: 'push-is-off' }],
    });
  });
});

it('a manual push waits until it is asked for', async () => {
  desk.open({ push: 'manual' });
  await publishPlain(desk.cms, 'first');
  expect((await desk.export()).push).toBeNull();
  expect((await desk.export({ push: true })).push).toEqual({ status: 'pushed', branch: 'main' });
  pushed();
});

it('a remote that rejects leaves the commit and says why, without the token', async () => {
  const secret = 'gh-token-of-this-test';
  process.env['JEKYLL_GIT_TOKEN'] = secret;
  try {
    const hook = path.join(desk.sandbox.remote, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "no posts on Sundays, $JEKYLL_GIT_TOKEN" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    await publishPlain(desk.cms, 'first');
    const report = await desk.export();
    expect(report.push).toMatchObject({ status: 'rejected', problem: { code: 'git-rejected' } });
    expect(report.push?.problem?.message.ko).toContain('no posts on Sundays, ***');
    expect(report.commit).toBe(head());
    const runs = await desk.cms.rows('plugin::jekyll.run');
    expect(runs.at(-1)).toMatchObject({ state: 'conflicts', commit: head() });
    expect(JSON.stringify([report, runs])).not.toContain(secret);
    writeFileSync(hook, '#!/bin/sh\nexit 0\n');
    expect((await desk.export()).push?.status).toBe('pushed');
    pushed();
  } finally {
    delete process.env['JEKYLL_GIT_TOKEN'];
  }
});

it('without a remote commits, and says that nothing was pushed', async () => {
  desk.blog.git('remote', 'remove', 'origin');
  await publishPlain(desk.cms, 'first');
  const before = count(desk.blog);
  const report = await desk.export();
  expect(count(desk.blog)).toBe(before + 1);
  expect(report.push).toMatchObject({
    status: 'nothing-to-push',
    problem: { code: 'git-no-remote', severity: 'warning' },
  });
});

it('two people export and push in turn, and everything arrives', async () => {
  for (let round = 0; round < 4; round += 1) {
    desk.theirs(`notes/${round}.md`, `${round}\n`);
    await publishPlain(desk.cms, `post-${round}`);
    expect((await desk.export()).push?.status).toBe('pushed');
  }
  const files = desk.remote('ls-tree', '-r', '--name-only', 'main').trim().split('\n');
  for (let round = 0; round < 4; round += 1) {
    expect(files).toContain(`notes/${round}.md`);
    expect(files).toContain(fileOf(`post-${round}`));
  }
});
