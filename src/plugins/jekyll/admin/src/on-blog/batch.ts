/** Loads what many ask for one by one, in few requests. */
export interface Batch<Value> {
  load(key: string): Promise<Value | undefined>;
}

/**
 * Collects the keys that are asked for at the same moment.
 *
 * @param fetchMany answers for those keys that it knows
 * @param limit keys of one request
 */
export function createBatch<Value>(
  fetchMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  limit: number,
): Batch<Value> {
  let waiting = new Map<string, ((answer: Promise<Value | undefined>) => void)[]>();

  const send = () => {
    const asked = waiting;
    waiting = new Map();
    const keys = [...asked.keys()];
    for (let start = 0; start < keys.length; start += limit) {
      const part = keys.slice(start, start + limit);
      const answer = fetchMany(part);
      for (const key of part) {
        for (const resolve of asked.get(key) ?? []) resolve(answer.then((found) => found.get(key)));
      }
    }
  };
  return {
    load: (key) =>
      new Promise((resolve) => {
        if (waiting.size === 0) setTimeout(send);
        waiting.set(key, [...(waiting.get(key) ?? []), resolve]);
      }),
  };
}
