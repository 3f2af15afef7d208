import { git } from './scenario';
import { type Outcome } from './outcome';
import { inLanes } from './lanes';
import { type Copy, Station } from './station';

// Processes boot Strapi in seconds, on a busy machine in many.
jest.setTimeout(600_000);

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';
const rounds = Array.from({ length: FULL ? 50 : 2 }, (_, at) => at + 1);

interface Both {
  readonly copy: Copy;
  readonly ended: readonly {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }[];
}

let station: Station;
let after: Outcome;
let done: Map<number, Promise<Both>>;
beforeAll(async () => {
  station = await Station.open();
  const copy = await station.copy();
  await station.exportHere(copy);
  after = await station.outcomeOf(copy);
  done = inLanes(FULL ? 2 : 1, rounds, async () => {
    const both = await station.copy();
    return { copy: both, ended: await Promise.all([station.export(both), station.export(both)]) };
  });
});
afterAll(async () => {
  await Promise.allSettled(done.values());
  await station.close();
});

describe('two processes that export one blog at once', () => {
  it.each(rounds)('leave what one leaves (%d)', async (round) => {
    const { copy, ended } = await done.get(round)!;

    expect(ended.map(({ status, stderr }) => [status, status === 0 ? '' : stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(await station.outcomeOf(copy)).toEqual(after);
    // One did the work, in one commit; the other found it done.
    const reports = ended.map(({ stdout }) => JSON.parse(stdout));
    const commits = reports.flatMap(({ commit }) => commit ?? []);
    expect(commits).toEqual([git(copy.blog, 'rev-parse', 'HEAD').trim()]);
    const { totals } = reports.find(({ commit }) => commit === null);
    expect(totals).toMatchObject({ add: 0, change: 0, rename: 0, delete: 0, conflict: 0 });
    await station.drop(copy);
  });
});
