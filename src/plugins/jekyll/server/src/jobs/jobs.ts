import { randomUUID } from 'node:crypto';
import type { JobKind, JobResults, JobState, JobSummary } from '../../../contracts/jobs';
import type { Actor, Progress, RunStep } from '../../../contracts/report';
import type { Message, Problem } from '../../../core/problem';
import { JobBusyError, TooManyJobsError } from './errors';
import { jobProblem } from './job-problem';
import { JOB_KINDS } from './kinds';

/** Jobs at work at the same time. */
const RUNNING_LIMIT = 6;
/** Ended jobs that are kept, with their results. */
const KEPT_LIMIT = 12;
/** Milliseconds for which they are. */
const KEPT_FOR = 60 * 60_000;

/** An administrator, who starts, sees and cancels jobs. */
export type JobActor = Actor & { readonly id: number };

/** What a job's work is given to tell how it goes, and to be stopped by. */
export interface JobContext {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
  onStep(step: RunStep): void;
  /** Told while it waits for somebody else; the next progress ends the waiting. */
  onWait(message: Message): void;
}

/** A job with all that is known of it. Of `JobResults`, `result` is that of its kind, once it is done. */
interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly actor: JobActor;
  readonly startedAt: Date;
  readonly abort: AbortController;
  state: JobState;
  endedAt: Date | null;
  progress: Progress | null;
  step: RunStep | null;
  waitingFor: Message | null;
  problem: Problem | null;
  result: unknown;
  ended: Promise<void>;
}

export interface Jobs {
  /**
   * Starts a work that goes on after the request that asked for it has been answered.
   *
   * @throws {JobBusyError} (409) where somebody works at the same kind, and there may be one
   * @throws {TooManyJobsError} (429)
   */
  start<K extends JobKind>(
    kind: K,
    actor: JobActor,
    work: (context: JobContext) => Promise<JobResults[K]>,
  ): JobSummary;
  /** Newest first: those at work, and those that ended a while ago. */
  list(kinds: readonly JobKind[], reader: { readonly id: number }): JobSummary[];
  /** @returns null for a job that is not kept, or of another kind */
  find(id: string, kinds: readonly JobKind[], reader: { readonly id: number }): JobSummary | null;
  /** @returns null unless it is the reader's own, of this kind, and done */
  result<K extends JobKind>(
    id: string,
    kinds: readonly K[],
    reader: { readonly id: number },
  ): JobResults[K] | null;
  /** Tells a job to stop; one that has ended stays as it is. */
  cancel(id: string): void;
  /** Resolves once a job has ended, however it did. */
  ended(id: string): Promise<void>;
  /** Cancels all, and waits until they have ended. */
  stop(): Promise<void>;
}

/** @param outside runs a work outside the request that started it: that one's rights are not the job's */
export function createJobs(
  outside: <T>(work: () => Promise<T>) => Promise<T> = (work) => work(),
  now: () => Date = () => new Date(),
): Jobs {
  /** In the order in which they were started. */
  const jobs = new Map<string, Job>();

  const all = (): Job[] => [...jobs.values()];
  const running = (): Job[] => all().filter(({ state }) => state === 'running');

  function forgetOld(): void {
    const oldest = now().getTime() - KEPT_FOR;
    const ended = all().filter(({ state }) => state !== 'running');
    ended.forEach((job, index) => {
      const isOld = (job.endedAt?.getTime() ?? 0) < oldest;
      if (isOld || index < ended.length - KEPT_LIMIT) jobs.delete(job.id);
    });
  }

  async function run<K extends JobKind>(
    job: Job,
    work: (context: JobContext) => Promise<JobResults[K]>,
  ): Promise<void> {
    try {
      job.result = await outside(() =>
        work({
          signal: job.abort.signal,
          onProgress: (progress) => {
            job.progress = progress;
            job.waitingFor = null;
          },
          onStep: (step) => {
            job.step = step;
            job.waitingFor = null;
          },
          onWait: (message) => {
            job.waitingFor = message;
          },
        }),
      );
      job.state = 'done';
    } catch (error) {
      job.state = job.abort.signal.aborted ? 'cancelled' : 'failed';
      if (job.state === 'failed') job.problem = jobProblem(error);
    } finally {
      job.endedAt = now();
      job.waitingFor = null;
      forgetOld();
    }
  }

  return {
    start(kind, actor, work) {
      forgetOld();
      const { one } = JOB_KINDS[kind];
      const same = running().filter((job) => job.kind === kind);
      const [other] = one === 'site' ? same : [];
      if (other) throw new JobBusyError(summaryOf(other, actor));
      for (const job of one === 'user' ? same : []) {
        if (job.actor.id === actor.id) job.abort.abort();
      }
      if (running().filter(({ abort }) => !abort.signal.aborted).length >= RUNNING_LIMIT) {
        throw new TooManyJobsError();
      }
      const job: Job = {
        id: randomUUID(),
        kind,
        actor,
        startedAt: now(),
        abort: new AbortController(),
        state: 'running',
        endedAt: null,
        progress: null,
        step: null,
        waitingFor: null,
        problem: null,
        result: null,
        ended: Promise.resolve(),
      };
      jobs.set(job.id, job);
      // Not before the answer: a work that starts with something slow must not delay it.
      job.ended = Promise.resolve().then(() => run(job, work));
      return summaryOf(job, actor);
    },
    list(kinds, reader) {
      forgetOld();
      return all()
        .filter(({ kind }) => kinds.includes(kind))
        .reverse()
        .map((job) => summaryOf(job, reader));
    },
    find(id, kinds, reader) {
      const job = jobs.get(id);
      return job && kinds.includes(job.kind) ? summaryOf(job, reader) : null;
    },
    result<K extends JobKind>(id: string, kinds: readonly K[], reader: { readonly id: number }) {
      const job = jobs.get(id);
      const isReadable =
        job?.state === 'done' &&
        job.actor.id === reader.id &&
        kinds.some((kind) => kind === job.kind);
      return isReadable ? (job.result as JobResults[K]) : null;
    },
    cancel(id) {
      const job = jobs.get(id);
      if (job?.state === 'running') job.abort.abort();
    },
    ended: async (id) => jobs.get(id)?.ended,
    async stop() {
      for (const job of running()) job.abort.abort();
      await Promise.all(all().map(({ ended }) => ended));
    },
  };
}

function summaryOf(job: Job, reader: { readonly id: number }): JobSummary {
  const { id, kind, state, actor, startedAt, endedAt, progress, step, waitingFor, problem } = job;
  const mine = actor.id === reader.id;
  return {
    id,
    kind,
    state,
    actor: { id: actor.id, name: actor.name },
    mine,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    // Labels name posts, which not everybody may read.
    progress: progress && (mine ? progress : { ...progress, label: '' }),
    step,
    waitingFor,
    stopping: state === 'running' && job.abort.signal.aborted,
    problem,
  };
}
