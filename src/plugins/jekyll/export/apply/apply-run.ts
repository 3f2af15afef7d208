import type { BlogFolder } from '../../blog/blog-folder';
import { reached } from '../crash-points';
import { applyUnit } from './apply-unit';
import { syncFolder } from './durable';
import { notApplied } from './errors';
import type { Journal, JournaledUnit } from './journal';
import { dropStageFolder, type StageFolder } from './stage-folder';
import type { ApplyContext } from './standing';
import type { AppliedRun, Outcome, RunHandlers, StageOptions } from './types';

/** Units that are put in place before the database hears of them. */
const BATCH = 50;

export interface SealedRun<N> {
  readonly folder: BlogFolder;
  readonly stage: StageFolder;
  readonly journal: Journal<N>;
  readonly recovering: boolean;
}

/**
 * Carries out a sealed journal from its beginning: a batch of renames, the database, the next batch;
 * then the end of the run, then the stage is dropped.
 *
 * @throws {ApplyError} where files could not be written; what stands is settled, the stage stays
 * @throws what a handler throws; the stage stays
 */
export async function applyRun<N>(
  { folder, stage, journal, recovering }: SealedRun<N>,
  { assertHeld }: StageOptions,
  handlers: RunHandlers<N>,
): Promise<AppliedRun<N>> {
  const paths: string[] = [];
  const left: Outcome<N>[] = [];
  for await (const batch of batchesOf(journal.units())) {
    assertHeld?.();
    const context: ApplyContext = { folder, stage, recovering, touched: new Set() };
    const { outcomes, failure } = await applyBatch(context, batch);
    assertHeld?.();
    reached('settle:before');
    if (outcomes.length > 0) await handlers.settle(outcomes, journal.meta);
    reached('settle:after');
    if (failure) throw failure.error;
    for (const outcome of outcomes) {
      if (outcome.problem) left.push(outcome);
      for (const { path, from } of outcome.changes) paths.push(path, ...(from ? [from] : []));
    }
  }
  const run: AppliedRun<N> = { meta: journal.meta, paths, left };
  assertHeld?.();
  reached('finish:before');
  await handlers.finish(run);
  reached('finish:after');
  await dropStageFolder(stage).catch((error: unknown) => {
    throw notApplied('.jekyll-cms', error);
  });
  return run;
}

/** Renames the files of a batch and makes the renames durable; stops at the first failure. */
async function applyBatch<N>(
  context: ApplyContext,
  batch: readonly JournaledUnit<N>[],
): Promise<{ outcomes: Outcome<N>[]; failure: { readonly error: unknown } | null }> {
  const outcomes: Outcome<N>[] = [];
  try {
    for (const unit of batch) outcomes.push(await applyUnit(context, unit));
  } catch (error) {
    return { outcomes, failure: { error } };
  } finally {
    for (const dir of context.touched) {
      await syncFolder(dir).catch((error: unknown) => {
        throw notApplied(dir, error);
      });
    }
  }
  return { outcomes, failure: null };
}

async function* batchesOf<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
