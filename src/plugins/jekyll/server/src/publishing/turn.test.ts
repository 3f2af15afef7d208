import { inTurn } from './turn';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('inTurn', () => {
  it('runs works of one transaction one after the other', async () => {
    const transaction = {};
    const log: string[] = [];
    const work = (name: string) => async () => {
      log.push(`${name} starts`);
      await pause();
      log.push(`${name} ends`);
    };
    await Promise.all([inTurn(transaction, work('a')), inTurn(transaction, work('b'))]);
    expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
  });

  it('does not make one transaction wait for another', async () => {
    const never = inTurn({}, () => new Promise<string>(() => undefined));
    const other = inTurn({}, async () => 'done');
    expect(await Promise.race([never, other])).toBe('done');
  });

  it('does not wait for itself', async () => {
    const transaction = {};
    const result = await inTurn(transaction, () => inTurn(transaction, async () => 'inner'));
    expect(result).toBe('inner');
  });

  it('goes on after a failed work, and hands its error on', async () => {
    const transaction = {};
    const failed = inTurn(transaction, async () => {
      throw new Error('no');
    });
    const next = inTurn(transaction, async () => 'next');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
