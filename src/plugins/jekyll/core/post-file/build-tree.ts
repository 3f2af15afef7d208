import { isAlias, isCollection, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { CST, Document, Node as LibraryNode, Pair } from 'yaml';
import type {
  AliasNode,
  MapNode,
  PairNode,
  ScalarNode,
  ScalarStyle,
  SeqItem,
  YamlNode,
} from './yaml-tree';

/** Maps an offset of the parsed text to one of the YAML text. */
export type OffsetMap = (offset: number) => number;

type CollectionItem = CST.CollectionItem;

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Turns the library's document into placed nodes. */
export function buildTree(document: Document.Parsed, map: OffsetMap): YamlNode | null {
  const contents = document.contents as LibraryNode | null;
  if (!contents || isEmptyScalar(contents)) return null;
  const token = document as unknown as { srcToken?: CST.Document };
  const start = token.srcToken?.start ?? [];
  return node(contents, outerStart(start, 0) ?? undefined, 0, map);
}

function isEmptyScalar(candidate: LibraryNode): boolean {
  if (!isScalar(candidate) || candidate.anchor || candidate.tag) return false;
  return candidate.type === 'PLAIN' && candidate.range?.[0] === candidate.range?.[1];
}

/** `fallback` places an empty node, which the library may put on a later line. */
function node(
  source: LibraryNode | null,
  outer: number | undefined,
  fallback: number,
  map: OffsetMap,
): YamlNode {
  const range = source?.range ?? [fallback, fallback, fallback];
  const start = map(range[0]);
  const rawTag = source && 'tag' in source ? (source.tag as string | undefined) : undefined;
  const placed = {
    start,
    end: map(range[1]),
    outerStart: outer === undefined ? start : Math.min(map(outer), start),
    anchor: (source && 'anchor' in source && source.anchor) || null,
    tag: !rawTag || rawTag === '!' ? null : rawTag,
  };
  if (isAlias(source)) {
    return { ...placed, type: 'alias', name: source.source } satisfies AliasNode;
  }
  if (isMap(source)) {
    const pairs = source.items.filter((item) => isPair(item)) as Pair<LibraryNode, LibraryNode>[];
    const flow = source.flow === true;
    const built = pairs.map((pair) => pairNode(pair, placed.start, map));
    return { ...placed, type: 'map', flow, pairs: built } satisfies MapNode;
  }
  if (isSeq(source)) {
    return { ...placed, type: 'seq', flow: source.flow === true, items: items(source, map) };
  }
  if (isScalar(source) && !isCollection(source)) {
    const empty = source.type === 'PLAIN' && range[0] === range[1];
    if (empty) {
      const at = map(Math.min(fallback || range[0], range[0]));
      return {
        ...placed,
        type: 'empty',
        start: at,
        end: at,
        outerStart: Math.min(at, placed.outerStart),
      };
    }
    const style = STYLES[source.type ?? 'PLAIN'] ?? 'plain';
    const text = typeof source.value === 'string' ? source.value : String(source.source ?? '');
    return { ...placed, type: 'scalar', style, text, asPlain: rawTag === '!' } satisfies ScalarNode;
  }
  const at = map(fallback);
  return { ...placed, type: 'empty', start: at, end: at, outerStart: at };
}

function pairNode(
  pair: Pair<LibraryNode, LibraryNode>,
  mapStart: number,
  map: OffsetMap,
): PairNode {
  const item = (pair as unknown as { srcToken?: CollectionItem }).srcToken;
  const sep = item?.sep ?? [];
  const colon = sep.find((token) => token.type === 'map-value-ind');
  const explicitKey = item?.start.find((token) => token.type === 'explicit-key-ind');
  const keyFallback = colon?.offset ?? pair.key?.range?.[0] ?? mapStart;
  const keyOuter = item ? outerStart(item.start, 0) : undefined;
  const key = node(pair.key, keyOuter, keyFallback, map);
  const colonEnd = colon ? colon.offset + colon.source.length : null;
  const value = node(
    pair.value,
    colonEnd === null ? undefined : outerStart(sep, colonEnd),
    colonEnd ?? pair.key?.range?.[1] ?? keyFallback,
    map,
  );
  return {
    key,
    value,
    start: explicitKey ? map(explicitKey.offset) : key.outerStart,
    colonEnd: colonEnd === null ? null : map(colonEnd),
    explicit: explicitKey !== undefined,
  };
}

function items(source: SeqNodeSource, map: OffsetMap): SeqItem[] {
  const tokens = sequenceItems(source);
  return source.items.map((entry, index) => {
    const token = tokens[index];
    const dash = token?.start.find((part) => part.type === 'seq-item-ind');
    if (isPair(entry)) {
      // A flow list's `[a: b]` arrives as a map; a bare pair only in the tag !!pairs.
      const pair = pairNode(entry as Pair<LibraryNode, LibraryNode>, 0, map);
      const { start } = pair;
      const built: MapNode = {
        type: 'map',
        flow: true,
        pairs: [pair],
        start,
        end: pair.value.end,
        outerStart: start,
        anchor: null,
        tag: null,
      };
      return { node: built, start };
    }
    const after = dash ? dash.offset + 1 : 0;
    const outer = token ? outerStart(token.start, after) : undefined;
    const built = node(entry as LibraryNode | null, outer, after, map);
    return { node: built, start: dash ? map(dash.offset) : built.outerStart };
  });
}

type SeqNodeSource = { items: unknown[]; srcToken?: unknown };

/** The tokens of the items that the composer kept, in the same order. */
function sequenceItems(source: SeqNodeSource): CollectionItem[] {
  const token = source.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
  if (!token) return [];
  if (token.type === 'block-seq') {
    return token.items.filter((item) => item.start.some((part) => part.type === 'seq-item-ind'));
  }
  return token.items.filter(
    (item) =>
      item.key ||
      item.sep ||
      item.value ||
      item.start.some((part) => part.type === 'anchor' || part.type === 'tag'),
  );
}

/** Offset of the first anchor or tag at or behind `from`. */
function outerStart(tokens: readonly CST.SourceToken[], from: number): number | undefined {
  return tokens.find(
    (token) => token.offset >= from && (token.type === 'anchor' || token.type === 'tag'),
  )?.offset;
}
