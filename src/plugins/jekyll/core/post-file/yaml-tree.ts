/** A front matter text as nodes that know where they stand. All offsets count in the YAML text. */

/** What every node has. `[start, end)` is the content without anchor and tag. */
interface Placed {
  readonly start: number;
  readonly end: number;
  /** Where the anchor or tag before the content starts; `start` when there is neither. */
  readonly outerStart: number;
  readonly anchor: string | null;
  /** The resolved tag, `tag:yaml.org,2002:str` for `!!str`; `!` alone counts as no tag. */
  readonly tag: string | null;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends Placed {
  readonly type: 'scalar';
  readonly style: ScalarStyle;
  /** The text after unfolding and unescaping. */
  readonly text: string;
  /** True for a scalar with the tag `!`, which Psych reads as if it were plain. */
  readonly asPlain: boolean;
}

/** Nothing stands where a value could: `key:`. `start` is the offset right behind the indicator. */
export interface EmptyNode extends Placed {
  readonly type: 'empty';
}

export interface AliasNode extends Placed {
  readonly type: 'alias';
  readonly name: string;
}

export interface PairNode {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Offset of the key with what belongs to it (`? `, anchor, tag). */
  readonly start: number;
  /** Offset behind the `:`, or null where there is none (`{a, b}`). */
  readonly colonEnd: number | null;
  /** True for a key that starts with `? `. */
  readonly explicit: boolean;
}

export interface MapNode extends Placed {
  readonly type: 'map';
  readonly flow: boolean;
  readonly pairs: readonly PairNode[];
}

export interface SeqItem {
  readonly node: YamlNode;
  /** Offset of the `-` in a block list; of the item itself in a flow list. */
  readonly start: number;
}

export interface SeqNode extends Placed {
  readonly type: 'seq';
  readonly flow: boolean;
  readonly items: readonly SeqItem[];
}

export type YamlNode = ScalarNode | EmptyNode | AliasNode | MapNode | SeqNode;

/** A finding of the parser, before it has a file position. */
export interface TreeError {
  readonly kind: 'syntax' | 'depth' | 'character';
  readonly detail: string;
  readonly offset: number;
}

export interface YamlTree {
  /** Null where the text holds no node at all (empty or only comments). */
  readonly root: YamlNode | null;
  readonly errors: readonly TreeError[];
}
