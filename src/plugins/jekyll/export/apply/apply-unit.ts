import { chmod, lstat, mkdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import { BlogFolderError } from '../../blog/blog-folder';
import { reached } from '../crash-points';
import { outside } from '../problems';
import { isOfOnePlace, notApplied, notWritable, reasonOf } from './errors';
import type { JournaledChange, JournaledUnit } from './journal';
import { exists } from './stage-folder';
import { type ApplyContext, hindranceOf, look, type State, type Step } from './standing';
import type { AppliedChange, Outcome } from './types';

/**
 * Puts the files of one unit in place. What was done before is not done again, so that a run which was
 * killed among the files of a unit is carried on where it stopped.
 *
 * @throws {ApplyError} where the next file could not be written either: a full disk, a missing right
 */
export async function applyUnit<N>(
  context: ApplyContext,
  { changes, note }: JournaledUnit<N>,
): Promise<Outcome<N>> {
  const applied: AppliedChange[] = [];
  let at = changes[0]?.path ?? '';
  context.folder.recheck();
  try {
    const steps: Step[] = [];
    for (const change of changes) {
      at = change.path;
      steps.push(await look(context, change));
    }
    const begun = steps.some(({ state }) => state === 'done');
    const hindrance = steps.map(hindranceOf).find((found) => found !== null);
    if (hindrance && !begun) return { note, changes: [], ...hindrance };
    for (const step of steps) {
      at = step.change.path;
      const done = await carryOut(context, step);
      if (done) applied.push(done);
    }
    return { note, changes: applied, status: 'applied', ...hindrance };
  } catch (error) {
    if (error instanceof BlogFolderError) {
      return { note, changes: applied, status: 'failed', problem: outside(error) };
    }
    if (!isOfOnePlace(error)) throw notApplied(at, error);
    const problem = notWritable(at, reasonOf(error));
    return { note, changes: applied, status: 'failed', problem };
  }
}

/** @returns null where the change had to be left out */
async function carryOut(context: ApplyContext, step: Step): Promise<AppliedChange | null> {
  const { change, state, old } = step;
  const { path: file, number, hash, from } = change;
  if (state === 'changed' || state === 'lost') return null;
  if (hash === null) {
    await removeOld(context, file, number, state);
    return { path: file, hash };
  }
  if (state === 'ready') await moveIn(context, change);
  if (!from || old === 'changed') return { path: file, hash };
  await removeOld(context, from.path, number, old);
  return { path: file, hash, from: from.path };
}

async function moveIn(
  { folder, stage, touched }: ApplyContext,
  { path: file, number, expected }: JournaledChange,
): Promise<void> {
  const at = await folder.locate(file);
  const staged = stage.staged(number);
  if (expected !== null) await chmod(staged, (await lstat(at)).mode & 0o777);
  await rename(staged, at).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await makeFolder(path.dirname(at), touched);
    await rename(staged, at);
  });
  touched.add(path.dirname(at));
  reached('apply:renamed');
}

/** Makes a folder with those above it, one by one: Node's own way hides that a disk is full. */
async function makeFolder(dir: string, touched: Set<string>): Promise<void> {
  if (await exists(dir)) return;
  await makeFolder(path.dirname(dir), touched);
  await mkdir(dir);
  touched.add(path.dirname(dir)).add(dir);
  reached('apply:folder-made');
}

/** The old file goes into the stage, where its name says that it went on purpose. */
async function removeOld(
  context: ApplyContext,
  file: string,
  number: number,
  state: State,
): Promise<void> {
  const { folder, stage, touched } = context;
  const at = await folder.locate(file);
  if (state === 'ready') {
    await rename(at, stage.removed(number));
    touched.add(path.dirname(at));
    reached('apply:old-removed');
  }
  await removeEmptied(context, path.dirname(at));
}

/**
 * Removes folders that a removal emptied, from the inside. Folders at the top of the blog and Jekyll's
 * own (`_posts`) stay: they say how the blog is laid out.
 */
async function removeEmptied({ folder, touched }: ApplyContext, dir: string): Promise<void> {
  let at = dir;
  const isKept = (): boolean =>
    path.dirname(at) === folder.root || at === folder.root || path.basename(at).startsWith('_');
  while (!isKept()) {
    // Most often it is not empty; whatever else keeps it, an empty folder does no harm.
    const gone = await rmdir(at).then(
      () => true,
      () => false,
    );
    if (!gone) return;
    touched.delete(at);
    at = path.dirname(at);
    touched.add(at);
  }
}
