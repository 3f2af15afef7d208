import type { Problem } from '../core/problem';

export type ImportAction = 'created' | 'updated' | 'same' | 'failed';

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
  readonly action: ExportAction;
  /** Old path of a renamed file. */
  readonly from?: string;
  readonly problems: readonly Problem[];
  /** Unified diff, where it was asked for and the file differs. */
  readonly diff?: string;
}

export type ExportTotals = Readonly<Record<ExportAction, number>>;

export interface ExportReport {
  readonly files: readonly ExportedFile[];
  readonly totals: ExportTotals;
  /** The commit that holds the run; null where none was made. */
  readonly commit: string | null;
}

/** How far a run is. `total` is null while it isn't known. */
export interface Progress {
  readonly done: number;
  readonly total: number | null;
  readonly label: string;
}
