import { createLatest } from './latest';

const wait = (time: number) => new Promise((resolve) => setTimeout(resolve, time));

describe('createLatest', () => {
  it('sends one at a time, and of what came meanwhile only the newest', async () => {
    const sent: number[] = [];
    let release: () => void = () => undefined;
    const latest = createLatest<number>((value) => {
      sent.push(value);
      return new Promise((resolve) => (release = resolve));
    }, 1);
    latest.push(1);
    latest.push(2);
    await wait(20);
    expect(sent).toEqual([2]);
    latest.push(3);
    latest.push(4);
    await wait(20);
    expect(sent).toEqual([2]);
    release();
    await wait(20);
    expect(sent).toEqual([2, 4]);
    release();
    latest.push(5);
    latest.stop();
    await wait(20);
    expect(sent).toEqual([2, 4]);
  });

  it('goes on after a failure', async () => {
    const sent: number[] = [];
    const latest = createLatest<number>(async (value) => {
      sent.push(value);
    }, 1);
    latest.push(1);
    await wait(20);
    latest.push(2);
    await wait(20);
    expect(sent).toEqual([1, 2]);
  });
});
