import { problemAt } from './messages';
import type { PlacedProblem } from './messages';
import { readPlainScalar, SYMBOL } from './psych-scalar';
import type { YamlValue } from './types';
import type { MapNode, PairNode, ScalarNode, YamlNode } from './yaml-tree';

/** More nodes than any front matter holds: aliases that multiply beyond it are an attack. */
const MAX_NODES = 20_000;

/** The value of every node, aliases resolved. */
export type NodeValues = ReadonlyMap<YamlNode, YamlValue>;

export interface ReadPair {
  readonly key: string;
  readonly value: YamlValue;
  readonly pair: PairNode;
  readonly merged?: true;
}

/** Thrown inside this file only. */
class Refused extends Error {
  constructor(readonly problem: PlacedProblem) {
    super(problem.message.en);
  }
}

interface Known {
  value: YamlValue;
  size: number;
  open: boolean;
}

/** The pairs of the root map as Psych gives them, last of equal keys, in order of standing. */
export function evaluateRoot(
  root: YamlNode | null,
): { pairs: ReadPair[]; values: NodeValues } | { problem: PlacedProblem } {
  if (!root || (root.type === 'empty' && !root.tag)) return { pairs: [], values: new Map() };
  try {
    const evaluation = new Evaluation();
    return { pairs: evaluation.root(root), values: evaluation.values };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    if (error instanceof RangeError) return { problem: problemAt('front-matter-depth', 0) };
    throw error;
  }
}

/** An empty map without a prototype. */
export function emptyMap(): { [key: string]: YamlValue } {
  return Object.create(null) as { [key: string]: YamlValue };
}

class Evaluation {
  readonly values = new Map<YamlNode, YamlValue>();
  private readonly anchors = new Map<string, Known>();
  private count = 0;
  /** Keeps its `<<` as an entry of its own: its line belongs to the file. */
  private rootMap: MapNode | null = null;

  root(root: YamlNode): ReadPair[] {
    if (root.type === 'scalar' && this.node(root) === null) return [];
    if (root.type !== 'map') throw refuse('front-matter-not-a-map', root.start);
    this.rootMap = root;
    const winners = new Map<string, ReadPair>();
    const put = (read: ReadPair) => {
      winners.delete(read.key);
      winners.set(read.key, read);
    };
    this.pairs(root, (key, value, pair, merged) =>
      put({ key, value, pair, ...(merged ? { merged: true } : {}) }),
    );
    return [...winners.values()].sort((a, b) => a.pair.start - b.pair.start);
  }

  private node(node: YamlNode): YamlValue {
    const value = this.evaluate(node);
    this.values.set(node, value);
    return value;
  }

  private evaluate(node: YamlNode): YamlValue {
    this.spend(1, node);
    if (node.type === 'alias') return this.alias(node.name, node);
    const known: Known = { value: null, size: this.count, open: true };
    if (node.anchor !== null) this.anchors.set(node.anchor, known);
    known.value = this.content(node);
    known.size = this.count - known.size + 1;
    known.open = false;
    return known.value;
  }

  private content(node: Exclude<YamlNode, { type: 'alias' }>): YamlValue {
    if (node.tag !== null) checkTag(node.tag, node);
    if (node.type === 'empty') return node.tag === null ? null : tagged('', node.tag, node.start);
    if (node.type === 'scalar') return scalar(node);
    if (node.type === 'seq') return node.items.map((item) => this.node(item.node));
    const map = emptyMap();
    this.pairs(node, (key, value) => {
      map[key] = value;
    });
    return map;
  }

  /** Psych merges where `<<` stands, over what came before it (`revive_hash`). */
  private pairs(
    map: MapNode,
    put: (key: string, value: YamlValue, pair: PairNode, merged: boolean) => void,
  ): void {
    for (const pair of map.pairs) {
      const key = this.key(pair.key);
      const value = this.node(pair.value);
      const merges = key === '<<' && pair.key.tag === null ? mergeSources(pair.value, value) : [];
      if (merges.length === 0 || map === this.rootMap) put(key, value, pair, false);
      for (const source of merges) {
        for (const [name, inner] of Object.entries(source)) put(name, inner, pair, true);
      }
    }
  }

  /** A key that is no string in Ruby (`2024:`, `yes:`) goes by its text. */
  private key(node: YamlNode): string {
    const value = this.node(node);
    if (typeof value === 'string') return value;
    if (node.type === 'scalar') return node.text;
    return value === null ? '' : JSON.stringify(value);
  }

  private alias(name: string, node: YamlNode): YamlValue {
    const known = this.anchors.get(name);
    if (!known || known.open) throw refuse('front-matter-alias', node.start, name);
    this.spend(known.size, node);
    return known.value;
  }

  private spend(nodes: number, node: YamlNode): void {
    this.count += nodes;
    if (this.count > MAX_NODES) throw refuse('front-matter-alias-limit', node.start);
  }
}

function mergeSources(node: YamlNode, value: YamlValue): { [key: string]: YamlValue }[] {
  const maps = Array.isArray(value) && node.type === 'seq' ? [...value].reverse() : [value];
  return maps.every(isYamlMap) ? maps : [];
}

/** True for a map, false for lists, timestamps and scalars. */
export function isYamlMap(value: YamlValue): value is { [key: string]: YamlValue } {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !isTimestamp(value)
  );
}

/** Maps read from a file have no prototype; a timestamp is known by its shape. */
export function isTimestamp(value: YamlValue): value is Extract<YamlValue, { kind: 'timestamp' }> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return (
    value.kind === 'timestamp' &&
    typeof value.ms === 'number' &&
    typeof value.source === 'string' &&
    typeof value.hasTime === 'boolean'
  );
}

function scalar(node: ScalarNode): YamlValue {
  if (node.tag !== null) return tagged(node.text, node.tag, node.start);
  return node.style === 'plain' || node.asPlain ? plain(node.text, node.start) : node.text;
}

function plain(text: string, offset: number): YamlValue {
  const value = readPlainScalar(text);
  if (value === SYMBOL) throw refuse('front-matter-symbol', offset, text);
  return value as YamlValue;
}

function tagged(text: string, tag: string, offset: number): YamlValue {
  if (tag === 'tag:yaml.org,2002:str' || tag === '!str') return text;
  if (tag === 'tag:yaml.org,2002:binary' || tag === '!binary') return decodeBase64(text);
  if (tag === 'tag:yaml.org,2002:float' || tag === '!float') return Number(plain(text, offset));
  return plain(text, offset);
}

/** Ruby's `unpack('m')`, bytes as the characters of their number. */
function decodeBase64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
}

/** Tags that `Psych.safe_load` refuses: every Ruby object, and the sets of YAML 1.1. */
function checkTag(tag: string, node: YamlNode): void {
  const refused = /^!ruby\/(?!array$|hash$|string$)|^!(?:str|seq|map|struct|set):./;
  const set = tag === 'tag:yaml.org,2002:set' || tag === '!set';
  const omap = tag === 'tag:yaml.org,2002:omap' || tag === '!omap';
  if (refused.test(tag) || set || omap) throw refuse('front-matter-tag', node.outerStart, tag);
}

function refuse(code: Parameters<typeof problemAt>[0], offset: number, detail = ''): Refused {
  return new Refused(problemAt(code, offset, detail));
}
