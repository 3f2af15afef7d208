import type { Message, Problem } from '../core/problem';
import type { ExportPlan } from './exports';
import type { AskedImport } from './imports';
import type { LinkLook } from './links';
import type { ExportReport, Progress, RunStep } from './report';
import type { RunActor } from './runs';

/**
 * What server and admin say to each other about jobs: work that goes on in the server while nobody
 * looks. A job lives in the memory of its process; what it did to the blog is kept by its run.
 */
export const JOBS_PATH = '/jekyll/jobs';

/** What each kind of job ends with. Another kind is one more line. */
export interface JobResults {
  'export-plan': ExportPlan;
  export: ExportReport;
  'import-plan': AskedImport;
  import: AskedImport;
  'link-look': LinkLook;
}
export type JobKind = keyof JobResults;

export type JobState = 'running' | 'done' | 'failed' | 'cancelled';

/** A job as the list and the polling show it: small, whatever it works on. */
export interface JobSummary {
  readonly id: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly actor: RunActor;
  /** Whoever asks has started it, and may read its result. */
  readonly mine: boolean;
  /** ISO 8601, as the next. */
  readonly startedAt: string;
  readonly endedAt: string | null;
  /** null until the first sign of progress. `label` is empty for a job of somebody else. */
  readonly progress: Progress | null;
  /** What it is at; null where its kind doesn't tell. */
  readonly step: RunStep | null;
  /** Whose end it waits for; null while it works. */
  readonly waitingFor: Message | null;
  /** It was told to stop and has not stopped yet. */
  readonly stopping: boolean;
  /** What a `failed` job failed of. */
  readonly problem: Problem | null;
}

/** `GET /jekyll/jobs?kind=export`: newest first, only kinds that one has the right to start. */
export interface JobsResponse {
  readonly data: readonly JobSummary[];
}

/** `GET /jekyll/jobs/:id`, `POST /jekyll/jobs/:id/cancel`, and what starting a job answers (202). */
export interface JobResponse {
  readonly data: JobSummary;
}

/** `GET /jekyll/jobs/:id/result`: of one's own job that is `done`; 404 otherwise. */
export interface JobResultResponse<K extends JobKind> {
  readonly data: JobResults[K];
}

/** `error.details` of 409: somebody works at the same already. */
export interface JobBusy {
  readonly code: 'JOB_BUSY';
  readonly messages: Message;
  readonly job: JobSummary;
}
