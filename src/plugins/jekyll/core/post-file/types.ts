import type { Problem } from './problem';

/** A Jekyll file in three parts. Joined in order they are the file, byte for byte. */
export interface PostFile {
  readonly bom: '' | '\uFEFF';
  readonly frontMatter: FrontMatterBlock | null;
  /** Everything after the closing line, blank lines included. */
  readonly body: string;
}

/** The front matter as it stands in the file. */
export interface FrontMatterBlock {
  /** The opening line with its line end: `---\n`, `---  \r\n`. */
  readonly open: string;
  /** What stands between the two lines, raw; empty or ending in a line end. */
  readonly yaml: string;
  /** The closing line: `---\n`, `...\r\n`, or `---` at the end of the file. */
  readonly close: string;
}

/** A date or time that Psych turned into a Ruby `Date` or `Time`. */
export interface YamlTimestamp {
  readonly kind: 'timestamp';
  /** As written. */
  readonly source: string;
  /** Milliseconds since the epoch; midnight UTC for a bare date. */
  readonly ms: number;
  /** False for a bare date. */
  readonly hasTime: boolean;
}

/**
 * A front matter value as Ruby's Psych gives it to Jekyll (YAML 1.1: `yes` is true, `0123` is
 * octal, `12:30` is a number). Maps have no prototype, so a key `__proto__` is only a key.
 */
export type YamlValue =
  | null
  | boolean
  | number
  | string
  | YamlTimestamp
  | YamlValue[]
  | { [key: string]: YamlValue };

/** One key of the front matter. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly value: YamlValue;
  /** The raw lines of the pair with its comments and final newline, line ends as LF. */
  readonly source: string;
  /** 1-based, in the file (in a snippet: in the snippet). */
  readonly line: number;
  /** True when the key has no line of its own but comes through a merge key (`<<: *base`). */
  readonly merged?: true;
}

/** What a front matter says. With a syntax error there are problems and no entries. */
export interface FrontMatter {
  /** In file order; of equal keys only the last, which is the one that Jekyll sees. */
  readonly entries: FrontMatterEntry[];
  readonly problems: Problem[];
}

/** A key with a value, or with the verbatim YAML of its pair. */
export type FrontMatterPair =
  | { readonly key: string; readonly value: YamlValue }
  | { readonly key: string; readonly source: string };

/** A change of one key. */
export type FrontMatterEdit = FrontMatterPair | { readonly key: string; readonly remove: true };

/** How edits place new keys. */
export interface EditOptions {
  /** Key names in the order in which new keys are placed; `CHIRPY_ORDER` unless given. */
  readonly order?: readonly string[];
}
