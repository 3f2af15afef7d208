import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { jekyllConfig } from '../config';
import { backoff } from './backoff';
import { carryOut } from './carry-out';
import { planRuns } from './plan-runs';
import { createQueue } from './queue';

/** Exports what the queue holds, one run after the other. Nothing that goes wrong in it throws. */
export interface Worker {
  /** Looks at the queue soon: something was added. */
  wake(): void;
  /** Looks at the queue at once. */
  look(): void;
  /** Waits for a run that is at work, for a while; then cancels it. Starts no other. */
  stop(): Promise<void>;
  readonly working: boolean;
}

/** Milliseconds between two looks while something waits: another process may have added to it. */
const LONGEST_SLEEP = 60_000;
/** Milliseconds that a stop waits for a run, and then for it to be cancelled. */
const STOP_WAIT = 30_000;
const CANCEL_WAIT = 5_000;

export function createWorker(strapi: Core.Strapi): Worker {
  const queue = createQueue(strapi);
  const abort = new AbortController();
  // Timers must not inherit the request, user and transaction of whoever woke the worker.
  const own = new AsyncResource('jekyll-worker');
  let timer: { readonly handle: NodeJS.Timeout; readonly at: number } | null = null;
  let working: Promise<void> | null = null;
  let stopped = false;
  /** Woken while at work: what was added may have come after the last look. */
  let again = false;
  /** Looks at the queue that failed in a row: the database may be away. */
  let troubles = 0;

  function wakeIn(delay: number): void {
    const at = Date.now() + Math.min(Math.max(delay, 0), LONGEST_SLEEP);
    if (stopped || (timer && timer.at <= at)) return;
    if (timer) clearTimeout(timer.handle);
    const handle = own.runInAsyncScope(() => setTimeout(start, at - Date.now()));
    handle.unref();
    timer = { handle, at };
  }

  function start(): void {
    timer = null;
    if (stopped) return;
    if (working) {
      again = true;
      return;
    }
    again = false;
    working = workThrough()
      .then(
        (wakeAt) => {
          troubles = 0;
          working = null;
          if (again) wakeIn(0);
          else if (wakeAt) wakeIn(wakeAt.getTime() - Date.now());
        },
        (error: unknown) => {
          working = null;
          strapi.log.error(`jekyll: the queue of exports could not be worked: ${String(error)}`);
          wakeIn(backoff(troubles));
          troubles += 1;
        },
      )
      .catch(() => undefined);
  }

  /** @returns when to look again */
  async function workThrough(): Promise<Date | null> {
    for (;;) {
      const config = jekyllConfig(strapi);
      const plan = planRuns(await queue.all(), {
        changes: config.autoExport === 'on-publish',
        delay: config.autoExportDelay * 1000,
        now: new Date(),
      });
      if (plan.runs.length === 0) return plan.wakeAt;
      for (const run of plan.runs) {
        if (stopped) return null;
        await carryOut(strapi, queue, run, abort.signal);
      }
    }
  }

  return {
    wake() {
      try {
        wakeIn(jekyllConfig(strapi).autoExportDelay * 1000);
      } catch (error) {
        // Called while an action commits: it must not fail of this.
        strapi.log.error(`jekyll: the queue of exports could not be woken: ${String(error)}`);
      }
    },
    look: () => wakeIn(0),
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer.handle);
      timer = null;
      if (working) await withinTime(working, STOP_WAIT);
      abort.abort(new Error('Strapi shuts down: the export is finished after its next start.'));
      if (working) await withinTime(working, CANCEL_WAIT);
    },
    get working() {
      return working !== null;
    },
  };
}

/** Waits for work that never rejects, no longer than `limit` milliseconds. */
async function withinTime(work: Promise<void>, limit: number): Promise<void> {
  let handle: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, limit);
  });
  await Promise.race([work, timeout]);
  clearTimeout(handle);
}
