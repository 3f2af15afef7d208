import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { GitError } from '../../../src/plugins/jekyll/git';
import { DATE, edit, fileOf, plainFile, publishPlain } from '../export/content';
import { actions, POST } from '../import/cms';
import { picture } from '../import/texts';
import { uploadPicture } from '../export/upload';
import { count, Desk, HANA, lastCommit, people, person, SERVICE } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.boot();
});
beforeEach(() => desk.open({ push: 'never' }));
afterEach(() => desk.close());
afterAll(() => desk.app.close());

const message = () => desk.blog.git('log', '-1', '--format=%B').trim();

describe('one export', () => {
  it('is one commit of its own files: posts, media and removals', async () => {
    const gone = await publishPlain(desk.cms, 'gone');
    const changed = await publishPlain(desk.cms, 'changed');
    await desk.export();
    await desk.cms.documents(POST).unpublish({ documentId: gone.documentId, locale: 'ko' });
    await edit(desk.cms, changed as never, { body: '고친 글' });
    const medium = await uploadPicture(desk.app.strapi, 'my-photo.png', picture('photo'));
    await publishPlain(desk.cms, 'shown', { body: `![그림](${medium.url})` });
    const before = count(desk.blog);

    const report = await desk.export();

    expect(count(desk.blog)).toBe(before + 1);
    expect(report.commit).toBe(desk.blog.git('rev-parse', 'HEAD').trim());
    expect(lastCommit(desk.blog)).toEqual([
      `A ${fileOf('shown')}`,
      'A assets/img/posts/my-photo.png',
      `D ${fileOf('gone')}`,
      `M ${fileOf('changed')}`,
    ]);
    expect(desk.blog.state()).toBe('\n=====\n\n=====\n');
    expect(people(desk.blog)).toEqual([person(HANA), person(SERVICE)]);
  });

  it.each([
    ['ko', '"글 first" 발행', '- 발행: "글 first" (ko) '],
    ['en', 'Publish "글 first"', '- Publish: "글 first" (ko) '],
  ])('names the posts in the language of the owner: %s', async (language, subject, item) => {
    desk.configure({ language });
    await publishPlain(desk.cms, 'first');
    await desk.export();
    expect(message()).toBe(`${subject}\n\n${item}${fileOf('first')}`);
  });

  it('names a removed post by its title', async () => {
    const { documentId } = await publishPlain(desk.cms, 'first');
    await desk.export();
    await desk.cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    await desk.export();
    expect(message()).toBe(`"글 first" 삭제\n\n- 삭제: "글 first" (ko) ${fileOf('first')}`);
  });

  it('without anybody in particular has the service as its author', async () => {
    await publishPlain(desk.cms, 'first');
    await desk.export({ actor: null });
    expect(people(desk.blog)).toEqual([person(SERVICE), person(SERVICE)]);
  });

  it('of a moved post is one rename, and its history stays', async () => {
    const post = await publishPlain(desk.cms, 'first', { body: '줄\n\n'.repeat(20) });
    await desk.export();
    await edit(desk.cms, post as never, { slug: 'second' });
    const report = await desk.export();
    expect(actions(report.files)).toEqual([`${fileOf('second')}: rename`]);
    expect(lastCommit(desk.blog)).toEqual([`R ${fileOf('first')} ${fileOf('second')}`]);
    const history = desk.blog.git('log', '--follow', '--format=%H', '--', fileOf('second'));
    expect(history.trim().split('\n')).toHaveLength(2);
  });

  it('that changes nothing makes no commit', async () => {
    await publishPlain(desk.cms, 'first');
    await desk.export();
    const head = desk.blog.git('rev-parse', 'HEAD');
    expect(await desk.export()).toMatchObject({ commit: null, push: null, problems: [] });
    expect(desk.blog.git('rev-parse', 'HEAD')).toBe(head);
  });

  it('leaves what else is staged, changed, untracked or ignored exactly so', async () => {
    const { blog } = desk;
    blog.commit('about.md', 'a\n');
    blog.commit('.gitignore', '_site/\n');
    blog.write('about.md', 'changed\n');
    blog.write('staged.md', 'staged\n');
    blog.git('add', 'staged.md');
    blog.write('staged.md', 'staged, then changed\n');
    blog.write('_posts/loose.md', 'x\n');
    blog.write('_site/index.html', 'x\n');
    blog.git('rm', '-q', '--cached', '_posts/2025-01-01-first.md');
    const before = blog.state();
    await publishPlain(desk.cms, 'first');
    await desk.export();
    expect(lastCommit(blog)).toEqual([`A ${fileOf('first')}`]);
    expect(blog.state()).toBe(before);
  });

  it('commits where only the call asks for it, and not where the call says no', async () => {
    desk.configure({ enabled: false });
    await publishPlain(desk.cms, 'first');
    expect((await desk.export({ commit: true })).commit).toBe(
      desk.blog.git('rev-parse', 'HEAD').trim(),
    );
    desk.configure({ enabled: true });
    await publishPlain(desk.cms, 'second');
    expect((await desk.export({ commit: false })).commit).toBeNull();
    expect(desk.blog.git('status', '--porcelain')).toBe(`?? ${fileOf('second')}\n`);
  });

  it('takes a blog in a folder of its repository', async () => {
    const site = path.join(desk.blog.dir, 'site');
    desk.blog.commit('site/_config.yml', 'title: Blog\n');
    await publishPlain(desk.cms, 'first');
    await desk.export({ blogDir: site });
    expect(lastCommit(desk.blog)).toEqual([`A site/${fileOf('first')}`]);
  });

  it('commits what somebody changed in the file and had not committed, merged with ours', async () => {
    const body = Array.from({ length: 9 }, (_, at) => `단락 ${at}`).join('\n\n');
    const post = await publishPlain(desk.cms, 'first', { body });
    await desk.export();
    const file = fileOf('first');
    desk.blog.write(file, desk.blog.read(file).replace('단락 8', '손으로 고친 단락'));
    await edit(desk.cms, post as never, { body: body.replace('단락 0', 'CMS에서 고친 단락') });
    const report = await desk.export();
    expect(report.files).toMatchObject([{ action: 'change', merged: true, pulled: true }]);
    const wanted = plainFile(
      'first',
      body.replace('단락 0', 'CMS에서 고친 단락').replace('단락 8', '손으로 고친 단락'),
    );
    expect(desk.blog.git('show', `HEAD:${file}`)).toBe(wanted);
    expect(desk.blog.git('status', '--porcelain')).toBe('');
    expect((await desk.cms.post({ slug: 'first' })).body).toContain('손으로 고친 단락');
    expect(await desk.export()).toMatchObject({ commit: null, totals: { same: 1, change: 0 } });
  });
});

