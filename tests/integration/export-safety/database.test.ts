import { exportUntil } from './asleep';
import { filesOf, type Outcome, tornFiles } from './outcome';
import { Station } from './station';

// Processes boot Strapi in seconds, on a busy machine in many.
jest.setTimeout(600_000);

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';

/** Another connection to the database, as far as this test needs one. */
interface Connection {
  exec(sql: string): void;
  close(): void;
}
const Database: new (file: string) => Connection = jest.requireActual('better-sqlite3');

let station: Station;
let before: Outcome['files'];
let after: Outcome;
beforeAll(async () => {
  station = await Station.open();
  before = await filesOf(station.blogBefore);
  const copy = await station.copy();
  await station.exportHere(copy);
  after = await station.outcomeOf(copy);
});
afterAll(() => station.close());

/** It takes the run two minutes to give the database up. */
const databaseLost = (): void =>
  describe('a database that goes away during an export', () => {
    it.each(['stage:sealed', 'apply:renamed:5', 'settle:before'])(
      'at %s: the run says so, each file is old or new, and the next run settles',
      async (step) => {
        const copy = await station.copy();
        const { ended, wake } = await exportUntil(station, copy, step);
        const other = new Database(copy.database);
        other.exec('BEGIN EXCLUSIVE');
        wake();
        const { status, stderr } = await ended;
        other.exec('ROLLBACK');
        other.close();

        expect({ status, stderr }).toEqual({
          status: 3,
          stderr: expect.stringMatching(/database|lease/),
        });
        expect(tornFiles(before, after.files, await filesOf(copy.blog))).toEqual([]);
        await station.exportHere(copy);
        expect(await station.outcomeOf(copy)).toEqual(after);
      },
    );
  });
if (FULL) databaseLost();

describe('a process that slept for longer than its lease', () => {
  it.each(
    FULL
      ? ['stage:add:5', 'stage:sealed', 'apply:renamed:5', 'settle:before', 'finish:before']
      : ['apply:renamed:5'],
  )('at %s: it does nothing any more to what another one has finished', async (step) => {
    const copy = await station.copy();
    const { ended, wake } = await exportUntil(station, copy, step);
    await station.exportHere(copy);
    expect(await station.outcomeOf(copy)).toEqual(after);

    wake();
    const { status } = await ended;

    expect(status).not.toBeNull();
    expect(await station.outcomeOf(copy)).toEqual(after);
  });
});
