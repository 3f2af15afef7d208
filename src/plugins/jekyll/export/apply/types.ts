import type { Problem } from '../../core/problem';

/** One file that a run changes. */
export interface FileChange {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** What is to stand there; null removes the file. */
  readonly bytes: Uint8Array | null;
  /**
   * SHA-256 of what stands at `path` when the change is made, null where nothing does: looked at again
   * right before the rename.
   */
  readonly expected: string | null;
  /** For a moved post: the old file, which goes when the new one stands, with its hash. */
  readonly from?: { readonly path: string; readonly expected: string };
}

/**
 * Files that belong together, such as a post and its media: where one of them is not as expected,
 * none is touched. They are put in place in the order given (media before the post that shows them).
 * A path appears once in a unit; one that appears in several is expected as the unit before left it.
 * Two posts that swap their places are one unit of two changes without `from`.
 *
 * @typeParam N what the caller needs to settle the unit, also in another process: JSON, best small
 */
export interface StagedUnit<N> {
  readonly changes: readonly FileChange[];
  readonly note: N;
}

/** A file that a run has changed. */
export interface AppliedChange {
  readonly path: string;
  /** SHA-256 of what was written; null where the file was removed. */
  readonly hash: string | null;
  /** The old file that went. */
  readonly from?: string;
}

/** What became of a unit. */
export interface Outcome<N> {
  readonly note: N;
  /** What is done in the blog: everything, or, where the status is another than `applied`, mostly nothing. */
  readonly changes: readonly AppliedChange[];
  /** `changed-meanwhile`: the blog was changed after the run had looked; `failed`: its place can't be written. */
  readonly status: 'applied' | 'changed-meanwhile' | 'failed';
  readonly problem?: Problem;
}

/** The end of a run. */
export interface AppliedRun<N> {
  /** What was given when the run was sealed. */
  readonly meta: unknown;
  /** Every path that was written or removed, old paths of moved files included. */
  readonly paths: readonly string[];
  /** Units with a problem. */
  readonly left: readonly Outcome<N>[];
}

/**
 * What a run does beside moving files. Each may be called again by the next run for what it did
 * already, in a process of its own: a call that changes nothing any more must be harmless.
 */
export interface RunHandlers<N> {
  /** Brings the database in line with the files that stand now: a few units at a time, in order. */
  settle(outcomes: readonly Outcome<N>[], meta: unknown): Promise<void>;
  /** Ends the run, for instance with a commit. The stage is dropped when it returns. */
  finish(run: AppliedRun<N>): Promise<void>;
}

export interface StageOptions {
  /**
   * Secret that seals the journal. A blog is other people's repository: a journal that came with a
   * commit, and not from this CMS, is not carried out.
   */
  readonly key: string;
  /** Throws where this process may not write any more; asked before sealing and before each batch. */
  readonly assertHeld?: () => void;
}
