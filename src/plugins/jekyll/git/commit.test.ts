import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openRepository } from './repository';
import {
  BODY,
  checkout,
  createSandbox,
  edited,
  EDITOR,
  meta,
  POST,
  type Sandbox,
  SERVICE,
  settings,
  text,
} from './testing/sandbox';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = createSandbox();
});
afterEach(() => sandbox.remove());

const open = (changes: object = {}, dir = sandbox.blog.dir) =>
  openRepository(dir, settings(changes), { lockWait: 300 });

describe('a commit', () => {
  test('is authored by the editor and committed by the service, and leaves the checkout clean', async () => {
    const { blog } = sandbox;
    blog.write(POST, edited(3, '셋째 줄'));
    const repository = await open();
    const commit = await repository.commit([text(POST, edited(3, '셋째 줄'))], meta('글 수정'));
    expect(blog.git('log', '-1', '--format=%H|%an|%ae|%cn|%ce|%s').trim()).toBe(
      [commit, EDITOR.name, EDITOR.email, SERVICE.name, SERVICE.email, '글 수정'].join('|'),
    );
    expect(blog.git('show', '--name-only', '--format=', 'HEAD').trim()).toBe(POST);
    expect(blog.git('status', '--porcelain')).toBe('');
    expect(blog.exists('.git/jekyll-cms')).toBe(false);
  });

  test('is not made where nothing differs', async () => {
    const before = sandbox.blog.git('rev-parse', 'HEAD');
    const repository = await open();
    expect(await repository.commit([text(POST, BODY)], meta())).toBeNull();
    expect(await repository.commit([text('never/there.md', null)], meta())).toBeNull();
    expect(await repository.commit([], meta())).toBeNull();
    expect(sandbox.blog.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('holds our files only: what is staged, dirty, untracked or ignored stays exactly so', async () => {
    const { blog } = sandbox;
    for (const name of ['staged', 'dirty', 'both', 'removed', 'moved']) {
      blog.commit(`${name}.md`, `${name}\n`);
    }
    blog.commit('.gitignore', '_site/\n');
    blog.write('staged.md', 'new\n');
    blog.write('both.md', 'first\n');
    blog.write('한글 파일.md', 'added\n');
    blog.git('add', 'staged.md', 'both.md', '한글 파일.md');
    blog.write('both.md', 'second\n');
    blog.write('dirty.md', 'new\n');
    blog.git('rm', '-q', 'removed.md');
    blog.git('mv', 'moved.md', 'elsewhere.md');
    blog.write('untracked.md', 'x\n');
    blog.write('_site/index.html', 'x\n');
    const before = blog.state();

    const next = '_posts/2025-02-02-다음-글.md';
    blog.write(POST, edited(1, 'ours'));
    blog.write(next, 'new post\n');
    const repository = await open();
    await repository.commit([text(POST, edited(1, 'ours')), text(next, 'new post\n')], meta());

    expect(blog.git('diff', '--name-only', '-z', 'HEAD^', 'HEAD').split('\0').sort()).toEqual(
      ['', POST, next].sort(),
    );
    expect(blog.state()).toBe(before);
  });

  test('renames with history, and keeps the mode of a file', async () => {
    const { blog } = sandbox;
    blog.commit('tool.sh', 'echo 1\n');
    blog.git('update-index', '--chmod=+x', 'tool.sh');
    blog.git('commit', '-qm', 'Executable');
    const moved = '_posts/2025-01-01-renamed.md';
    const repository = await open();
    await repository.commit(
      [text(POST, null), text(moved, edited(2, 'new')), text('tool.sh', 'echo 2\n')],
      meta(),
    );
    expect(blog.git('show', '-M', '--name-status', '--format=', 'HEAD')).toMatch(
      new RegExp(`^R\\d+\t${POST}\t${moved}$`, 'm'),
    );
    expect(blog.git('log', '--follow', '--format=%s', '--', moved).trim().split('\n')).toHaveLength(
      2,
    );
    expect(blog.git('ls-tree', 'HEAD', 'tool.sh')).toMatch(/^100755/);
    expect(await repository.wasTracked(POST)).toBe(true);
    expect(await repository.wasTracked('_posts/never.md')).toBe(false);
  });

  test('applies the ends of line that the repository asks for', async () => {
    const { blog } = sandbox;
    blog.commit('.gitattributes', '* text=auto\n*.png binary\n');
    const crlf = BODY.replaceAll('\n', '\r\n');
    blog.write('_posts/crlf.md', crlf);
    blog.write('a.png', 'a\r\nb\r\n');
    const repository = await open();
    await repository.commit([text('_posts/crlf.md', crlf), text('a.png', 'a\r\nb\r\n')], meta());
    expect(blog.git('show', 'HEAD:_posts/crlf.md')).toBe(BODY);
    expect(blog.git('show', 'HEAD:a.png')).toBe('a\r\nb\r\n');
    expect(blog.git('status', '--porcelain')).toBe('');
    expect(await repository.commit([text('_posts/crlf.md', crlf)], meta())).toBeNull();
  });

  test('can be the first one of a repository', async () => {
    const fresh = sandbox.init('fresh');
    fresh.write('a.md', 'a\n');
    fresh.write('mine.md', 'mine\n');
    const repository = await open({}, fresh.dir);
    expect(await repository.head()).toBeNull();
    const commit = await repository.commit([text('a.md', 'a\n')], meta());
    expect(await repository.head()).toBe(commit);
    expect(fresh.git('status', '--porcelain')).toBe('?? mine.md\n');
  });

  test('lands in the blog’s subfolder of its repository, in a worktree and in a submodule', async () => {
    const { blog } = sandbox;
    blog.commit('site/_posts/a.md', 'a\n');
    const inside = await open({}, path.join(blog.dir, 'site'));
    expect(inside.prefix).toBe('site/');
    await inside.commit([text('_posts/a.md', 'b\n')], meta());
    expect(blog.git('show', 'HEAD:site/_posts/a.md')).toBe('b\n');

    blog.git('worktree', 'add', '-q', '-b', 'second', path.join(sandbox.dir, 'tree'));
    const tree = checkout(path.join(sandbox.dir, 'tree'));
    await (await open({}, tree.dir)).commit([text('w.md', 'w\n')], meta());
    expect(tree.git('show', 'second:w.md')).toBe('w\n');

    const owner = sandbox.init('owner');
    owner.commit('readme', 'x\n');
    owner.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', sandbox.remote, 'blog');
    const module_ = path.join(owner.dir, 'blog');
    await (await open({}, module_)).commit([text('m.md', 'm\n')], meta());
    expect(checkout(module_).git('show', 'HEAD:m.md')).toBe('m\n');
  });

  test('signs off with the author, once', async () => {
    const repository = await open({ signoff: true });
    const trailer = `Signed-off-by: ${EDITOR.name} <${EDITOR.email}>`;
    await repository.commit([text('a.md', 'a\n')], meta('Title\n\nText.'));
    expect(sandbox.blog.git('log', '-1', '--format=%B').trim()).toBe(
      `Title\n\nText.\n\n${trailer}`,
    );
  });

  test('has an author that Git takes, whatever the editor is called', async () => {
    const repository = await open();
    for (const [index, name] of ['', '<>', '...', 'A\nB <x@y>', '"', '\0'].entries()) {
      const author = { name, email: 'ed@example.com\n' };
      await repository.commit([text('n.md', `${index}\n`)], { message: 'm', author });
      expect(sandbox.blog.git('log', '-1', '--format=%ae|%an')).toMatch(/^ed@example\.com\|\S/);
    }
    const fixed = await open({ author: { name: 'Team', email: 'team@example.com' } });
    await fixed.commit([text('n.md', 'x')], meta());
    expect(sandbox.blog.git('log', '-1', '--format=%an').trim()).toBe('Team');
    await repository.commit([text('n.md', 'y')], { message: 'm', author: null });
    expect(sandbox.blog.git('log', '-1', '--format=%ae').trim()).toBe(SERVICE.email);
  });

  test('runs no hook and asks for no signature', async () => {
    const { blog, dir } = sandbox;
    const mark = path.join(dir, 'hook-ran');
    for (const hook of [
      'pre-commit',
      'post-commit',
      'reference-transaction',
      'post-index-change',
    ]) {
      writeFileSync(path.join(blog.dir, '.git/hooks', hook), `#!/bin/sh\ntouch '${mark}'\n`, {
        mode: 0o755,
      });
    }
    blog.git('config', 'commit.gpgSign', 'true');
    blog.git('config', 'gpg.program', '/does/not/exist');
    expect(await (await open()).commit([text('a.md', 'a\n')], meta())).toMatch(/^[0-9a-f]{40}$/);
    expect(sandbox.other.exists('../hook-ran')).toBe(false);
  });

  test('whose process was killed before the index followed is completed by the next run', async () => {
    const { blog } = sandbox;
    blog.write(POST, edited(1, 'ours'));
    const repository = await open();
    const old = blog.git('ls-files', '-s');
    await repository.commit([text(POST, edited(1, 'ours'))], meta());
    blog.git('read-tree', 'HEAD^');
    expect(blog.git('ls-files', '-s')).toBe(old);
    expect(await repository.commit([text(POST, edited(1, 'ours'))], meta())).toBeNull();
    expect(blog.git('status', '--porcelain')).toBe('');
  });
});

describe('a checkout that is not ready', () => {
  const refused = async (code: string, changes: object = {}) => {
    const before = sandbox.blog.git('rev-parse', '--all');
    const repository = await open(changes);
    await expect(repository.commit([text('a.md', 'a\n')], meta())).rejects.toMatchObject({ code });
    expect(sandbox.blog.git('rev-parse', '--all')).toBe(before);
    expect(sandbox.blog.exists('.git/jekyll-cms')).toBe(false);
  };

  test('a held index lock is waited for, then named', async () => {
    const lock = path.join(sandbox.blog.dir, '.git/index.lock');
    writeFileSync(lock, '');
    await refused('git-locked');
    setTimeout(() => rmSync(lock), 100);
    expect(await (await open()).commit([text('a.md', 'a\n')], meta())).not.toBeNull();
  });

  test('a detached HEAD', async () => {
    sandbox.blog.git('checkout', '-q', '--detach');
    await refused('git-detached-head');
  });

  test('another branch than the settings say', async () => {
    await refused('git-other-branch', { branch: 'gh-pages' });
  });

  test('a merge in progress', async () => {
    const { blog } = sandbox;
    blog.git('switch', '-qc', 'side');
    blog.commit(POST, edited(1, 'side'));
    blog.git('switch', '-q', 'main');
    blog.commit(POST, edited(1, 'main'));
    expect(() => blog.git('merge', 'side')).toThrow();
    await refused('git-in-progress');
  });

  test('no repository, a bare one, and a folder that its repository ignores', async () => {
    mkdirSync(path.join(sandbox.dir, 'plain'));
    await expect(open({}, path.join(sandbox.dir, 'plain'))).rejects.toMatchObject({
      code: 'git-no-repository',
    });
    await expect(open({}, path.join(sandbox.dir, 'absent'))).rejects.toMatchObject({
      code: 'git-no-repository',
    });
    await expect(open({}, sandbox.remote)).rejects.toMatchObject({ code: 'git-no-work-tree' });
    sandbox.blog.write('.gitignore', 'tmp/\n');
    sandbox.blog.write('tmp/blog/_config.yml', '');
    await expect(open({}, path.join(sandbox.blog.dir, 'tmp/blog'))).rejects.toMatchObject({
      code: 'git-ignored-folder',
    });
  });
});

test.each([
  '../out.md',
  '/etc/x',
  'a/../../x',
  '.git/config',
  'x/.GIT/hooks/y',
  'a//b',
  './a',
  '',
  'a\\b',
  'C:/x',
  'a\0b',
  'git~1/config',
  '.g\u200cit/config',
  `${POST}/below`,
  'link/inside.md',
])('refuses the path %j', async (file) => {
  const { blog } = sandbox;
  symlinkSync('/tmp', path.join(blog.dir, 'link'));
  blog.git('add', 'link');
  blog.git('commit', '-qm', 'Link');
  const before = blog.git('rev-parse', 'HEAD');
  await expect((await open()).commit([text(file, 'x')], meta())).rejects.toMatchObject({
    code: 'git-path',
  });
  expect(blog.git('rev-parse', 'HEAD')).toBe(before);
});
