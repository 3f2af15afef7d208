import { ahead } from './ahead';

const later = (value: number): Promise<number> =>
  new Promise((resolve) => setTimeout(() => resolve(value * 2), (value % 3) * 2));

async function all(values: readonly number[], count: number, work = later): Promise<number[]> {
  const found: number[] = [];
  for await (const [value, result] of ahead(values, count, work)) found.push(value, result);
  return found;
}

describe('work ahead', () => {
  it.each([1, 2, 3, 50])('gives every result in order, %i at once', async (count) => {
    const values = [5, 1, 2, 9, 4, 4, 7];
    expect(await all(values, count)).toEqual(values.flatMap((value) => [value, value * 2]));
    expect(await all([], count)).toEqual([]);
  });

  it('begins no more at once than it is told', async () => {
    let [running, most] = [0, 0];
    await all([1, 2, 3, 4, 5, 6, 7, 8], 3, async (value) => {
      running += 1;
      most = Math.max(most, running);
      const result = await later(value);
      running -= 1;
      return result;
    });
    expect(most).toBe(3);
  });

  it('throws what a work throws, in its turn', async () => {
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      const results = ahead([1, 2, 3], 3, async (value) => {
        if (value === 2) throw new Error('the second');
        return value;
      });
      for await (const [value] of results) seen.push(value);
    };
    await expect(run()).rejects.toThrow('the second');
    expect(seen).toEqual([1]);
  });
});
