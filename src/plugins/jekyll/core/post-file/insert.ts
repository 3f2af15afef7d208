import { indentAt, lineStart, pairLines } from './lines';
import { findNeighbour } from './order';
import type { Patch } from './patch';
import type { EditState } from './state';
import type { PairNode } from './yaml-tree';

/** Places the lines of a new key among the pairs of a block map, or into an empty text. */
export function insertLines(
  state: EditState,
  key: string,
  print: (indent: string) => string,
  order: readonly string[],
): Patch {
  const { yaml, tree, pairs } = state;
  const { root } = tree;
  if (root?.type !== 'map' || root.pairs.length === 0) {
    // A root that says null (`~`) gives way; comments stay above.
    const [start, end] = root ? [root.start, root.end] : [yaml.length, yaml.length];
    return { start, end, text: root ? print('').replace(/\r?\n$/, '') : print('') };
  }
  const own = pairs.filter((pair) => !pair.merged);
  const byKey = new Map(own.map((pair) => [pair.key, pair.pair]));
  const neighbour = findNeighbour(key, new Set(byKey.keys()), order);
  const last = root.pairs[root.pairs.length - 1] as PairNode;
  if (neighbour && 'before' in neighbour) {
    const following = byKey.get(neighbour.before) ?? last;
    const at = aboveComments(yaml, lineStart(yaml, following.start));
    return { start: at, end: at, text: print(indentAt(yaml, following.start)) };
  }
  const preceding = (neighbour && byKey.get(neighbour.after)) ?? last;
  const [, at] = pairLines(yaml, preceding);
  return { start: at, end: at, text: print(indentAt(yaml, preceding.start)) };
}

/** Above the comment lines that belong to the line at `start`, unless they open the text. */
function aboveComments(yaml: string, start: number): number {
  let at = start;
  while (at > 0) {
    const previous = lineStart(yaml, at - 1);
    if (!/^[ \t]*#/.test(yaml.slice(previous, at))) return at;
    at = previous;
  }
  return start;
}
