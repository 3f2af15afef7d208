import { emptyMap } from './evaluate';
import type { Patch } from './patch';
import { keyText, rewriteFlow } from './rewrite-flow';
import type { RewriteContext } from './rewrite';
import type { YamlValue } from './types';
import type { MapNode } from './yaml-tree';

/** Front matter that is one flow map, `{title: x, tags: [a]}`: sets a key inside it. */
export function setInFlow(
  root: MapNode,
  key: string,
  value: YamlValue,
  context: RewriteContext,
): Patch[] | null {
  const wanted = copy(root, context);
  wanted[key] = value;
  return rewriteFlow({ kind: 'map', node: root, value: wanted }, context);
}

/** Takes a key out of it. */
export function removeFromFlow(
  root: MapNode,
  key: string,
  context: RewriteContext,
): Patch[] | null {
  const wanted = copy(root, context);
  delete wanted[key];
  return rewriteFlow({ kind: 'map', node: root, value: wanted }, context);
}

function copy(root: MapNode, { values }: RewriteContext): { [key: string]: YamlValue } {
  const map = emptyMap();
  for (const pair of root.pairs) {
    map[keyText(values.get(pair.key) ?? null, pair.key)] = values.get(pair.value) ?? null;
  }
  return map;
}
