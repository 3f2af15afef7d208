import { rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { itWithMount, mountSmallDisk, type SmallDisk } from '../../helpers/mounts';
import { filesOf, type Outcome, tornFiles } from './outcome';
import { type Copy, Station } from './station';

// Processes boot Strapi in seconds, on a busy machine in many.
jest.setTimeout(600_000);

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';
/** What the file system gives out at once, in bytes. */
const PAGE = 4096;
/** Pages that are left free: too few to begin, to make everything ready, to commit, and enough. */
const ROOM = FULL ? Array.from({ length: 60 }, (_, at) => at * 2) : [0, 8, 40];

let station: Station;
let before: Outcome['files'];
let after: Outcome;
let disk: SmallDisk | null = null;
beforeAll(async () => {
  station = await Station.open();
  before = await filesOf(station.blogBefore);
  const copy = await station.copy();
  await station.exportHere(copy);
  after = await station.outcomeOf(copy);
});
afterEach(async () => {
  await disk?.unmount();
  disk = null;
});
afterAll(() => station.close());

const fillerOf = (): string => path.join(disk?.dir ?? '', 'filler');

/** A blog on a disk that has room for so many pages more. */
async function blogWithRoom(pages: number): Promise<Copy> {
  disk = await mountSmallDisk('size=4m');
  const copy = await station.copy(disk.dir);
  // A write that doesn't fit fills the disk to its end.
  await writeFile(fillerOf(), Buffer.alloc(8 * 1024 * 1024)).catch(() => undefined);
  const { size } = await stat(fillerOf());
  await truncate(fillerOf(), Math.floor(size / PAGE - pages) * PAGE);
  return copy;
}

describe('a disk that runs full during an export', () => {
  itWithMount(
    'each file is old or new, the error says what to do, the next run ends it',
    async () => {
      const seen = new Set<string>();
      for (const pages of ROOM) {
        const copy = await blogWithRoom(pages);
        const ended = await station.tryHere(copy);
        seen.add(ended);
        if (ended !== 'done')
          expect([pages, ended]).toEqual([pages, expect.stringMatching(/full|space/)]);
        expect(tornFiles(before, after.files, await filesOf(copy.blog))).toEqual([]);

        await rm(fillerOf());
        await station.exportHere(copy);
        expect([pages, await station.outcomeOf(copy)]).toEqual([pages, after]);
        await disk?.unmount();
        disk = null;
      }
      expect(seen.size).toBeGreaterThan(1);
    },
  );

  itWithMount('the command line ends with status 3', async () => {
    const copy = await blogWithRoom(4);
    const { status, stderr } = await station.export(copy);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringContaining(
        'the disk is full. The blog is unchanged. Put that right and export again.',
      ),
    });
    expect(await filesOf(copy.blog)).toEqual(before);
  });
});

describe('a disk that runs full while Git commits', () => {
  itWithMount('ends the command line with status 3, and the next run commits', async () => {
    const copy = await blogWithRoom(34);
    const { status, stderr } = await station.export(copy);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/no space left on device/i),
    });
    expect(await filesOf(copy.blog)).toMatchObject(after.files);

    await rm(fillerOf());
    await station.exportHere(copy);
    expect(await station.outcomeOf(copy)).toEqual(after);
  });
});

describe('a blog that is read-only', () => {
  itWithMount('stays as it is, and the error says what to do', async () => {
    disk = await mountSmallDisk('size=4m');
    const copy = await station.copy(disk.dir);
    disk.setReadOnly(true);
    const { status, stderr } = await station.export(copy);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringContaining(
        'the file system is read-only. The blog is unchanged. Put that right and export again.',
      ),
    });
    expect(await filesOf(copy.blog)).toEqual(before);

    disk.setReadOnly(false);
    await station.exportHere(copy);
    expect(await station.outcomeOf(copy)).toEqual(after);
  });
});
