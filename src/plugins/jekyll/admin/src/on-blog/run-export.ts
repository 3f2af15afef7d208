import { getFetchClient } from '@strapi/strapi/admin';
import { EXPORTS_PATH, type RunExportRequest } from '../../../contracts/exports';
import {
  type JobResponse,
  type JobResultResponse,
  JOBS_PATH,
  type JobSummary,
} from '../../../contracts/jobs';
import type { PostVersion } from '../publishing/preview';
import { type Outcome, outcomeOf } from './outcome';

/** Milliseconds between two looks at the job. */
const POLL = 500;

/** The job ended without a result. */
export class ExportStopped extends Error {
  constructor(readonly job: JobSummary) {
    super(`The export ${job.state}.`);
  }
}

/**
 * Exports versions as a job of the server, and follows it to its end; the job goes on when nobody
 * follows.
 *
 * @throws {ExportStopped} where it failed or was cancelled; the fetch client's errors
 */
export async function runExport(documents: readonly PostVersion[]): Promise<Outcome> {
  // Not the hook's client: that one ends requests when the view closes.
  const { get, post } = getFetchClient();
  const request: RunExportRequest = { documents };
  let { data: job } = (await post<JobResponse>(EXPORTS_PATH, request)).data;
  while (job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, POLL));
    job = (await get<JobResponse>(`${JOBS_PATH}/${job.id}`)).data.data;
  }
  if (job.state !== 'done') throw new ExportStopped(job);
  const { data } = (await get<JobResultResponse<'export'>>(`${JOBS_PATH}/${job.id}/result`)).data;
  return outcomeOf(data);
}