describe('before anything is written', () => {
  /** Blog, its repository, and the records of the database. */
  const all = async () => [
    existsSync(path.join(desk.blog.dir, '.git')) ? desk.blog.state() : '',
    existsSync(path.join(desk.blog.dir, fileOf('first'))),
    existsSync(path.join(desk.blog.dir, '.jekyll-cms')),
    await desk.cms.counts(),
  ];
  const begin = async () => {
    await publishPlain(desk.cms, 'first');
    return all();
  };
  const failing = async (code: string) => {
    const failure = await desk.export().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ name: GitError.name, code });
  };

  it.each<[string, string, () => void]>([
    [
      'a folder that is no repository',
      'git-no-repository',
      () => {
        rmSync(path.join(desk.blog.dir, '.git'), { recursive: true });
      },
    ],
    [
      'a detached head',
      'git-detached-head',
      () => void desk.blog.git('checkout', '-q', '--detach'),
    ],
    [
      'another branch than the one of the settings',
      'git-other-branch',
      () => desk.configure({ branch: 'pages' }),
    ],
    [
      'a merge in progress',
      'git-in-progress',
      () => desk.blog.write('.git/MERGE_HEAD', desk.blog.git('rev-parse', 'HEAD')),
    ],
  ])('%s stops the run', async (_name, code, make) => {
    make();
    const before = await begin();
    await failing(code);
    expect(await all()).toEqual(before);
  });

  it('a dry run leaves files, repository and remote as they are', async () => {
    desk.configure({ push: 'auto' });
    desk.theirs('about.md', 'theirs\n');
    const before = await begin();
    const refs = desk.blog.git('for-each-ref');
    const report = await desk.export({ dryRun: true });
    expect(actions(report.files)).toEqual([`${fileOf('first')}: add`]);
    expect(await all()).toEqual(before);
    expect(desk.blog.git('for-each-ref')).toBe(refs);
  });
});

it('a commit that fails is made by the next run', async () => {
  await publishPlain(desk.cms, 'first', { date: DATE });
  desk.blog.write('.git/index.lock', '');
  await expect(desk.export()).rejects.toMatchObject({ code: 'git-locked' });
  rmSync(path.join(desk.blog.dir, '.git/index.lock'));
  const report = await desk.export();
  expect(report.problems).toMatchObject([{ code: 'recovered' }]);
  expect(report.commit).toBe(desk.blog.git('rev-parse', 'HEAD').trim());
  expect(lastCommit(desk.blog)).toEqual([`A ${fileOf('first')}`]);
  expect(people(desk.blog)).toEqual([person(HANA), person(SERVICE)]);
  expect(desk.blog.state()).toBe('\n=====\n\n=====\n');
});
