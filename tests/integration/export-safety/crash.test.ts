import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CRASH_POINTS } from '../../../src/plugins/jekyll/export/crash-points';
import type { Ended } from '../cli/command';
import { inLanes } from './lanes';
import { filesOf, type Outcome, tornFiles } from './outcome';
import { type Copy, Station } from './station';

// A process boots Strapi in seconds, on a busy machine in many.
jest.setTimeout(600_000);

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';

/**
 * Where a process is ended: at a step (see crash-points.ts), or by others, after a share of the time
 * that an undisturbed run takes from its first trace in the blog to its end.
 */
type Point = string | number;

/** Steps that a run of the scenario takes at least. */
const STEPS = 50;
const everyStep = Array.from({ length: STEPS }, (_, at) => `*:${at + 1}`);
const everyMoment = Array.from({ length: 137 }, (_, at) => at / 137);
const SAMPLE = ['*:7', 'apply:renamed:4', '*:41', 'settle:after', 'finish:after', 0.3];
const points = FULL ? [...CRASH_POINTS, ...everyStep, ...everyMoment] : SAMPLE;

interface Killed {
  readonly copy: Copy;
  readonly ended: Ended;
}

let station: Station;
let before: Outcome['files'];
let whole: Copy;
let uninterrupted: Ended;
let after: Outcome;
/** Milliseconds that an undisturbed run takes from its first trace in the blog to its end. */
let duration = 0;
let killed: Map<Point, Promise<Killed>>;

/** Waits until an export has begun to write, or is over. */
async function untilStaged({ blog }: Copy, child: ChildProcess): Promise<void> {
  const stage = path.join(blog, '.jekyll-cms');
  while (child.exitCode === null && !existsSync(stage)) await pause(1);
}

async function runUntil(point: Point): Promise<Killed> {
  const copy = await station.copy();
  if (typeof point === 'string') {
    return { copy, ended: await station.export(copy, { JEKYLL_CRASH_AT: point }) };
  }
  const ended = await station.export(copy, {}, async (child) => {
    await untilStaged(copy, child);
    await pause(point * duration);
    child.kill('SIGKILL');
  });
  return { copy, ended };
}

beforeAll(async () => {
  station = await Station.open();
  before = await filesOf(station.blogBefore);
  whole = await station.copy();
  let staged = 0;
  uninterrupted = await station.export(whole, {}, async (child) => {
    await untilStaged(whole, child);
    staged = performance.now();
  });
  duration = performance.now() - staged;
  expect(uninterrupted.status).toBe(0);
  after = await station.outcomeOf(whole);
  killed = inLanes(FULL ? 4 : 2, points, runUntil);
});
afterAll(async () => {
  await Promise.allSettled(killed.values());
  await station.close();
});

it('the scenario holds work of every kind, one run does it, and the next finds nothing to do', async () => {
  const { totals, files } = JSON.parse(uninterrupted.stdout);
  expect(totals).toMatchObject({ add: 6, change: 5, rename: 3, conflict: 0, refused: 0 });
  expect(totals.delete).toBeGreaterThan(0);
  expect(files.filter((file: { pulled?: true }) => file.pulled)).toHaveLength(2);
  expect(after.status).toBe(' M README.md\n?? notes.txt\n');
  await station.exportHere(whole);
  expect(await station.outcomeOf(whole)).toEqual(after);
});

describe('an export that is killed', () => {
  it.each(points)(
    'at %s: each file is old or new, and the next run ends as one does',
    async (point) => {
      const { copy, ended } = await killed.get(point)!;
      if (ended.signal === null) {
        // The run was over before its end came.
        expect(ended.status).toBe(0);
        expect(typeof point === 'number' || point.startsWith('*')).toBe(true);
      } else {
        expect(ended.signal).toBe('SIGKILL');
      }
      expect(tornFiles(before, after.files, await filesOf(copy.blog))).toEqual([]);

      await station.exportHere(copy);

      expect(await station.outcomeOf(copy)).toEqual(after);
      await station.drop(copy);
    },
  );

  it('is killed indeed: few runs are over before their end comes', async () => {
    const all = await Promise.all(killed.values());
    const over = all.filter(({ ended }) => ended.signal === null);
    expect(over.length).toBeLessThan(all.length / 2);
  });

  it('makes its commit in the next run, even if that one is not to commit', async () => {
    const copy = await station.copy();
    await station.export(copy, { JEKYLL_CRASH_AT: 'apply:renamed:4' });
    await station.exportHere(copy, { commit: false });
    expect(await station.outcomeOf(copy)).toEqual(after);
  });

  it('twice, also while it recovers: the third run ends as one does', async () => {
    const copy = await station.copy();
    for (const point of ['apply:renamed:4', 'apply:renamed:3', 'finish:before']) {
      expect((await station.export(copy, { JEKYLL_CRASH_AT: point })).signal).toBe('SIGKILL');
      expect(tornFiles(before, after.files, await filesOf(copy.blog))).toEqual([]);
    }
    await station.exportHere(copy);
    expect(await station.outcomeOf(copy)).toEqual(after);
  });
});
