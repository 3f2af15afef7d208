import { rename } from 'node:fs/promises';
import path from 'node:path';
import { type StatusReport } from '../../../src/plugins/jekyll/contracts/status';
import { CommandLine } from '../cli/command';
import { edit, fileOf, plainFile, publishPlain } from '../export/content';
import type { Checkout } from '../import/checkout';
import { POST } from '../import/cms';
import { openDesk } from '../sync/two-sides';

const desk = openDesk();
let cli: CommandLine;
let blog: Checkout;
beforeAll(async () => {
  cli = await CommandLine.onNewDatabase();
});
afterAll(() => cli.remove());
beforeEach(async () => {
  blog = await desk.imported({ [fileOf('first')]: plainFile('first') });
});

const first = () => desk.cms.post({ slug: 'first' });
const read = (more: object = {}): Promise<StatusReport> =>
  desk.cms.blog.status({ blogDir: blog.dir, ...more });
/** `slug locale: state`, with `*` where the draft has changes. */
const states = ({ posts }: StatusReport): string[] =>
  posts.flatMap(({ slug, versions }) =>
    versions.map(
      ({ locale, state, modified }) => `${slug} ${locale}: ${state}${modified ? '*' : ''}`,
    ),
  );

describe('the status of posts that meet', () => {
  const ko = async (more: object = {}) => states(await read({ locales: ['ko'], ...more })).sort();
  beforeEach(async () => {
    await publishPlain(desk.cms, 'second', { body: '둘째 글은 다릅니다.' });
    await desk.sync(blog);
  });
  const second = () => desk.cms.post({ slug: 'second' });

  it('is changed where they take one another’s places, as the export then does it', async () => {
    const [one, two] = [await first(), await second()];
    await edit(desk.cms, two, { slug: 'first' });
    await edit(desk.cms, one, { slug: 'second' });
    expect(await ko()).toEqual(['first ko: changed', 'second ko: changed']);
    // Also where only one of them is asked for.
    expect(await ko({ slugs: ['first'] })).toEqual(['first ko: changed']);
    expect((await desk.sync(blog)).totals).toMatchObject({ rename: 2, conflict: 0, refused: 0 });
    expect(await ko()).toEqual(['first ko: in-step', 'second ko: in-step']);
  });

  it('is changed where the other one moves on or is withdrawn, and a conflict where it stays', async () => {
    const [one, two] = [await first(), await second()];
    await edit(desk.cms, one, { slug: 'second' });
    expect(await ko({ slugs: ['second'] })).toContain('second ko: conflict');
    await edit(desk.cms, two, { slug: 'third' });
    expect(await ko({ slugs: ['second'] })).toEqual(['second ko: changed']);
    await edit(desk.cms, two, { slug: 'second' });
    await desk.cms.documents(POST).unpublish({ documentId: two.documentId, locale: 'ko' });
    expect(await ko({ slugs: ['second'] })).toEqual(['second ko: changed', 'second ko: to-remove']);
  });
});

describe('the status where the blog has one language', () => {
  afterEach(() => desk.app.strapi.config.set('plugin::jekyll.localeStrategy', null));

  it('names what is left out, which is nothing refused', async () => {
    desk.app.strapi.config.set('plugin::jekyll.localeStrategy', 'single');
    const { documentId } = await first();
    await desk.cms.documents(POST).update({
      documentId,
      locale: 'en',
      status: 'published',
      data: { slug: 'first', title: 'First', date: '2025-03-02T00:00:00.000Z', body: 'Text.' },
    });
    const report = await read();
    expect(states(report)).toEqual(['first ko: in-step', 'first en: left-out']);
    expect(report.totals).toMatchObject({ 'left-out': 1, refused: 0 });
    expect(report.posts[0]?.versions[1]?.problems).toMatchObject([{ code: 'locale-left-out' }]);
  });
});

