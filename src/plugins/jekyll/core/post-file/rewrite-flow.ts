import { applyPatches } from './patch';
import type { Patch } from './patch';
import { isScalarValue, printInline, printKey } from './print-house';
import { printLike } from './rewrite-scalar';
import { rewriteNode, rewritePair } from './rewrite';
import type { RewriteContext } from './rewrite';
import { alignItems, commonStyle } from './align';
import type { YamlValue } from './types';
import type { MapNode, SeqNode } from './yaml-tree';

type FlowEdit =
  | { readonly kind: 'seq'; readonly node: SeqNode; readonly value: YamlValue[] }
  | { readonly kind: 'map'; readonly node: MapNode; readonly value: { [key: string]: YamlValue } };

/** An element of the new collection: its text and, when it stood there, its old position. */
interface Element {
  readonly text: string;
  readonly from: number | null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * A flow collection with new content. Elements that stay keep their text; the text between two
 * that were and are neighbours stays too; padding and a trailing comma stay.
 */
export function rewriteFlow(edit: FlowEdit, context: RewriteContext): Patch[] | null {
  const inner = { ...context, inFlow: true };
  const { node } = edit;
  const ranges = edit.kind === 'seq' ? itemRanges(edit.node) : pairRanges(edit.node);
  const elements =
    edit.kind === 'seq' ? seqElements(edit, ranges, inner) : mapElements(edit, ranges, inner);
  if (!elements) return null;
  const text = joinElements(node, elements, ranges, context.yaml);
  return [{ start: node.start, end: node.end, text }];
}

function itemRanges(node: SeqNode): Range[] {
  return node.items.map((item) => ({ start: item.node.outerStart, end: item.node.end }));
}

function pairRanges(node: MapNode): Range[] {
  return node.pairs.map((pair) => ({
    start: pair.start,
    end: Math.max(pair.key.end, pair.colonEnd ?? 0, pair.value.end),
  }));
}

function seqElements(
  { node, value }: Extract<FlowEdit, { kind: 'seq' }>,
  ranges: readonly Range[],
  context: RewriteContext,
): Element[] | null {
  const { yaml, values } = context;
  const old = node.items.map((item) => values.get(item.node) ?? null);
  const style = commonStyle(node);
  const elements = alignItems(old, value).map((slot): Element | null => {
    const range = slot.from === null ? undefined : ranges[slot.from];
    const item = slot.from === null ? undefined : node.items[slot.from];
    if (slot.from === null || !range || !item) {
      const { value: fresh } = slot;
      const text =
        isScalarValue(fresh) && style ? printLike(style, fresh, true) : printInline(fresh, true);
      return { text, from: null };
    }
    const patches = rewriteNode(item.node, slot.value, context);
    if (!patches) {
      return { text: printInline(slot.value, true), from: slot.from };
    }
    return { text: applyPatches(yaml, patches, range.start, range.end), from: slot.from };
  });
  return elements.every((element) => element !== null) ? elements : null;
}

function mapElements(
  { node, value }: Extract<FlowEdit, { kind: 'map' }>,
  ranges: readonly Range[],
  context: RewriteContext,
): Element[] | null {
  const { yaml, values } = context;
  const winners = new Map<string, number>();
  const keys = node.pairs.map((pair) => keyText(values.get(pair.key) ?? null, pair.key));
  keys.forEach((key, index) => winners.set(key, index));
  const kept: Element[] = [];
  for (const [index, pair] of node.pairs.entries()) {
    const key = keys[index] ?? '';
    const range = ranges[index];
    if (!Object.hasOwn(value, key) || !range) {
      // A merge key stays as long as its keys are wanted; the check after the edit decides.
      if (key === '<<' && range)
        kept.push({ text: yaml.slice(range.start, range.end), from: index });
      continue;
    }
    const wanted = value[key] ?? null;
    const patches = winners.get(key) === index ? rewritePair(key, pair, wanted, '', context) : [];
    if (!patches) return null;
    kept.push({ text: applyPatches(yaml, patches, range.start, range.end), from: index });
  }
  const merged = values.get(node) ?? null;
  for (const [key, fresh] of Object.entries(value)) {
    if (winners.has(key)) continue;
    const inherited = keys.includes('<<') && hasEqual(merged, key, fresh);
    if (!inherited)
      kept.push({ text: `${printKey(key)}: ${printInline(fresh, true)}`, from: null });
  }
  return kept;
}

function hasEqual(map: YamlValue, key: string, value: YamlValue): boolean {
  const held = (map as { [key: string]: YamlValue } | null)?.[key];
  return JSON.stringify(held) === JSON.stringify(value);
}

/** The name a key goes by, as the reader has it. */
export function keyText(value: YamlValue, node: { type: string; text?: string }): string {
  if (typeof value === 'string') return value;
  if (node.type === 'scalar') return node.text ?? '';
  return value === null ? '' : JSON.stringify(value);
}

function joinElements(
  node: SeqNode | MapNode,
  elements: readonly Element[],
  ranges: readonly Range[],
  yaml: string,
): string {
  const first = ranges[0];
  const last = ranges[ranges.length - 1];
  const open = yaml.slice(node.start, node.start + 1);
  const close = yaml.slice(node.end - 1, node.end);
  if (!first || !last) {
    const padding = yaml.slice(node.start + 1, node.end - 1);
    return open + padding + elements.map(({ text }) => text).join(', ') + padding + close;
  }
  if (elements.length === 0) return open + close;
  const gaps = ranges
    .slice(1)
    .map((range, index) => yaml.slice(ranges[index]?.end ?? 0, range.start));
  const usual = mostFrequent(gaps.map((gap) => gap.replace(/[ \t]*#[^\r\n]*/g, ''))) ?? ', ';
  let text = yaml.slice(node.start, first.start);
  elements.forEach((element, index) => {
    const next = elements[index + 1];
    text += element.text;
    if (next) text += gapBetween(element.from, next.from, gaps) ?? usual;
  });
  const ending = yaml.slice(last.end, node.end);
  return text + endBehind(elements.at(-1)?.from ?? null, gaps, ending);
}

/** What ends the collection, after the comment of the element that is now the last one. */
function endBehind(from: number | null, gaps: readonly string[], ending: string): string {
  const gap = from === null ? '' : (gaps[from] ?? '');
  const own = /^(?:[ \t]*,)?([ \t]+#[^\r\n]*)(\s*)/.exec(gap);
  if (!own) return ending;
  const [, comment = '', lineBreak = ''] = own;
  const comma = /^\s*,/.exec(ending)?.[0] ?? '';
  const rest = ending.slice(comma.length).replace(/^[ \t]+/, '');
  return comma + comment + (/^[\r\n]/.test(rest) ? '' : lineBreak) + rest;
}

/** What stood between two old elements, or stands behind the first as its comment. */
function gapBetween(
  from: number | null,
  next: number | null,
  gaps: readonly string[],
): string | null {
  const behind = from === null ? undefined : gaps[from];
  if (from !== null && behind !== undefined && (next === from + 1 || behind.includes('#'))) {
    return behind;
  }
  const before = from === null || next === null || next < from ? undefined : gaps[next - 1];
  return before === undefined || before.includes('#') ? null : before;
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
