import type { Pagination } from './pagination';
import type { ExportAction, ExportedFile, ExportReport } from './report';
import type { PostVersion } from './service';

/** What server and admin say to each other about exports. Every route asks for `EXPORT_ACTION`. */
export const EXPORTS_PATH = '/jekyll/exports';

/** Versions that one request names at most. */
export const VERSIONS_LIMIT = 10_000;

/** How an export is to be done. */
export interface ExportOptions {
  /** Removes files although they are more than a run removes unasked. */
  readonly force: boolean;
  /** Writes files in which the checks find errors; asks for `IGNORE_CHECKS_ACTION`. */
  readonly ignoreChecks: boolean;
}

/** What an export would do, and the way in which it would. */
export interface ExportPlan extends ExportReport {
  readonly options: ExportOptions;
  /** The versions that it was asked for; null for all. */
  readonly asked: readonly PostVersion[] | null;
}

/**
 * `POST /jekyll/exports/plan` starts a job (202, a `JobResponse`) that says what an export would do.
 * Without `documents`: all posts that whoever asks may export.
 */
export interface PlanExportRequest extends Partial<ExportOptions> {
  readonly documents?: readonly PostVersion[] | undefined;
  /** One's own plan, made anew for the same posts; 404 where it is not kept any more. */
  readonly again?: string | undefined;
}

/**
 * `POST /jekyll/exports` starts a job (202, a `JobResponse`) that exports what one's own plan holds,
 * in the plan's way, but for the versions to leave out; or the named versions without a plan.
 * 404 for a plan that is not kept any more; 403 with `documents` that one may not export.
 */
export type RunExportRequest =
  | { readonly plan: string; readonly without?: readonly PostVersion[] | undefined }
  | (Partial<ExportOptions> & { readonly documents: readonly PostVersion[] });

/**
 * `GET /jekyll/exports/:id?page=1&pageSize=50&action=`: the plan or run that one's own job ended
 * with; its files in pages, without those that stay as they are, and without texts.
 */
export interface ExportPageResponse {
  readonly data: Omit<ExportReport, 'files'> & {
    readonly options: ExportOptions | null;
    readonly files: readonly ExportedFile[];
    /** Files are refused that an export with `force` would remove. */
    readonly asksForce: boolean;
    /** Posts of which the run has something to do. */
    readonly versions: number;
  };
  readonly meta: {
    readonly pagination: Pagination;
  };
}

/** Actions by which the files of a plan can be filtered. */
export type ListedAction = Exclude<ExportAction, 'same'>;

/**
 * `GET /jekyll/exports/changes?documentId=&locale=&force=`: what an export would do with one version
 * now, with diffs. 403 for a version that one may not export.
 */
export interface ExportChangesResponse {
  readonly data: { readonly files: readonly ExportedFile[] };
}
