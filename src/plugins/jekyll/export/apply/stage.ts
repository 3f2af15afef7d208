import type { BlogFolder } from '../../blog/blog-folder';
import { reached } from '../crash-points';
import { hashOf } from '../../blog/hash';
import { applyRun } from './apply-run';
import { Lanes, syncFolder, writeDurably } from './durable';
import { notApplied, notStaged } from './errors';
import { createJournal, type JournaledChange, type JournalWriter, readJournal } from './journal';
import { createStageFolder, dropStageFolder, type StageFolder } from './stage-folder';
import type { AppliedRun, FileChange, RunHandlers, StagedUnit, StageOptions } from './types';

/** Files that are written at once while staging. */
const WIDTH = 8;

/** The changes of one run on their way to the disk. Its methods are called one at a time. */
export interface Stage<N> {
  /**
   * Makes the files of a unit ready. Its texts are written in the background, a few at a time.
   *
   * @returns number of the unit
   * @throws {BlogFolderError} where a path can't be used; the stage goes on without the unit
   * @throws {StageError} where the disk takes no more; everything is discarded
   */
  add(unit: StagedUnit<N>): Promise<number>;
  /** Takes a unit back: it is not carried out. */
  leaveOut(unit: number): void;
  /**
   * Waits until the disk has everything and seals the journal. From here on the run is finished even
   * where the process is killed.
   *
   * @throws {StageError} where the disk takes no more; everything is discarded
   */
  seal(meta: unknown): Promise<void>;
  /**
   * Moves the files into place, settles, finishes and drops the stage.
   * @throws see `applyRun`
   */
  apply(handlers: RunHandlers<N>): Promise<AppliedRun<N>>;
  /** Takes the stage away unless it is sealed: a sealed one belongs to the next run. */
  discard(): Promise<void>;
}

/**
 * Begins to collect the changes of a run. Nothing in the blog is touched but the stage's own folder.
 *
 * @throws {StageError} where the stage of another run stands (see {@link recover}), or where the blog
 * can't be written
 */
export async function openStage<N>(folder: BlogFolder, options: StageOptions): Promise<Stage<N>> {
  const { stage, journal } = await create<N>(folder, options);
  const lanes = new Lanes(WIDTH);
  let state: 'open' | 'sealed' | 'closed' = 'open';
  let count = 0;
  let units = 0;
  const without: number[] = [];
  reached('stage:opened');

  const assertState = (expected: typeof state): void => {
    if (state !== expected) throw new Error(`The stage is ${state}, and must be ${expected}.`);
  };
  const close = async (): Promise<void> => {
    state = 'closed';
    await lanes.finished().catch(() => undefined);
    await journal.close().catch(() => undefined);
    await dropStageFolder(stage);
  };
  /** Discards the stage for an error of the disk or of `assertHeld`; what remains, the next run discards. */
  const giveUp = async (error: unknown): Promise<never> => {
    await close().catch(() => undefined);
    throw asStageError(error);
  };
  const journaled = (change: FileChange): JournaledChange => {
    const { bytes, ...rest } = change;
    return { ...rest, number: count++, hash: bytes && hashOf(bytes) };
  };

  return {
    async add({ changes, note }) {
      assertState('open');
      for (const { path, from } of changes) {
        await folder.locate(path);
        if (from) await folder.locate(from.path);
      }
      try {
        const entries = changes.map(journaled);
        for (const [index, { number }] of entries.entries()) {
          const bytes = changes[index]?.bytes;
          if (bytes) await lanes.start(() => writeDurably(stage.staged(number), bytes));
        }
        await journal.append({ changes: entries, note });
      } catch (error) {
        await giveUp(error);
      }
      reached('stage:add');
      return units++;
    },
    leaveOut: (unit) => void without.push(unit),
    async seal(meta) {
      assertState('open');
      try {
        await lanes.finished();
        await syncFolder(stage.files);
        options.assertHeld?.();
        await journal.seal(meta, without);
      } catch (error) {
        await giveUp(error);
      }
      state = 'sealed';
      reached('stage:sealed');
      for (const dir of [stage.run, stage.root, folder.root]) {
        await syncFolder(dir).catch((error: unknown) => {
          throw notApplied('.jekyll-cms', error);
        });
      }
    },
    async apply(handlers) {
      assertState('sealed');
      state = 'closed';
      const sealed = await readJournal<N>(stage, options.key);
      if (!sealed) throw notApplied('.jekyll-cms', new Error('the journal is torn'));
      return applyRun({ folder, stage, journal: sealed, recovering: false }, options, handlers);
    },
    async discard() {
      if (state === 'open') await close();
    },
  };
}

async function create<N>(
  folder: BlogFolder,
  { key }: StageOptions,
): Promise<{ stage: StageFolder; journal: JournalWriter<N> }> {
  try {
    const stage = await createStageFolder(folder.root);
    const journal = await createJournal<N>(stage, key).catch(async (error: unknown) => {
      await dropStageFolder(stage).catch(() => undefined);
      throw error;
    });
    return { stage, journal };
  } catch (error) {
    throw asStageError(error);
  }
}

/** An error of the file system in words; whatever else was thrown stays what it is. */
function asStageError(error: unknown): unknown {
  const isOfSystem = typeof error === 'object' && error !== null && 'syscall' in error;
  return isOfSystem ? notStaged(error) : error;
}
