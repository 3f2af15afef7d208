import type { Answer } from './ask';

/** What is kept of a link. Times are ISO 8601. */
export interface LinkState {
  readonly status: number | null;
  readonly error: string | null;
  readonly checkedAt: string;
  /** Looks in a row that failed. */
  readonly failures: number;
  /** Since when it is broken; null while it is not known to be. */
  readonly brokenSince: string | null;
}

/** Answers that do not change by themselves. */
const GONE = new Set([404, 410]);
/** Looks that must fail in a row where the trouble may pass. */
const PATIENCE = 2;
const HOUR = 60 * 60 * 1000;
/** Milliseconds after which a link is looked at again, one that works and one that does not. */
const AGAIN = { working: 7 * 24 * HOUR, broken: 20 * HOUR };

/** Whether an answer says that the page is away. Servers that send robots away say nothing of it. */
export function isBad({ status, error }: Answer): boolean {
  // An address that may not be called is no dead one: nobody knows.
  if (error === 'private' || error === 'scheme' || error === 'credentials') return false;
  return status === null || GONE.has(status) || status >= 500;
}

export function nextState(before: LinkState | null, answer: Answer, now: Date): LinkState {
  const checkedAt = now.toISOString();
  if (!isBad(answer)) return { ...answer, checkedAt, failures: 0, brokenSince: null };
  const failures = (before?.failures ?? 0) + 1;
  const certain =
    (answer.status !== null && GONE.has(answer.status)) || answer.error === 'not-found';
  const since = before?.brokenSince ?? (certain || failures >= PATIENCE ? checkedAt : null);
  return { ...answer, checkedAt, failures, brokenSince: since };
}

/** Whether a link is to be looked at again. */
export function isDue(state: LinkState | null, now: Date): boolean {
  if (!state) return true;
  const age = now.getTime() - Date.parse(state.checkedAt);
  return age >= (state.failures > 0 ? AGAIN.broken : AGAIN.working);
}
