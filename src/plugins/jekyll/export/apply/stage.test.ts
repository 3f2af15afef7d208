import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { BlogFolderError } from '../../blog/blog-folder';
import { openStage, type StagedUnit } from '.';
import { change, move, TestBlog } from './testing/blog';
import { KEY } from './testing/driver';
import { discardStages, Listener, sealed, staged } from './testing/run';

let blog: TestBlog;
let outside: TestBlog;
let listener: Listener;
beforeEach(async () => {
  blog = await TestBlog.with({ '_posts/a.md': 'a', '_posts/b.md': 'b', 'img/a.png': 'pixels' });
  outside = await TestBlog.with({ 'posts/a.md': 'a', 'secret.txt': 'secret' });
  listener = new Listener();
});
afterEach(async () => {
  await discardStages();
  await blog.remove();
  await outside.remove();
});

const unit = (note: string, ...changes: StagedUnit<string>['changes']): StagedUnit<string> => ({
  note,
  changes,
});
const a = unit('a', change('_posts/a.md', 'a', 'new a'));
const b = unit('b', change('_posts/b.md', 'b', 'new b'));

describe('until it is sealed, a run', () => {
  it('changes nothing, and leaves nothing when it is discarded', async () => {
    const before = await blog.files();
    const stage = await staged(blog, [a, b]);
    expect(await blog.files()).toMatchObject(before);
    await stage.discard();
    expect(await blog.files()).toEqual(before);
    expect(await blog.folders()).toEqual(['_posts', 'img']);
  });

  it('keeps another run out, which says so', async () => {
    const stage = await staged(blog, [a]);
    await expect(staged(blog, [b])).rejects.toMatchObject({
      name: 'StageError',
      problem: { code: 'stage-in-use' },
    });
    await stage.seal(null);
    await stage.apply(listener);
    expect(listener.said).toEqual(['a: applied']);
  });

  it('is discarded where it may not write any more', async () => {
    const before = await blog.files();
    const lost = new Error('the lease is lost');
    const assertHeld = (): never => {
      throw lost;
    };
    const stage = await openStage<string>(await blog.open(), { key: KEY, assertHeld });
    await stage.add(a);
    await expect(stage.seal(null)).rejects.toBe(lost);
    expect(await blog.files()).toEqual(before);
  });

  it.each([
    '../out.md',
    '_posts/../../out.md',
    '/etc/passwd',
    '_posts/./a.md',
    '_posts//a.md',
    '',
    '_posts/a\0.md',
    '_posts\\a.md',
    '.git/hooks/post-commit',
    '_posts/.GIT/config',
    '.jekyll-cms/run-0000000000000000/journal',
    'linked/a.md',
    'linked-file.md',
  ])('refuses the path %j and goes on', async (path) => {
    await symlink(outside.at('posts'), blog.at('linked'));
    await symlink(outside.at('secret.txt'), blog.at('linked-file.md'));
    const stage = await staged(blog, [a]);
    await expect(stage.add(unit('x', change(path, null, 'x')))).rejects.toThrow(BlogFolderError);
    await expect(
      stage.add(unit('x', { ...change('_posts/x.md', null, 'x'), from: { path, expected: 'x' } })),
    ).rejects.toThrow(BlogFolderError);
    await stage.seal(null);
    await stage.apply(listener);
    expect(listener.said).toEqual(['a: applied']);
    expect(await outside.files()).toEqual({ 'posts/a.md': 'a', 'secret.txt': 'secret' });
  });

  it('is invisible to Git', async () => {
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', blog.dir, ...args], { encoding: 'utf8' });
    git('init', '-q');
    const stage = await sealed(blog, [a]);
    git('add', '-A');
    expect(git('ls-files').trim().split('\n')).toEqual(['_posts/a.md', '_posts/b.md', 'img/a.png']);
    await stage.apply(listener);
  });
});

