import { readFile } from 'node:fs/promises';
import type { BlogFolder } from '../../blog/blog-folder';
import { hashOf } from '../../blog/hash';
import { changedMeanwhile, stagedLost } from './errors';
import type { JournaledChange } from './journal';
import { exists, type StageFolder } from './stage-folder';
import type { Outcome } from './types';

/** What moving files of a unit needs. */
export interface ApplyContext {
  readonly folder: BlogFolder;
  readonly stage: StageFolder;
  /** Folders whose names changed since they were last made durable; absolute. */
  readonly touched: Set<string>;
  /** The stage was made by a run that ended early: its texts are looked at before they are used. */
  readonly recovering: boolean;
}

/**
 * How one path stands. `done`: an earlier process of this run did it; `same`: it stands as wanted, by
 * somebody else; `lost`: the text is neither in the stage nor in its place.
 */
export type State = 'ready' | 'done' | 'same' | 'changed' | 'lost';

/** A change with what was found at its paths. */
export interface Step {
  readonly change: JournaledChange;
  readonly state: State;
  /** State of the old file; `same` where there is none. */
  readonly old: State;
}

/** Why a change can't be carried out; null where it can, or was. */
export function hindranceOf({
  change,
  state,
  old,
}: Step): Pick<Outcome<never>, 'status' | 'problem'> | null {
  if (state === 'lost') return { status: 'failed', problem: stagedLost(change.path) };
  const changed = state === 'changed' ? change.path : old === 'changed' ? change.from?.path : null;
  return changed ? { status: 'changed-meanwhile', problem: changedMeanwhile(changed) } : null;
}

/** Looks at the paths of a change as they stand now. */
export async function look(context: ApplyContext, change: JournaledChange): Promise<Step> {
  const { path: file, number, expected, from } = change;
  if (change.hash === null) {
    return { change, state: await lookAtOld(context, file, number, expected), old: 'same' };
  }
  return {
    change,
    state: await lookAtNew(context, change, change.hash),
    old: from ? await lookAtOld(context, from.path, number, from.expected) : 'same',
  };
}

async function lookAtNew(
  { folder, stage, recovering }: ApplyContext,
  { path: file, number, expected }: JournaledChange,
  hash: string,
): Promise<State> {
  const standing = await hashAt(folder, file);
  const staged = stage.staged(number);
  const isStaged = await exists(staged);
  if (standing === hash) return isStaged ? 'same' : 'done';
  // A text that left the stage stood in the blog; what is there now, somebody made of it.
  if (!isStaged) return standing === expected ? 'lost' : 'done';
  if (standing !== expected) return 'changed';
  return recovering && (await hashOfFile(staged)) !== hash ? 'lost' : 'ready';
}

async function lookAtOld(
  { folder, stage }: ApplyContext,
  file: string,
  number: number,
  expected: string | null,
): Promise<State> {
  if (await exists(stage.removed(number))) return 'done';
  const standing = await hashAt(folder, file);
  if (standing === null) return 'same';
  return standing === expected ? 'ready' : 'changed';
}

/** @throws an error of the file system */
async function hashOfFile(at: string): Promise<string> {
  return hashOf(await readFile(at));
}

async function hashAt(folder: BlogFolder, file: string): Promise<string | null> {
  const bytes = await folder.read(file);
  return bytes && hashOf(bytes);
}
