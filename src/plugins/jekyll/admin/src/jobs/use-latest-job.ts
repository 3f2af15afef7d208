import * as React from 'react';
import type { JobKind, JobSummary } from '../../../contracts/jobs';
import { useGetJekyllJobsQuery } from './api';

/** Milliseconds between two looks at a job at work, and at the list while none is. */
const POLL = { running: 700, idle: 10_000 };

export interface LatestJob {
  /** The first answer is on its way. */
  readonly isLoading: boolean;
  /** The job at work, else the latest of one's own that is kept; null without one. */
  readonly job: JobSummary | null;
  refetch(): void;
}

/**
 * The job of a kind that the page is to show: found again after the page was left, and followed
 * while it works.
 */
export function useLatestJob(kind: JobKind, { skip = false } = {}): LatestJob {
  const [isRunning, setRunning] = React.useState(false);
  const { data, isLoading, refetch } = useGetJekyllJobsQuery(kind, {
    skip,
    refetchOnMountOrArgChange: true,
    pollingInterval: isRunning ? POLL.running : POLL.idle,
  });
  const running = data?.find(({ state }) => state === 'running');
  const job = running ?? data?.find(({ mine }) => mine) ?? null;
  React.useEffect(() => setRunning(running !== undefined), [running]);
  return { isLoading, job, refetch: () => void refetch() };
}
