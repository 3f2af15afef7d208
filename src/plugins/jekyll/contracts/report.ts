import type { Problem } from '../core/problem';

/** `skipped`: an archive's post that the CMS has already, with another text; it is left alone. */
export type ImportAction = 'created' | 'updated' | 'same' | 'skipped' | 'failed';

/** What became of one file of the blog at import. */
export interface ImportedPost {
  /** Relative to the blog, `/` between its parts. */
  readonly file: string;
  readonly slug: string | null;
  readonly locale: string | null;
  readonly kind: 'survey' | 'plain' | null;
  readonly action: ImportAction;
  readonly sections: number;
  readonly items: number;
  readonly citations: number;
  readonly problems: readonly Problem[];
}

export interface ImportTotals {
  readonly posts: number;
  readonly created: number;
  readonly updated: number;
  readonly same: number;
  /** Only of an archive. */
  readonly skipped?: number;
  readonly failed: number;
  readonly items: number;
  readonly citations: number;
  /** Files put into the media library. */
  readonly media: number;
}

export interface ImportReport {
  readonly posts: readonly ImportedPost[];
  readonly totals: ImportTotals;
}

export const EXPORT_ACTIONS = [
  'add',
  'change',
  'rename',
  'delete',
  'same',
  'conflict',
  'refused',
] as const;
export type ExportAction = (typeof EXPORT_ACTIONS)[number];

/** What became of one file of the blog at export. */
export interface ExportedFile {
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** null for a media file. */
  readonly slug: string | null;
  readonly locale: string | null;
  /** The post that the file belongs to, a medium's too; where that was asked for. */
  readonly documentId?: string;
  readonly action: ExportAction;
  /** Old path of a renamed file. */
  readonly from?: string;
  readonly problems: readonly Problem[];
  /** Unified diff, where it was asked for and the file differs. */
  readonly diff?: string;
  /** The file holds changes of both sides: ours, and those made in the blog since it was last seen. */
  readonly merged?: true;
  /** What was changed in the blog was taken back into the CMS as the entry's new text. */
  readonly pulled?: true;
  /** What each side says, where both changed the same lines. */
  readonly conflict?: ConflictSides;
}

/** The texts of a conflict; null where a side has no file. */
export interface ConflictSides {
  /** What both sides started from: the text last seen in the blog or written there. */
  readonly base: string | null;
  readonly blog: string | null;
  readonly cms: string | null;
  /** Unified diff from the blog's text to the text of the CMS. */
  readonly diff: string;
  /** The merged text with both sides of each conflict between markers, to edit; null where a side has no text. */
  readonly marked: string | null;
}

/** Who caused a run. */
export interface Actor {
  /** Id of the admin user; null for the command line and schedules. */
  readonly id: number | null;
  readonly name: string;
  readonly email: string;
}

/** What became of the commits of a run on their way to the remote. */
export interface PushReport {
  readonly status: 'pushed' | 'nothing-to-push' | 'rejected' | 'conflict' | 'unreachable';
  readonly branch: string;
  /** Where to open a pull request, or the one that was opened. */
  readonly pullRequest?: string;
  readonly problem?: Problem;
}

export type ExportTotals = Readonly<Record<ExportAction, number>>;

export interface ExportReport {
  readonly files: readonly ExportedFile[];
  readonly totals: ExportTotals;
  /** The commit that holds the run; null where none was made. */
  readonly commit: string | null;
  /** null where nothing was to be pushed. */
  readonly push: PushReport | null;
  /** What concerns the run and no single file. */
  readonly problems: readonly Problem[];
}

/** What a run is at. */
export const RUN_STEPS = ['recover', 'fetch', 'plan', 'write', 'commit', 'push'] as const;
export type RunStep = (typeof RUN_STEPS)[number];

/** How far a run is. `total` is null while it isn't known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly label: string;
}
