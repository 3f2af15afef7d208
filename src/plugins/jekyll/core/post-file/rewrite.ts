import { isYamlMap } from './evaluate';
import type { NodeValues } from './evaluate';
import { beforeBreak, contentEnd } from './lines';
import type { Patch } from './patch';
import { isScalarValue, printAfterColon, printInline } from './print-house';
import { rewriteBlockMap } from './rewrite-block-map';
import { rewriteBlockSeq } from './rewrite-block-seq';
import { rewriteFlow } from './rewrite-flow';
import { rewriteScalar } from './rewrite-scalar';
import type { YamlValue } from './types';
import { equalValues, saysValue } from './values';
import type { PairNode, YamlNode } from './yaml-tree';

/** What the rewriting functions share. */
export interface RewriteContext {
  readonly yaml: string;
  readonly eol: string;
  readonly values: NodeValues;
  readonly inFlow: boolean;
}

/**
 * The patches that make a node say `value`, touching as few bytes as the style that stands there
 * allows; null where only a new node will do (see `replacePairValue`).
 */
export function rewriteNode(
  node: YamlNode,
  value: YamlValue,
  context: RewriteContext,
): Patch[] | null {
  const old = context.values.get(node) ?? null;
  if (equalValues(old, value) || saysValue(old, value)) return [];
  if (node.type === 'alias') {
    return [{ start: node.start, end: node.end, text: printInline(value, context.inFlow) }];
  }
  if (node.type === 'scalar') {
    if (isScalarValue(value) && (value !== null || context.inFlow)) {
      return [rewriteScalar(node, value, context)];
    }
    return null;
  }
  if (node.type === 'seq' && Array.isArray(value)) {
    return node.flow
      ? rewriteFlow({ kind: 'seq', node, value }, context)
      : rewriteBlockSeq(node, value, context);
  }
  if (node.type === 'map' && isYamlMap(value)) {
    return node.flow
      ? rewriteFlow({ kind: 'map', node, value }, context)
      : rewriteBlockMap(node, value, context);
  }
  return null;
}

/** Patches for the value of a pair: in place, or the whole value anew in the house form. */
export function rewritePair(
  key: string,
  pair: PairNode,
  value: YamlValue,
  indent: string,
  context: RewriteContext,
): Patch[] | null {
  const old = context.values.get(pair.value) ?? null;
  if (pair.value.type === 'empty' && pair.value.anchor === null && pair.value.tag === null) {
    return equalValues(old, value) ? [] : fillEmpty(key, pair, value, indent, context);
  }
  return (
    rewriteNode(pair.value, value, context) ?? replacePairValue(key, pair, value, indent, context)
  );
}

function fillEmpty(
  key: string,
  pair: PairNode,
  value: YamlValue,
  indent: string,
  { yaml, eol, inFlow }: RewriteContext,
): Patch[] | null {
  const at = pair.colonEnd;
  if (at === null) {
    const { end } = pair.key;
    return [{ start: end, end, text: `: ${printInline(value, true)}` }];
  }
  const text = inFlow ? ` ${printInline(value, true)}` : printAfterColon(key, value, indent, eol);
  const blanks = /^[ \t]*/.exec(yaml.slice(at))?.[0] ?? '';
  const next = yaml[at + blanks.length];
  const lineEnds = next === undefined || next === '\n' || next === '\r';
  // The blank that stands behind the colon separates the value, unless a comment needs it.
  const reuse = blanks.startsWith(' ') && text.startsWith(' ') && (lineEnds || blanks.length > 1);
  return [
    reuse ? { start: at + 1, end: at + 1, text: text.slice(1) } : { start: at, end: at, text },
  ];
}

/** The value of a pair replaced as a whole, the comment behind a value on the line kept. */
export function replacePairValue(
  key: string,
  pair: PairNode,
  value: YamlValue,
  indent: string,
  { yaml, eol, inFlow }: RewriteContext,
): Patch[] | null {
  const { colonEnd } = pair;
  if (colonEnd === null) return null;
  const end = beforeBreak(yaml, contentEnd(yaml, pair.value));
  const text = inFlow ? ` ${printInline(value, true)}` : printAfterColon(key, value, indent, eol);
  return [{ start: colonEnd, end: Math.max(end, colonEnd), text }];
}
