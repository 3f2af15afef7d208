import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Actor } from '../../../contracts/report';
import type { RunKind, RunTrigger } from '../../../contracts/runs';
import { isBusy } from './busy';
import { outcomeOf, outcomeOfError, type RunReport } from './outcome';
import { createRuns } from './store';

/** What is known of a run when it starts. */
export interface RunMeta {
  readonly kind: RunKind;
  /** Without it: `command` in a process of the command line, `admin` elsewhere. */
  readonly trigger?: RunTrigger | undefined;
  /** null or unset for the command line and schedules. */
  readonly actor?: Actor | null | undefined;
  /** Cancels the run: one that ends so is `interrupted` and has not failed. */
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds between two signs of life of a run. */
export const HEARTBEAT = 15_000;

const recording = new AsyncLocalStorage<true>();

/**
 * Runs `work` and keeps a record of it: running, then what became of it. A run within a run belongs
 * to the outer one, so that whoever knows more about it (the queue knows who published) can record
 * it first. A run that finds the blog busy has done nothing and leaves no record.
 *
 * Not for dry runs, and not within a transaction: the record has to outlive a rollback.
 *
 * @throws what `work` throws; trouble with the record itself is logged and never stops the work
 */
export function recordRun<R extends RunReport>(
  strapi: Core.Strapi,
  meta: RunMeta,
  work: () => Promise<R>,
): Promise<R> {
  if (recording.getStore()) return work();
  return recording.run(true, () => recorded(strapi, meta, work));
}

async function recorded<R extends RunReport>(
  strapi: Core.Strapi,
  { kind, trigger = defaultTrigger(), actor, signal }: RunMeta,
  work: () => Promise<R>,
): Promise<R> {
  const runs = createRuns(strapi);
  const attempt = async <T>(action: Promise<T>): Promise<T | null> =>
    action.catch((error: unknown) => {
      strapi.log.error(`jekyll: the record of a run could not be kept: ${String(error)}`);
      return null;
    });
  const began = performance.now();
  const id = await attempt(runs.start({ kind, trigger, actor: actor ?? null }));
  if (id === null) return work();

  const heartbeat = setInterval(() => void attempt(runs.touch(id)), HEARTBEAT);
  heartbeat.unref();
  const elapsed = () => Math.round(performance.now() - began);
  try {
    const report = await work();
    await attempt(runs.finish(id, outcomeOf(report), elapsed()));
    return report;
  } catch (error) {
    const cancelled = signal?.aborted === true;
    await attempt(
      isBusy(error)
        ? runs.forget(id)
        : runs.finish(id, outcomeOfError(error, cancelled), elapsed()),
    );
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

const defaultTrigger = (): RunTrigger => (process.env['JEKYLL_CLI'] ? 'command' : 'admin');
