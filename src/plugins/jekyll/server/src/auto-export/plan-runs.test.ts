import fc from 'fast-check';
import { backoff } from './backoff';
import { planRuns, type PlannedRun } from './plan-runs';
import type { QueueEntry } from './queue';
import { isHeld } from './schedule';

const at = (seconds: number): Date => new Date(1_800_000_000_000 + seconds * 1000);
const person = (id: number) => ({ id, name: `Editor ${id}`, email: '' });
let ids = 0;
const entry = (post: string, more: Partial<QueueEntry> = {}): QueueEntry => {
  ids += 1;
  return {
    id: ids,
    kind: 'export',
    trigger: 'publish',
    post,
    locale: 'ko',
    actor: null,
    queuedAt: at(0),
    notBefore: at(0),
    attempts: 0,
    problem: null,
    ...more,
  };
};
const plan = (entries: readonly QueueEntry[], seconds: number, changes = true) =>
  planRuns(entries, { changes, delay: 3000, now: at(seconds) });
const said = ({ trigger, actor, versions }: PlannedRun) =>
  `${trigger} by ${actor?.id ?? 'nobody'}: ${versions.map(({ documentId }) => documentId).join(' ')}`;

describe('changes', () => {
  it('wait until it was quiet', () => {
    const entries = [entry('a'), entry('b', { queuedAt: at(2) })];
    expect(plan(entries, 4)).toEqual({ runs: [], wakeAt: at(5) });
    expect(plan(entries, 5).runs.map(said)).toEqual(['publish by nobody: a b']);
  });

  it('that never pause wait ten times as long at most', () => {
    const series = Array.from({ length: 31 }, (_, second) =>
      entry(`p${second}`, { queuedAt: at(second), notBefore: at(second) }),
    );
    expect(plan(series, 29).runs).toEqual([]);
    expect(plan(series, 30).runs).toHaveLength(1);
  });

  it('of one person are one run; who changed a post last counts', () => {
    const entries = [
      entry('a', { actor: person(1) }),
      entry('b', { actor: person(2) }),
      entry('c', { actor: person(1) }),
      entry('c', { actor: person(2) }),
    ];
    const { runs } = plan(entries, 3);
    expect(runs.map(said)).toEqual(['publish by 1: a', 'publish by 2: b c']);
    expect(runs[1]!.entries).toEqual([entries[1], entries[2], entries[3]]);
  });

  it('wait for ever while automatic exports are off', () => {
    expect(plan([entry('a')], 100, false)).toEqual({ runs: [], wakeAt: null });
  });
});

describe('what failed', () => {
  const failed = () => entry('a', { attempts: 2, notBefore: at(60) });

  it('is tried again when its time comes', () => {
    expect(plan([failed()], 59)).toEqual({ runs: [], wakeAt: at(60) });
    expect(plan([failed()], 60).runs.map(said)).toEqual(['retry by nobody: a']);
  });

  it('goes along with something new', () => {
    expect(plan([failed(), entry('b')], 3).runs.map(said)).toEqual(['retry by nobody: a b']);
  });
});

describe('a post that is held back', () => {
  const held = () => entry('a', { trigger: 'schedule', notBefore: at(60) });

  it('comes out when its time comes, with automatic exports on or off', () => {
    for (const changes of [true, false]) {
      expect(plan([held()], 59, changes)).toEqual({ runs: [], wakeAt: at(60) });
      expect(plan([held()], 60, changes).runs.map(said)).toEqual(['schedule by nobody: a']);
    }
  });

  it('is settled by an earlier export of the post, whose failure does not count for it', () => {
    const [change, later] = [entry('a'), held()];
    const [run] = plan([later, change], 3).runs;
    expect(run!.entries).toEqual([later, change]);
    expect(run!.due).toEqual([change]);
  });

  it('is one that the blog lacks and whose date lies ahead', () => {
    const hold = { futurePosts: 'hold' } as const;
    const ahead = { date: at(1).toISOString(), live: false };
    expect(isHeld(hold, ahead, at(0))).toBe(true);
    expect(isHeld(hold, ahead, at(1))).toBe(false);
    expect(isHeld(hold, { ...ahead, live: true }, at(0))).toBe(false);
    expect(isHeld(hold, { ...ahead, date: null }, at(0))).toBe(false);
    expect(isHeld({ futurePosts: 'write' }, ahead, at(0))).toBe(false);
  });
});

describe('commits that wait for the remote', () => {
  const push = () => entry('', { kind: 'push', post: null, locale: null, attempts: 1 });

  it('are pushed by a run of their own, or by an export that is due', () => {
    expect(plan([push()], 0, false).runs.map(said)).toEqual(['retry by nobody: ']);
    expect(plan([push(), entry('a')], 3).runs.map(said)).toEqual(['publish by nobody: a']);
  });
});

it('every row is in one run, or waits', () => {
  const seconds = fc.integer({ min: 0, max: 100 });
  const any = fc.record({
    post: fc.constantFrom('a', 'b', 'c'),
    locale: fc.constantFrom('ko', 'en'),
    trigger: fc.constantFrom('publish' as const, 'schedule' as const),
    actor: fc.constantFrom(null, person(1), person(2)),
    queuedAt: seconds.map(at),
    notBefore: seconds.map(at),
    attempts: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(any), seconds, (rows, now) => {
      const entries = rows.map(({ post, ...more }) => entry(post, more));
      const { runs, wakeAt } = plan(entries, now);
      const taken = runs.flatMap((run) => run.entries.map(({ id }) => id));
      expect(new Set(taken).size).toBe(taken.length);
      const versions = runs.flatMap((run) => run.versions.map((one) => JSON.stringify(one)));
      expect(new Set(versions).size).toBe(versions.length);
      const left = entries.filter(({ id }) => !taken.includes(id));
      // What waits has a time, and that lies ahead: the worker neither sleeps on nor spins.
      if (left.length > 0) expect(wakeAt!.getTime()).toBeGreaterThan(at(now).getTime());
      for (const run of runs) expect(run.due.length).toBeGreaterThan(0);
    }),
    { seed: 3, numRuns: 500 },
  );
});

it('the time between tries doubles up to a quarter of an hour', () => {
  expect([0, 1, 2, 20].map((failures) => backoff(failures, 0))).toEqual([
    5_000, 10_000, 20_000, 900_000,
  ]);
  expect(backoff(0, 1)).toBe(3_750);
});