describe('a sealed run', () => {
  it('keeps the modes of files, and makes folders', async () => {
    await chmod(blog.at('_posts/a.md'), 0o600);
    const stage = await sealed(blog, [a, unit('c', change('_posts/new/c.md', null, 'c'))]);
    const run = await stage.apply(listener);
    expect((await stat(blog.at('_posts/a.md'))).mode & 0o777).toBe(0o600);
    expect((await stat(blog.at('_posts/new/c.md'))).mode & 0o777).toBe(0o666 & ~process.umask());
    expect(run).toEqual({
      meta: { units: 2 },
      paths: ['_posts/a.md', '_posts/new/c.md'],
      left: [],
    });
    expect(listener.paths).toEqual(run.paths);
    expect(await blog.files()).toEqual({
      '_posts/a.md': 'new a',
      '_posts/b.md': 'b',
      '_posts/new/c.md': 'c',
      'img/a.png': 'pixels',
    });
  });

  it('tells where a post went from, and removes the folder that it emptied', async () => {
    await blog.write('_posts/deep/er/c.md', 'c');
    const stage = await sealed(blog, [
      unit('c', move('_posts/deep/er/c.md', '_posts/c.md', 'c', 'new c')),
      unit('a', change('_posts/a.md', 'a', null)),
      unit('b', change('_posts/b.md', 'b', null)),
      unit('img', change('img/a.png', 'pixels', null)),
    ]);
    const { paths } = await stage.apply(listener);
    expect(paths).toEqual([
      '_posts/c.md',
      '_posts/deep/er/c.md',
      '_posts/a.md',
      '_posts/b.md',
      'img/a.png',
    ]);
    expect(listener.outcomes[0]?.changes).toMatchObject([{ from: '_posts/deep/er/c.md' }]);
    expect(await blog.files()).toEqual({ '_posts/c.md': 'new c' });
    expect(await blog.folders()).toEqual(['_posts', 'img']);
  });

  it.each([
    ['the file was changed', '_posts/a.md', 'edited'],
    ['a file appeared at the new place', '_posts/moved.md', 'there first'],
    ['a medium of the post appeared', 'img/new.png', 'other pixels'],
  ])('leaves a unit out as a whole where %s', async (_what, file, text) => {
    const before = { ...(await blog.files()), [file]: text };
    const moved = unit(
      'a',
      change('img/new.png', null, 'new pixels'),
      move('_posts/a.md', '_posts/moved.md', 'a', 'new a'),
    );
    const stage = await sealed(blog, [moved, b]);
    await blog.write(file, text);
    const { left } = await stage.apply(listener);
    expect(listener.said).toEqual(['a: changed-meanwhile changed-meanwhile', 'b: applied']);
    expect(left).toMatchObject([{ note: 'a', changes: [] }]);
    expect(left[0]?.problem?.message.en).toContain(file);
    expect(await blog.files()).toEqual({ ...before, '_posts/b.md': 'new b' });
  });

  it('leaves out a removal of a file that was changed, and takes one that is gone as done', async () => {
    const removals = [
      unit('a', change('_posts/a.md', 'a', null)),
      unit('b', change('_posts/b.md', 'b', null)),
    ];
    const stage = await sealed(blog, removals);
    await blog.write('_posts/a.md', 'edited');
    await rm(blog.at('_posts/b.md'));
    await stage.apply(listener);
    expect(listener.said).toEqual(['a: changed-meanwhile changed-meanwhile', 'b: applied']);
    expect((await blog.files())['_posts/a.md']).toBe('edited');
  });

  it.each(['folder', 'file'])(
    'does not follow a link that took the place of a %s',
    async (kind) => {
      const stage = await sealed(blog, [a, unit('img', change('img/a.png', 'pixels', 'more'))]);
      if (kind === 'folder') {
        await rename(blog.at('_posts'), blog.at('kept'));
        await symlink(outside.at('posts'), blog.at('_posts'));
      } else {
        await rm(blog.at('_posts/a.md'));
        await symlink(outside.at('posts/a.md'), blog.at('_posts/a.md'));
      }
      await stage.apply(listener);
      expect(listener.said).toEqual(['a: failed outside-blog', 'img: applied']);
      expect((await outside.files())['posts/a.md']).toBe('a');
    },
  );

  it('goes on past a place where a folder or a file is in the way', async () => {
    const stage = await sealed(blog, [
      unit('folder', change('img', null, 'x')),
      unit('file', change('_posts/a.md/x.md', null, 'x')),
      unit('name', change(`_posts/${'x'.repeat(300)}.md`, null, 'x')),
      b,
    ]);
    await stage.apply(listener);
    expect(listener.said).toEqual([
      'folder: failed outside-blog',
      'file: failed not-writable',
      'name: failed not-writable',
      'b: applied',
    ]);
  });

  it('carries notes of any text', async () => {
    const note = 'line\nbreak \u2028 \u2029 \r 한글 \ud83d\ude00 "quoted"';
    const stage = await sealed(blog, [unit(note, ...a.changes)]);
    await stage.apply(listener);
    expect(listener.outcomes).toMatchObject([{ note, status: 'applied' }]);
  });

  it('needs nothing of the folder before: an empty blog is filled', async () => {
    const empty = await TestBlog.with({});
    await mkdir(empty.at('_posts'));
    const stage = await sealed(empty, [unit('x', change('_posts/x.md', null, ''))]);
    await stage.apply(listener);
    expect(await empty.files()).toEqual({ '_posts/x.md': '' });
    await empty.remove();
  });
});