describe('the status of a post', () => {
  it('is in step after an import, and missing in the other locale', async () => {
    const report = await read();
    expect(states(report)).toEqual(['first ko: in-step', 'first en: missing']);
    expect(report.posts[0]).toMatchObject({ title: '글 first', slug: 'first' });
    expect(report.posts[0]?.versions[0]?.path).toBe(fileOf('first'));
    expect(report.totals).toMatchObject({ 'in-step': 1, missing: 1, changed: 0 });
  });

  it('is changed once something else is published, and says of a draft that it has changes', async () => {
    const { documentId } = await first();
    await desk.cms.documents(POST).update({ documentId, locale: 'ko', data: { title: '초안' } });
    expect(states(await read({ locales: ['ko'] }))).toEqual(['first ko: in-step*']);
    await edit(desk.cms, await first(), { title: '새 제목' });
    expect(states(await read({ locales: ['ko'] }))).toEqual(['first ko: changed']);
  });

  it('is changed when the file was edited or moved by hand in the blog', async () => {
    await blog.edit(fileOf('first'), '짧은', '긴');
    expect(states(await read({ locales: ['ko'] }))).toEqual(['first ko: changed']);
    await blog.edit(fileOf('first'), '긴', '짧은');
    expect(states(await read({ locales: ['ko'] }))).toEqual(['first ko: in-step']);
    const to = path.join(blog.dir, '_posts', 'moved');
    await blog.write('_posts/moved/.keep', '');
    await rename(
      path.join(blog.dir, fileOf('first')),
      path.join(to, path.basename(fileOf('first'))),
    );
    expect(states(await read({ locales: ['ko'] }))).toEqual(['first ko: changed']);
  });

  it('is new, draft, or to be removed', async () => {
    await publishPlain(desk.cms, 'second');
    await desk.cms
      .documents(POST)
      .create({ locale: 'en', data: { title: 'Third', slug: 'third' } });
    const { documentId } = await first();
    await desk.cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    expect(states(await read())).toEqual([
      'first ko: to-remove',
      'first en: missing',
      'second ko: new',
      'second en: missing',
      'third ko: missing',
      'third en: draft',
    ]);
    await desk.cms.blog.export({ blogDir: blog.dir });
    expect(states(await read({ slugs: ['first', 'second'], locales: ['ko'] }))).toEqual([
      'first ko: draft',
      'second ko: in-step',
    ]);
  });

  it('tells of files that a deleted post leaves', async () => {
    const { documentId } = await first();
    await desk.cms.documents(POST).delete({ documentId, locale: '*' });
    const report = await read();
    expect(states(report)).toEqual(['first ko: to-remove']);
    expect(report.posts[0]?.versions[0]?.path).toBe(fileOf('first'));
    expect(await blog.text(fileOf('first'))).toBe(plainFile('first'));
  });

  it('is a conflict where both sides changed a line, and names why', async () => {
    await blog.edit(fileOf('first'), '짧은', '블로그의');
    await edit(desk.cms, await first(), { body: 'CMS의 글입니다.' });
    const before = await desk.cms.counts();
    const { posts } = await read({ locales: ['ko'] });
    const [version] = posts[0]?.versions ?? [];
    expect(version?.state).toBe('conflict');
    expect(version?.problems.map(({ severity }) => severity)).toContain('error');
    expect(await desk.cms.counts()).toEqual(before);
  });
});

describe('the command', () => {
  it('lists what is not in step, and ends with status 1 where there is a conflict', async () => {
    await publishPlain(desk.cms, 'second');
    const run = (...args: string[]) =>
      cli.run(['status', '--blog', blog.dir, ...args], {
        env: { DATABASE_FILENAME: desk.app.databaseFile },
      });
    const listed = await run();
    expect(listed.stderr).toBe('');
    expect(listed.stdout).toContain(`new       ko  ${fileOf('second')}\n`);
    expect(listed.stdout).not.toContain(fileOf('first'));
    expect(listed.stdout).toContain('2 posts: 1 in-step, 1 new, 2 missing.\n');
    expect(listed.status).toBe(0);

    await blog.edit(fileOf('first'), '짧은', '블로그의');
    await edit(desk.cms, await first(), { body: 'CMS의 글입니다.' });
    const conflict = await run('--post', 'first', '--json');
    expect(conflict.status).toBe(1);
    expect(states(JSON.parse(conflict.stdout) as StatusReport)).toEqual([
      'first ko: conflict',
      'first en: missing',
    ]);
  });
});
