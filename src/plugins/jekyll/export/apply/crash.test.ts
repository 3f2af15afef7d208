import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CRASH_POINTS } from '../crash-points';
import { TestBlog } from './testing/blog';
import { run } from './testing/driver';
import { drive } from './testing/process';
import { filesAfter, filesBefore, isOldOrNew, unitsOf } from './testing/scenario';

jest.setTimeout(600_000);

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';
const before = filesBefore();
const units = unitsOf(before);
const after = filesAfter(before, units);

let blog: TestBlog;
let dir: string;
let ledger: string;
beforeEach(async () => {
  blog = await TestBlog.with(before);
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-ledger-'));
  ledger = path.join(dir, 'ledger');
});
afterEach(async () => {
  await blog.remove();
  await rm(dir, { recursive: true, force: true });
});

/** Units that were settled, without what was said twice. */
async function settled(): Promise<Set<string>> {
  const text = await readFile(ledger, 'utf8').catch(() => '');
  return new Set(text.split('\n').filter((line) => line !== '' && line !== 'finished'));
}

async function visible(): Promise<Record<string, string>> {
  const entries = Object.entries(await blog.files());
  return Object.fromEntries(entries.filter(([file]) => !file.startsWith('.jekyll-cms/')));
}

/** The next run ends in the state that an uninterrupted one leaves, whatever the first one got to. */
async function expectRecovery(): Promise<void> {
  expect(isOldOrNew(before, after, await visible())).toBe(true);

  await run(blog.dir, ledger);

  expect(await blog.files()).toEqual(after);
  const folders = await blog.folders();
  expect(folders).not.toContain('.jekyll-cms');
  expect(folders).not.toContain('_posts/deep');
  expect(folders).not.toContain('_posts/gone');
  expect(await settled()).toEqual(new Set(units.map(({ note }) => `applied: ${note}`)));
  const lines = (await readFile(ledger, 'utf8')).trimEnd().split('\n');
  expect(lines.at(-1)).toBe('finished');
}

it('an uninterrupted run leaves the blog and the ledger as planned', async () => {
  await drive(blog.dir, ledger, null);
  expect(await blog.files()).toEqual(after);
  expect(await settled()).toEqual(new Set(units.map(({ note }) => `applied: ${note}`)));
});

describe('a process that is killed', () => {
  it.each(CRASH_POINTS)('at the first %s', async (point) => {
    const { signal, stderr } = await drive(blog.dir, ledger, point);
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    await expectRecovery();
  });

  it.each(['stage:add:30', 'apply:renamed:47', 'apply:old-removed:2', 'settle:after:2'])(
    'at a later step: %s',
    async (point) => {
      const { signal } = await drive(blog.dir, ledger, point);
      expect(signal).toBe('SIGKILL');
      await expectRecovery();
    },
  );

  const steps = Array.from({ length: FULL ? 200 : 9 }, (_, at) => (FULL ? at : at * 21) + 1);
  it.each(steps)('at step %d of the run', async (step) => {
    const { signal, status } = await drive(blog.dir, ledger, `*:${step}`);
    expect(signal ?? status).toBe(signal ? 'SIGKILL' : 0);
    await expectRecovery();
  });

  it.each(['apply:renamed:20', 'settle:after', 'finish:after', 'stage:unsealed'])(
    'twice: the recovery is killed too, at %s',
    async (point) => {
      await drive(blog.dir, ledger, 'apply:renamed:10');
      expect((await drive(blog.dir, ledger, point)).signal).toBe('SIGKILL');
      await expectRecovery();
    },
  );

  it.each(Array.from({ length: FULL ? 60 : 4 }, (_, at) => at))(
    'from outside, at any time (%d)',
    async (at) => {
      // The stage stands from the first moment on: the time counts from there.
      await drive(blog.dir, ledger, null, async (child) => {
        while (child.exitCode === null && !existsSync(blog.at('.jekyll-cms'))) {
          await pause(1);
        }
        await pause((at * 13) % 60);
        child.kill('SIGKILL');
      });
      await expectRecovery();
    },
  );
});
