import type { BlogFolder } from '../../blog/blog-folder';
import { applyRun } from './apply-run';
import { notApplied } from './errors';
import { readJournal } from './journal';
import {
  dropEmptyStage,
  dropStageFolder,
  exists,
  findStageFolder,
  type StageFolder,
} from './stage-folder';
import type { AppliedRun, RunHandlers, StageOptions } from './types';

/** What was found of an earlier run. `discarded`: it had not begun to change the blog. */
export type Recovered<N> =
  | { readonly status: 'nothing' | 'discarded' }
  | ({ readonly status: 'completed' } & AppliedRun<N>);

/**
 * Ends what a killed run left: a stage that isn't sealed is discarded, a sealed one is carried out.
 * To be called under the lease, before anything reads the blog or the records.
 *
 * @throws {StageError} where `.jekyll-cms` holds something that this CMS has not made
 * @throws {ApplyError} where the blog can't be written still
 * @throws what a handler throws; the stage stays for the next run
 */
export async function recover<N>(
  folder: BlogFolder,
  options: StageOptions,
  handlers: RunHandlers<N>,
): Promise<Recovered<N>> {
  const found = await findStageFolder(folder.root);
  if (!found) return { status: 'nothing' };
  const { stage } = found;
  const journal =
    stage && (await exists(stage.journal)) ? await readJournal<N>(stage, options.key) : null;
  options.assertHeld?.();
  if (stage && journal) {
    const run = await applyRun({ folder, stage, journal, recovering: true }, options, handlers);
    return { status: 'completed', ...run };
  }
  await drop(folder, stage);
  return { status: 'discarded' };
}

async function drop(folder: BlogFolder, stage: StageFolder | null): Promise<void> {
  try {
    if (stage) await dropStageFolder(stage);
    else await dropEmptyStage(folder.root);
  } catch (error) {
    throw notApplied('.jekyll-cms', error);
  }
}
