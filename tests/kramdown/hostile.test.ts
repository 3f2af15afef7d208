import { convert } from '../../src/plugins/jekyll/core/kramdown';
import { caseTexts, ownPosts } from './sources';
import { FLOOR } from './floor';
import { hostileCombinations } from './hostile-combinations';
import { Random } from './random';
import { hostileInputs, HOSTILE_SIZE, type Hostile } from './hostile';

/**
 * As many times the work of ordinary text may a hostile one of the same length be. A clock would
 * judge the machine; `npm run bench:kramdown` has the milliseconds.
 */
const TIMES = 15;
/** The whole size in the full run only: work that grows too fast shows at a quarter too. */
const FULL = process.env['JEKYLL_CMS_FULL'] === '1';
const SIZE = FULL ? HOSTILE_SIZE : HOSTILE_SIZE / 4;
/** Once is chance: the machine may have been busy with its memory. */
const ATTEMPTS = 3;

jest.setTimeout(600_000);

function work(text: string): number {
  const start = process.cpuUsage();
  convert(text);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Work for ordinary text of the size: posts and everything that the syntax has. */
function ordinaryWork(): number {
  const all = [...ownPosts().map(({ body }) => body), ...caseTexts()].join('\n\n');
  const text = all.repeat(Math.ceil(SIZE / all.length)).slice(0, SIZE);
  const times = Array.from({ length: 7 }, () => work(text)).sort((left, right) => left - right);
  return times[Math.floor(times.length / 2)] ?? 0;
}

function slowerThanOrdinary(): (input: Hostile) => boolean {
  const limit = ordinaryWork() * TIMES;
  return ({ text }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const took = work(text);
      if (took <= limit) return false;
      // So far above is no chance.
      if (took > 4 * limit) return true;
    }
    return true;
  };
}

describe('hostile input', () => {
  const inputs = hostileInputs(SIZE);

  it('is of the size that is meant, and of many kinds', () => {
    expect(inputs.length).toBeGreaterThan(100);
    const small = hostileInputs().filter(({ text }) => text.length < HOSTILE_SIZE / 2);
    expect(small.map(({ name }) => name)).toEqual(['code spans that nearly close']);
  });

  it('takes work in proportion to its length, whatever is combined', () => {
    const count = FULL ? 5000 : 250;
    const isSlow = slowerThanOrdinary();
    const slow: string[] = [];
    for (const input of hostileCombinations(new Random(FULL ? 1 : 2), count, SIZE)) {
      if (isSlow(input)) slow.push(input.name);
    }
    expect(slow).toEqual([]);
  });

  it('takes work in proportion to its length', () => {
    const slow = inputs.filter(slowerThanOrdinary()).map(({ name }) => name);
    if (FLOOR.hostileSlow === 0) expect(slow).toEqual([]);
    expect(slow.length).toBeLessThanOrEqual(FLOOR.hostileSlow);
  });
});
