import { mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openStage, recover, type StagedUnit } from '.';
import { change, TestBlog } from './testing/blog';
import { KEY } from './testing/driver';
import { discardStages, Listener, sealed, staged } from './testing/run';

let blog: TestBlog;
let outside: TestBlog;
let listener: Listener;
beforeEach(async () => {
  blog = await TestBlog.with({ '_posts/a.md': 'a', '_posts/b.md': 'b' });
  outside = await TestBlog.with({ 'secret.txt': 'secret' });
  listener = new Listener();
});
afterEach(async () => {
  await discardStages();
  await blog.remove();
  await outside.remove();
});

const units: StagedUnit<string>[] = [
  { note: 'a', changes: [change('_posts/a.md', 'a', 'new a')] },
  { note: 'b', changes: [change('_posts/b.md', 'b', null)] },
];
const BEFORE = { '_posts/a.md': 'a', '_posts/b.md': 'b' };
const AFTER = { '_posts/a.md': 'new a' };

const recoverBlog = async (key = KEY) => recover(await blog.open(), { key }, listener);

/** Folder of the only run in the stage. */
async function runFolder(): Promise<string> {
  const [name = ''] = await readdir(blog.at('.jekyll-cms'));
  return blog.at(`.jekyll-cms/${name}`);
}

describe('the next run', () => {
  it('finds nothing to do where nothing was left', async () => {
    expect(await recoverBlog()).toEqual({ status: 'nothing' });
    expect(await blog.files()).toEqual(BEFORE);
  });

  it('discards a stage that was not sealed', async () => {
    await staged(blog, units);
    expect(await recoverBlog()).toEqual({ status: 'discarded' });
    expect(await blog.files()).toEqual(BEFORE);
    expect(listener.finished).toBe(0);
  });

  it('completes a sealed one with what it was sealed with, once', async () => {
    await sealed(blog, units);
    expect(await recoverBlog()).toEqual({
      status: 'completed',
      meta: { units: 2 },
      paths: ['_posts/a.md', '_posts/b.md'],
      left: [],
    });
    expect(await blog.files()).toEqual(AFTER);
    expect(listener.said).toEqual(['a: applied', 'b: applied']);
    expect(await recoverBlog()).toEqual({ status: 'nothing' });
    expect(listener.finished).toBe(1);
  });

  it.each(['settle', 'finish'] as const)(
    'settles what a run left whose %s failed',
    async (failing) => {
      const stage = await sealed(blog, units);
      const broken = new Listener();
      broken.failing = failing;
      await expect(stage.apply(broken)).rejects.toThrow('is gone');
      await stage.discard();

      expect(await recoverBlog()).toMatchObject({ status: 'completed', left: [] });

      expect(listener.said).toEqual(['a: applied', 'b: applied']);
      expect(listener.finished).toBe(1);
      expect(await blog.files()).toEqual(AFTER);
    },
  );

  it('leaves what somebody made of a file since it was written', async () => {
    const stage = await sealed(blog, units);
    const broken = new Listener();
    broken.failing = 'settle';
    await expect(stage.apply(broken)).rejects.toThrow();
    await blog.write('_posts/a.md', 'new a, edited');
    await blog.write('_posts/b.md', 'b, written anew');

    await recoverBlog();

    expect(listener.said).toEqual(['a: applied', 'b: applied']);
    expect(await blog.files()).toEqual({
      '_posts/a.md': 'new a, edited',
      '_posts/b.md': 'b, written anew',
    });
  });

  it('leaves a file that was changed before the run came to it', async () => {
    await sealed(blog, units);
    await blog.write('_posts/a.md', 'edited');
    expect(await recoverBlog()).toMatchObject({ left: [{ status: 'changed-meanwhile' }] });
    expect(await blog.files()).toEqual({ '_posts/a.md': 'edited' });
  });

  it('goes on with a unit that was begun, past the file of it that was changed since', async () => {
    const changes = [
      change('img/new.png', null, 'pixels'),
      change('_posts/a.md', 'a', 'new a'),
      change('_posts/b.md', 'b', 'new b'),
    ];
    await sealed(blog, [{ note: 'post', changes }]);
    await mkdir(blog.at('img'));
    await rename(path.join(await runFolder(), 'files', '0'), blog.at('img/new.png'));
    await blog.write('_posts/a.md', 'edited');

    await recoverBlog();

    expect(listener.said).toEqual(['post: changed-meanwhile changed-meanwhile']);
    const [outcome] = listener.outcomes;
    expect(outcome?.changes.map((one) => one.path)).toEqual(['img/new.png', '_posts/b.md']);
    expect(await blog.files()).toEqual({
      'img/new.png': 'pixels',
      '_posts/a.md': 'edited',
      '_posts/b.md': 'new b',
    });
  });

  it.each([
    ['damaged', (file: string) => writeFile(file, 'new')],
    ['gone', (file: string) => rm(file)],
  ])('does not put a text in place that is %s', async (_what, spoil) => {
    await sealed(blog, units);
    await spoil(path.join(await runFolder(), 'files', '0'));
    await recoverBlog();
    expect(listener.said).toEqual(['a: failed staged-lost', 'b: applied']);
    expect(await blog.files()).toEqual({ '_posts/a.md': 'a' });
  });

  it('takes a torn journal for one that was not sealed', async () => {
    await sealed(blog, units);
    const journal = path.join(await runFolder(), 'journal');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.slice(0, text.length / 2));
    expect(await recoverBlog()).toEqual({ status: 'discarded' });
    expect(await blog.files()).toEqual(BEFORE);
  });

  it('stops where it may not write any more, and leaves the rest to its successor', async () => {
    await sealed(blog, units);
    const lost = new Error('the lease is lost');
    const assertHeld = (): never => {
      throw lost;
    };
    await expect(recover(await blog.open(), { key: KEY, assertHeld }, listener)).rejects.toBe(lost);
    expect(await blog.files()).toMatchObject(BEFORE);
    expect(await recoverBlog()).toMatchObject({ status: 'completed' });
    expect(await blog.files()).toEqual(AFTER);
  });
});

