/**
 * Does a work for each of some inputs, a few at once, in the order given.
 *
 * @returns for each input, the promise of what became of it
 */
export function inLanes<T, R>(
  width: number,
  inputs: readonly T[],
  work: (input: T) => Promise<R>,
): Map<T, Promise<R>> {
  const waiting: (() => void)[] = [];
  let free = width;
  const turn = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const results = inputs.map(async (input) => {
    await turn();
    return work(input).finally(leave);
  });
  // Each is awaited by a test of its own, which may not have begun yet.
  for (const result of results) result.catch(() => undefined);
  return new Map(inputs.map((input, at) => [input, results[at]!]));
}
