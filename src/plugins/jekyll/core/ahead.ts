/**
 * Does a work for each value, some ahead of whoever asks, and gives the results in the order of the
 * values. A work that fails throws when its turn comes.
 *
 * @param count works that are begun at once
 */
export async function* ahead<T, R>(
  values: readonly T[],
  count: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const begun: Promise<R>[] = [];
  const begin = (value: T): void => {
    const result = work(value);
    // It is told in its turn; until then it must not count as one that nobody looks at.
    result.catch(() => undefined);
    begun.push(result);
  };
  values.slice(0, count).forEach(begin);
  for (const [index, value] of values.entries()) {
    const result = begun.shift();
    if (result === undefined) return;
    const next = values[index + count];
    const done = await result;
    if (index + count < values.length) begin(next as T);
    yield [value, done];
  }
}
