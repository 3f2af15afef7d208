import { writeFile } from 'node:fs/promises';
import { itWithMount, mountSmallDisk, type SmallDisk } from '../../../../../tests/helpers/mounts';
import { openStage, recover, type StagedUnit } from '.';
import { change, TestBlog } from './testing/blog';
import { KEY } from './testing/driver';
import { discardStages, Listener, sealed, staged } from './testing/run';

let disk: SmallDisk | null = null;
afterEach(async () => {
  await discardStages();
  await disk?.unmount();
  disk = null;
});

const BEFORE = { '_posts/a.md': 'a', '_posts/b.md': 'b' };

async function blogOn(options: string): Promise<TestBlog> {
  disk = await mountSmallDisk(options);
  return TestBlog.with(BEFORE, disk.dir);
}

const units: StagedUnit<string>[] = [
  { note: 'a', changes: [change('_posts/a.md', 'a', 'new a')] },
  { note: 'c', changes: [change('_posts/new/folder/c.md', null, 'c')] },
  { note: 'b', changes: [change('_posts/b.md', 'b', null)] },
];
const AFTER = { '_posts/a.md': 'new a', '_posts/new/folder/c.md': 'c' };

describe('a disk that is full', () => {
  itWithMount('while a run is staged: the blog is as it was, and the error says so', async () => {
    const blog = await blogOn('size=256k');
    const large = 'x'.repeat(60_000);
    const many = Array.from({ length: 20 }, (_, at) => ({
      note: `${at}`,
      changes: [change(`_posts/${at}.md`, null, large)],
    }));
    const failure = await sealed(blog, many).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'StageError', problem: { code: 'not-staged' } });
    expect((failure as Error).message).toContain('the disk is full');
    expect(await blog.files()).toEqual(BEFORE);
    expect(await blog.folders()).toEqual(['_posts']);
  });

  itWithMount('while files are moved: the next run completes it once there is room', async () => {
    const blog = await blogOn('size=4m,nr_inodes=40');
    const stage = await sealed(blog, units);
    const fillers: string[] = [];
    // The file that the first unit replaces makes room for one folder, and the second one needs two.
    for (let full = false; !full; ) {
      fillers.push(`filler-${fillers.length}`);
      full = await writeFile(blog.at(fillers.at(-1)!), '').then(
        () => false,
        () => true,
      );
    }
    const listener = new Listener();
    await expect(stage.apply(listener)).rejects.toMatchObject({
      name: 'ApplyError',
      file: '_posts/new/folder/c.md',
      message: expect.stringContaining('the disk is full'),
    });
    // What was done until then is known to the database already.
    expect(listener.said).toEqual(['a: applied']);
    expect(await blog.files()).toMatchObject({ ...BEFORE, '_posts/a.md': 'new a' });

    const folder = await blog.open();
    for (const filler of fillers) await folder.remove(filler);
    await recover(folder, { key: KEY }, listener);
    expect(await blog.files()).toEqual(AFTER);
    expect(listener.said).toEqual(['a: applied', 'a: applied', 'c: applied', 'b: applied']);
  });
});

describe('a blog that is read-only', () => {
  itWithMount('before the run: nothing begins, and the error says so', async () => {
    const blog = await blogOn('size=1m');
    disk?.setReadOnly(true);
    await expect(openStage(await blog.open(), { key: KEY })).rejects.toMatchObject({
      name: 'StageError',
      message: expect.stringContaining('the file system is read-only'),
    });
    expect(await blog.files()).toEqual(BEFORE);
  });

  itWithMount('from the middle on: the next run ends what was begun', async () => {
    const blog = await blogOn('size=1m');
    const stage = await staged(blog, units);
    await stage.seal(null);
    disk?.setReadOnly(true);
    const listener = new Listener();
    await expect(stage.apply(listener)).rejects.toMatchObject({
      name: 'ApplyError',
      file: '_posts/a.md',
    });
    const folder = await blog.open();
    await expect(recover(folder, { key: KEY }, listener)).rejects.toThrow('read-only');
    expect(await blog.files()).toMatchObject(BEFORE);

    disk?.setReadOnly(false);
    await recover(folder, { key: KEY }, listener);
    expect(await blog.files()).toEqual(AFTER);
  });
});
