/** Lines of context around a difference. */
const CONTEXT = 2;

/** What differs between two texts, in lines; empty where nothing does. For reading, not for patching. */
export function lineDiff(left: string, right: string): string {
  const [from, to] = [left.split('\n'), right.split('\n')];
  const changes = align(from, to);
  const near = (index: number): boolean =>
    changes.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(([sign]) => sign !== ' ');
  return changes
    .filter((_, index) => near(index))
    .map(([sign, line]) => `${sign} ${line}`)
    .join('\n');
}

type Change = readonly [sign: ' ' | '-' | '+', line: string];

function align(from: readonly string[], to: readonly string[]): Change[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (
    end < Math.min(from.length, to.length) - start &&
    from[from.length - 1 - end] === to[to.length - 1 - end]
  )
    end++;
  const same = (line: string): Change => [' ', line];
  return [
    ...from.slice(0, start).map(same),
    ...middle(from.slice(start, from.length - end), to.slice(start, to.length - end)),
    ...from.slice(from.length - end).map(same),
  ];
}

/** Longest common subsequence where that is affordable. */
function middle(from: readonly string[], to: readonly string[]): Change[] {
  const removed = from.map((line): Change => ['-', line]);
  const added = to.map((line): Change => ['+', line]);
  if (from.length * to.length > 4_000_000) return [...removed, ...added];
  const lengths = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--)
    for (let j = to.length - 1; j >= 0; j--)
      (lengths[i] as Uint16Array)[j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    if (i < from.length && j < to.length && from[i] === to[j]) {
      changes.push([' ', from[i] as string]);
      i++;
      j++;
    } else if (j >= to.length || (i < from.length && at(i + 1, j) >= at(i, j + 1)))
      changes.push(removed[i++] as Change);
    else changes.push(added[j++] as Change);
  }
  return changes;
}