describe('a stage that this CMS has not made', () => {
  const foreign = async (place: string): Promise<void> => {
    const before = [await blog.files(), await outside.files()];
    const refusal = { name: 'StageError', problem: { code: 'stage-foreign' } };
    await expect(recoverBlog()).rejects.toMatchObject(refusal);
    await expect(recoverBlog()).rejects.toThrow(`"${place}"`);
    await expect(openStage(await blog.open(), { key: KEY })).rejects.toThrow('.jekyll-cms');
    expect([await blog.files(), await outside.files()]).toEqual(before);
    expect(listener.outcomes).toEqual([]);
  };

  it('is refused: a journal that came from elsewhere', async () => {
    await sealed(blog, units);
    await expect(recoverBlog('the key of another CMS')).rejects.toMatchObject({
      problem: { code: 'stage-foreign' },
    });
    expect(await blog.files()).toMatchObject(BEFORE);
    expect(await recoverBlog()).toMatchObject({ status: 'completed' });
  });

  it('is refused: a journal that was changed', async () => {
    await sealed(blog, units);
    const journal = path.join(await runFolder(), 'journal');
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('_posts/a.md', '_posts/c.md'));
    await foreign('.jekyll-cms');
  });

  it('is refused: a link out of the blog', async () => {
    await symlink(outside.dir, blog.at('.jekyll-cms'));
    await foreign('.jekyll-cms');
  });

  it('is refused: a file', async () => {
    await blog.write('.jekyll-cms', 'mine');
    await foreign('.jekyll-cms');
  });

  it('is refused: files of somebody', async () => {
    await blog.write('.jekyll-cms/notes.md', 'mine');
    await foreign('.jekyll-cms/notes.md');
  });

  it('is refused: a run with a file of somebody, or with a link', async () => {
    await staged(blog, units);
    const run = await runFolder();
    const name = `.jekyll-cms/${path.basename(run)}`;
    await blog.write(`${name}/files/notes.md`, 'mine');
    await foreign(`${name}/files/notes.md`);
    await rm(path.join(run, 'files/notes.md'));
    await rename(path.join(run, 'removed'), path.join(run, 'files-2'));
    await foreign(`${name}/files-2`);
    await rm(path.join(run, 'files-2'), { recursive: true });
    await symlink(outside.dir, path.join(run, 'removed'));
    await foreign(`${name}/removed`);
  });

  it('is no empty folder: that is taken away', async () => {
    await mkdir(blog.at('.jekyll-cms'));
    expect(await recoverBlog()).toEqual({ status: 'discarded' });
    expect(await blog.folders()).toEqual(['_posts']);
  });
});
