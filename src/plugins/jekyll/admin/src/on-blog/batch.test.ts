import { createBatch } from './batch';

const echo = () => {
  const asked: (readonly string[])[] = [];
  const fetchMany = (keys: readonly string[]) => {
    asked.push(keys);
    return Promise.resolve(
      new Map(keys.filter((key) => key !== 'gone').map((key) => [key, `${key}!`])),
    );
  };
  return { asked, fetchMany };
};

describe('createBatch', () => {
  it('asks once for what is asked for together', async () => {
    const { asked, fetchMany } = echo();
    const { load } = createBatch(fetchMany, 10);
    expect(await Promise.all([load('a'), load('b'), load('a'), load('gone')])).toEqual([
      'a!',
      'b!',
      'a!',
      undefined,
    ]);
    expect(asked).toEqual([['a', 'b', 'gone']]);
    await load('a');
    expect(asked).toHaveLength(2);
  });

  it('asks in parts, and tells each asker of a failure', async () => {
    const { asked, fetchMany } = echo();
    const { load } = createBatch(fetchMany, 2);
    await Promise.all(['a', 'b', 'c'].map(load));
    expect(asked).toEqual([['a', 'b'], ['c']]);
    const failing = createBatch(() => Promise.reject(new Error('no')), 2);
    await expect(Promise.all([failing.load('a'), failing.load('b')])).rejects.toThrow('no');
  });
});
