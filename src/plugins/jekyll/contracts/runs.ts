import type { Problem } from '../core/problem';
import type { Pagination } from './pagination';
import type { ExportAction, ImportAction, PushReport } from './report';

/** What server and admin say to each other about runs and about what waits for one. */

export const RUNS_PATH = '/jekyll/runs';
export const QUEUE_PATH = '/jekyll/queue';

export type RunKind = 'export' | 'import' | 'resolve';

export const RUN_TRIGGERS = ['publish', 'schedule', 'retry', 'command', 'admin'] as const;
/**
 * What started a run: a change in the CMS, the date of a post that was held back, another try of
 * either, the command line, or somebody in the panel.
 */
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/**
 * - `conflicts`: done, except for files that a person has to look at
 * - `failed`: stopped by an error, which `problems` tells
 * - `interrupted`: cancelled, or its process ended
 */
export type RunState = 'running' | 'done' | 'conflicts' | 'failed' | 'interrupted';

/** Who caused a run, as every reader of the list may know them. */
export interface RunActor {
  readonly id: number | null;
  readonly name: string;
}

/** A file that a run did something with, or could not. */
export interface RunFile {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** null for a media file. */
  readonly slug: string | null;
  readonly locale: string | null;
  readonly action: ExportAction | ImportAction;
  /** The post that the file belongs to; unknown in older records and of imports. */
  readonly documentId?: string;
  /** Old path of a renamed file. */
  readonly from?: string;
  readonly problems: readonly Problem[];
  readonly merged?: true;
  readonly pulled?: true;
  /**
   * Unified diff, cut after a while: of what the run changed; of a conflict from the blog's text to
   * that of the CMS.
   */
  readonly diff?: string;
}

/** A run in the list. */
export interface RunSummary {
  readonly id: number;
  readonly kind: RunKind;
  readonly trigger: RunTrigger;
  readonly state: RunState;
  /** null for the command line and schedules. */
  readonly actor: RunActor | null;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Milliseconds; null while it runs, and for a run whose process ended. */
  readonly duration: number | null;
  /** Counts by what became of the files; null for a run without a result. */
  readonly totals: Readonly<Record<string, number>> | null;
  readonly commit: string | null;
  readonly push: PushReport | null;
  /** What concerns the run and no single file. */
  readonly problems: readonly Problem[];
}

export interface RunDetail extends RunSummary {
  /** Those that are not `same`, at most {@link RUN_FILES_LIMIT}. */
  readonly files: readonly RunFile[];
}
/** Files that the record of a run keeps at most; `totals` counts all. */
export const RUN_FILES_LIMIT = 1000;

/** `GET /jekyll/runs?page=1&pageSize=25`: newest first. */
export interface RunsResponse {
  readonly data: readonly RunSummary[];
  readonly meta: {
    readonly pagination: Pagination;
  };
}

/** `GET /jekyll/runs/:id` */
export interface RunResponse {
  readonly data: RunDetail;
}

/** A version of a post that waits to be exported, or commits that wait to be pushed. */
export interface WaitingEntry {
  readonly kind: 'export' | 'push';
  /** `schedule`: held back until its date. */
  readonly trigger: 'publish' | 'schedule';
  /** null for a push. */
  readonly post: {
    readonly documentId: string;
    readonly locale: string;
    /** null where the post is gone, or is not for the asker to read. */
    readonly title: string | null;
  } | null;
  readonly actor: RunActor | null;
  /** ISO 8601, as the next. */
  readonly queuedAt: string;
  /** It is not tried before. */
  readonly notBefore: string;
  /** Tries that failed. */
  readonly attempts: number;
  /** What the last one failed of. */
  readonly problem: string | null;
}

/** Entries that one answer about the queue holds at most. */
export const QUEUE_LIMIT = 200;

/** `GET /jekyll/queue`: oldest first. */
export interface QueueResponse {
  readonly data: readonly WaitingEntry[];
  readonly meta: {
    /** All that wait, also beyond {@link QUEUE_LIMIT}. */
    readonly total: number;
    readonly autoExport: 'off' | 'on-publish';
    /** A run of the queue is at work in the process that answers. */
    readonly working: boolean;
    /** When the next run starts, unless something else is published: ISO 8601. */
    readonly nextAttempt: string | null;
  };
}
