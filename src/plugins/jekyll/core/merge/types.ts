import type { Problem } from '../problem';

/** A stretch of a text: its first line, from 1, and its lines with their line ends. */
export interface Span {
  /** For an empty stretch, the line that it stands before. */
  readonly line: number;
  /** '' where nothing stands there. */
  readonly text: string;
}

/** Where both sides changed the same lines; 1-based line numbers in each text. */
export interface MergeConflict {
  readonly base: Span;
  readonly ours: Span;
  readonly theirs: Span;
}

/** A text that holds the changes of both sides, or why there is none. */
export type MergeResult =
  | { readonly text: string; readonly conflicts: readonly [] }
  | {
      readonly text: null;
      /** Empty where the lines could be merged and only the meaning could not: see `reason`. */
      readonly conflicts: readonly MergeConflict[];
      /** Why lines that don't overlap make no sound post. */
      readonly reason?: Problem;
    };

/** Names of the three texts in a marked conflict. */
export interface MergeLabels {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}
