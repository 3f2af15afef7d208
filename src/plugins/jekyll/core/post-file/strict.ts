import { lineStart } from './lines';
import type { PairNode, ScalarNode, YamlNode } from './yaml-tree';

interface StrictError {
  readonly detail: string;
  readonly offset: number;
}

/**
 * The first thing that libyaml (scanner.c) refuses and the `yaml` library takes:
 * - a tab left of the indentation on a line that follows a plain scalar, even a blank line;
 * - in a flow collection, a plain text that ends in `:` right before `,[]{}?`;
 * - a block map pair without any key (`: x`).
 */
export function findStrictError(root: YamlNode, yaml: string): StrictError | null {
  return check(root, yaml, 0, false);
}

function check(node: YamlNode, yaml: string, indent: number, inFlow: boolean): StrictError | null {
  if (node.type === 'scalar') {
    if (node.style !== 'plain') return null;
    return (
      checkTabs(node, yaml, indent) ?? (inFlow ? checkColons(yaml, node.start, node.end) : null)
    );
  }
  if (node.type === 'map') {
    const flow = inFlow || node.flow;
    for (const pair of node.pairs) {
      const own = node.flow ? indent : pair.start - lineStart(yaml, pair.start) + 1;
      const error = checkPair(pair, yaml, own, flow);
      if (error) return error;
    }
  }
  if (node.type === 'seq') {
    for (const item of node.items) {
      const own = node.flow ? indent : item.start - lineStart(yaml, item.start) + 1;
      const error = check(item.node, yaml, own, inFlow || node.flow);
      if (error) return error;
    }
  }
  return null;
}

function checkPair(
  pair: PairNode,
  yaml: string,
  indent: number,
  flow: boolean,
): StrictError | null {
  if (!flow && !pair.explicit && pair.key.type === 'empty') {
    return { detail: 'A key is missing before the colon', offset: pair.start };
  }
  const { key, colonEnd } = pair;
  if (flow && key.type === 'scalar' && key.style === 'plain' && colonEnd === key.end + 1) {
    const error = checkColons(yaml, key.start, colonEnd + 1);
    if (error) return error;
  }
  return check(key, yaml, indent, flow) ?? check(pair.value, yaml, indent, flow);
}

function checkColons(yaml: string, start: number, end: number): StrictError | null {
  const at = yaml.slice(start, end).search(/:[,?[\]{}]/);
  return at === -1 ? null : { detail: 'Unexpected ":" in a plain text', offset: start + at };
}

function checkTabs(node: ScalarNode, yaml: string, indent: number): StrictError | null {
  const behind = /^[ \t\r\n]*/.exec(yaml.slice(node.end))?.[0].length ?? 0;
  const text = yaml.slice(node.start, node.end + behind);
  for (const match of text.matchAll(/[\r\n]( *)\t/g)) {
    const blanks = match[1]?.length ?? 0;
    if (blanks < indent) {
      const offset = node.start + match.index + 1 + blanks;
      return { detail: 'A tab stands where blanks must indent', offset };
    }
  }
  return null;
}
