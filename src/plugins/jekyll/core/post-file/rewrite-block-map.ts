import { contentEnd, lineStart, pairLines } from './lines';
import type { Patch } from './patch';
import { printPair } from './print-house';
import { keyText } from './rewrite-flow';
import { rewritePair } from './rewrite';
import type { RewriteContext } from './rewrite';
import type { YamlValue } from './types';
import { equalValues } from './values';
import type { MapNode, PairNode } from './yaml-tree';

/** A block map with new content: each sub-key is rewritten, removed or added on its own. */
export function rewriteBlockMap(
  node: MapNode,
  value: { [key: string]: YamlValue },
  context: RewriteContext,
): Patch[] | null {
  const { yaml, values, eol } = context;
  const keys = node.pairs.map((pair) => keyText(values.get(pair.key) ?? null, pair.key));
  const wanted = Object.entries(value);
  const stays = keys.some((key) => key === '<<' || Object.hasOwn(value, key));
  if (!stays || wanted.length === 0) return null;

  const patches: Patch[] = [];
  for (const [index, pair] of node.pairs.entries()) {
    const key = keys[index] ?? '';
    if (Object.hasOwn(value, key)) {
      if (keys.lastIndexOf(key) !== index) continue;
      const inner = rewritePair(key, pair, value[key] ?? null, indentOf(yaml, pair), context);
      if (!inner) return null;
      patches.push(...inner);
    } else if (key !== '<<') {
      const [start, end] = pairLines(yaml, pair);
      // `- name: x`: the line is also the list item's.
      if (yaml.slice(start, pair.start).trim() !== '') return null;
      patches.push({ start, end, text: '' });
    }
  }
  const merged = (values.get(node) ?? {}) as { [key: string]: YamlValue };
  const added = wanted.filter(([key, fresh]) => {
    if (keys.includes(key)) return false;
    return !keys.includes('<<') || !equalValues(merged[key] ?? null, fresh);
  });
  const last = node.pairs[node.pairs.length - 1];
  if (added.length > 0 && last) {
    const [, at] = pairLines(yaml, last);
    const indent = indentOf(yaml, last);
    const text = added.map(([key, fresh]) => printPair(key, fresh, indent, eol)).join('');
    const open = at > contentEnd(yaml, node) || yaml[at - 1] === '\n' ? '' : eol;
    patches.push({ start: at, end: at, text: open + text });
  }
  return patches;
}

/** The column of a pair as blanks: a dash before it counts as one. */
function indentOf(yaml: string, pair: PairNode): string {
  return yaml.slice(lineStart(yaml, pair.start), pair.start).replace(/[^ \t]/g, ' ');
}
