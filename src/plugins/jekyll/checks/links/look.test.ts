import { lookAt } from './look';

it('asks one host one thing at a time, several hosts at once', async () => {
  const running = new Map<string, number>();
  let most = 0;
  let together = 0;
  const answered: string[] = [];
  await lookAt(['http://a.test/1', 'http://a.test/2', 'http://b.test/1', 'no address'], {
    delay: 1,
    async ask(url) {
      const { host } = new URL(url);
      running.set(host, (running.get(host) ?? 0) + 1);
      most = Math.max(most, running.get(host) ?? 0);
      together = Math.max(
        together,
        [...running.values()].reduce((sum, count) => sum + count, 0),
      );
      await new Promise((resolve) => setTimeout(resolve, 10));
      running.set(host, (running.get(host) ?? 0) - 1);
      return { status: 200, error: null };
    },
    onAnswer: (url) => Promise.resolve(void answered.push(url)),
  });
  expect({ most, together }).toEqual({ most: 1, together: 2 });
  expect(answered.sort()).toEqual(['http://a.test/1', 'http://a.test/2', 'http://b.test/1']);
});

it('ends when it is told to', async () => {
  const abort = new AbortController();
  const answered: string[] = [];
  await lookAt(['http://a.test/1', 'http://a.test/2'], {
    signal: abort.signal,
    delay: 60_000,
    ask: () => Promise.resolve({ status: 200, error: null }),
    onAnswer: (url) => {
      abort.abort();
      return Promise.resolve(void answered.push(url));
    },
  });
  expect(answered).toHaveLength(1);
});
