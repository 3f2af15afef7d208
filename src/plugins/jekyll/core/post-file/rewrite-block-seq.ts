import { alignItems, commonStyle } from './align';
import { contentEnd, lineEnd, lineStart, withComments } from './lines';
import type { Patch } from './patch';
import { isScalarValue, printBlock } from './print-house';
import { printLike } from './rewrite-scalar';
import { rewriteNode } from './rewrite';
import type { RewriteContext } from './rewrite';
import type { YamlValue } from './types';
import type { SeqItem, SeqNode } from './yaml-tree';

/**
 * A block list with new content: lines of items that stay are not touched, a moved item takes
 * its lines along, full-line comments between items stay where they are.
 */
export function rewriteBlockSeq(
  node: SeqNode,
  value: readonly YamlValue[],
  context: RewriteContext,
): Patch[] | null {
  const { yaml, values } = context;
  const [first] = node.items;
  if (value.length === 0 || !first) return null;
  const ownLines = node.items.every((item) =>
    isBlank(yaml.slice(lineStart(yaml, item.start), item.start)),
  );
  const old = node.items.map((item) => values.get(item.node) ?? null);
  const slots = alignItems(old, value);
  // Without lines of their own (`- - a`) items can be rewritten, but not added or removed.
  const sameShape =
    slots.length === old.length && slots.every((slot, index) => slot.from === index);
  if (!ownLines && !sameShape) return null;

  const patches: Patch[] = [];
  const lines = node.items.map((item) => itemLines(yaml, item));
  const stay = new Set(
    slots.flatMap((slot) => (slot.inPlace && slot.from !== null ? [slot.from] : [])),
  );
  lines.forEach(([start, end], index) => {
    if (!stay.has(index)) patches.push({ start, end, text: '' });
  });
  const printed = newItemPrinter(node, first, context);
  let at = lines[0]?.[0] ?? node.start;
  for (const slot of slots) {
    const item = slot.from === null ? undefined : node.items[slot.from];
    const range = slot.from === null ? undefined : lines[slot.from];
    if (slot.inPlace && item && range) {
      const inner = slot.same
        ? []
        : (rewriteItem(item, slot.value, context) ?? [
            replaceItem(item, slot.value, printed, yaml),
          ]);
      patches.push(...inner);
      at = range[1];
      continue;
    }
    const moved = range ? yaml.slice(range[0], range[1]) : null;
    patches.push({ start: at, end: at, text: moved ?? printed.line(slot.value) });
  }
  return patches;
}

function rewriteItem(item: SeqItem, value: YamlValue, context: RewriteContext): Patch[] | null {
  return item.node.type === 'empty' ? null : rewriteNode(item.node, value, context);
}

interface ItemPrinter {
  /** What stands behind the dash. */
  readonly content: (value: YamlValue) => string;
  readonly dash: string;
  readonly line: (value: YamlValue) => string;
}

/** Prints new items like the first one: indentation, blanks behind the dash, common quotes. */
function newItemPrinter(node: SeqNode, first: SeqItem, { yaml, eol }: RewriteContext): ItemPrinter {
  const indent = yaml.slice(lineStart(yaml, first.start), first.start).replace(/[^ \t]/g, ' ');
  const spacing = /^-( +)(?=[^\s#])/.exec(yaml.slice(first.start))?.[1] ?? ' ';
  const style = commonStyle(node);
  const deeper = `${indent} ${spacing}`;
  const content = (value: YamlValue) =>
    isScalarValue(value) && style ? printLike(style, value, false) : printBlock(value, deeper, eol);
  const dash = `-${spacing}`;
  return { content, dash, line: (value) => `${indent}${dash}${content(value)}${eol}` };
}

function replaceItem(item: SeqItem, value: YamlValue, printed: ItemPrinter, yaml: string): Patch {
  const end = Math.max(contentEnd(yaml, item.node), item.start + 1);
  return { start: item.start, end, text: printed.dash + printed.content(value) };
}

function itemLines(yaml: string, item: SeqItem): [number, number] {
  const start = lineStart(yaml, item.start);
  const end = lineEnd(yaml, Math.max(item.start + 1, contentEnd(yaml, item.node)));
  return [start, withComments(yaml, end, item.start - start)];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
