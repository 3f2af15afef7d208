import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm, rmdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reached } from '../crash-points';
import { foreignStage, stageInUse } from './errors';

/**
 * Where a run keeps what it is about to do: in the blog, so that a rename brings a file to its place;
 * behind a dot, so that Jekyll leaves it out. It holds one folder, named after the run:
 * a process that lost its lease and wakes up can't meddle with the run of its successor.
 */
const STAGE = '.jekyll-cms';
const RUN = /^run-[0-9a-f]{16}$/;
const NUMBER = /^\d+$/;
const IGNORE_ALL = '*\n';

/** Places in the stage of one run; absolute. */
export interface StageFolder {
  /** The folder `.jekyll-cms`. */
  readonly root: string;
  /** The folder of the run in it. */
  readonly run: string;
  /** The journal while it is written. */
  readonly openJournal: string;
  /** The journal once it is sealed: where it stands, the run is carried out. */
  readonly journal: string;
  readonly files: string;
  /** The new text of a change. */
  staged(number: number): string;
  /** The old file of a change, once it has been taken away. */
  removed(number: number): string;
}

function stageFolder(blog: string, name: string): StageFolder {
  const root = path.join(blog, STAGE);
  const run = path.join(root, name);
  const files = path.join(run, 'files');
  return {
    root,
    run,
    openJournal: path.join(run, 'journal.part'),
    journal: path.join(run, 'journal'),
    files,
    staged: (number) => path.join(files, String(number)),
    removed: (number) => path.join(run, 'removed', String(number)),
  };
}

/**
 * Makes the stage of a new run.
 * @throws {StageError} where the stage of another run stands
 */
export async function createStageFolder(blog: string): Promise<StageFolder> {
  const stage = stageFolder(blog, `run-${randomBytes(8).toString('hex')}`);
  await mkdir(stage.root).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? stageInUse() : error;
  });
  try {
    await mkdir(stage.run);
    // Before anything else: nobody's `git add -A` is to take the stage along.
    await writeFile(path.join(stage.run, '.gitignore'), IGNORE_ALL);
    await mkdir(stage.files);
    await mkdir(path.join(stage.run, 'removed'));
  } catch (error) {
    await dropStageFolder(stage).catch(() => undefined);
    throw error;
  }
  return stage;
}

/**
 * Finds what an earlier run left.
 *
 * @returns null where there is nothing; `stage` is null where only the empty folder is left
 * @throws {StageError} where something stands there that no run has made; nothing was read from it
 */
export async function findStageFolder(
  blog: string,
): Promise<{ readonly stage: StageFolder | null } | null> {
  const kind = await kindOf(path.join(blog, STAGE));
  if (kind === null) return null;
  if (kind !== 'folder') throw foreignStage(STAGE);
  const names = await readdir(path.join(blog, STAGE));
  const [name] = names;
  if (name === undefined) return { stage: null };
  const foreign = names.find((other) => !RUN.test(other)) ?? names[1];
  if (foreign !== undefined) throw foreignStage(`${STAGE}/${foreign}`);
  await assertOwn(blog, `${STAGE}/${name}`);
  return { stage: stageFolder(blog, name) };
}

const IN_RUN: Readonly<Record<string, 'file' | 'folder'>> = {
  '.gitignore': 'file',
  'journal.part': 'file',
  journal: 'file',
  files: 'folder',
  removed: 'folder',
};

/** @throws {StageError} naming the first thing that is not a run's */
async function assertOwn(blog: string, run: string): Promise<void> {
  if ((await kindOf(path.join(blog, run))) !== 'folder') throw foreignStage(run);
  for (const name of await readdir(path.join(blog, run))) {
    const place = `${run}/${name}`;
    const kind = await kindOf(path.join(blog, place));
    if (!Object.hasOwn(IN_RUN, name) || kind !== IN_RUN[name]) throw foreignStage(place);
    if (kind !== 'folder') continue;
    for (const entry of await readdir(path.join(blog, place), { withFileTypes: true })) {
      if (!NUMBER.test(entry.name) || !entry.isFile()) throw foreignStage(`${place}/${entry.name}`);
    }
  }
}

async function kindOf(at: string): Promise<'file' | 'folder' | 'other' | null> {
  const info = await lstat(at).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (info === null) return null;
  if (info.isDirectory()) return 'folder';
  return info.isFile() ? 'file' : 'other';
}

export const exists = async (at: string): Promise<boolean> => (await kindOf(at)) !== null;

/**
 * Takes a stage away. Its journal goes first: killed after that, the rest is nothing but leftovers.
 * The rule that keeps it out of Git goes last.
 */
export async function dropStageFolder(stage: StageFolder): Promise<void> {
  await unlink(stage.journal).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  reached('stage:unsealed');
  for (const name of ['files', 'removed', 'journal.part']) {
    await rm(path.join(stage.run, name), { recursive: true, force: true });
  }
  await rm(stage.run, { recursive: true, force: true });
  await dropRoot(stage.root);
  reached('stage:dropped');
}

/** Takes away the empty folder `.jekyll-cms`; where another run has begun in it, it stays. */
async function dropRoot(root: string): Promise<void> {
  await rmdir(root).catch((error: NodeJS.ErrnoException) => {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code ?? '')) throw error;
  });
}

/** Takes away what a run left that was killed before it had a folder of its own. */
export const dropEmptyStage = (blog: string): Promise<void> => dropRoot(path.join(blog, STAGE));
