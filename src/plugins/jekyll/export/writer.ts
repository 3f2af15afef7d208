import type { ExportedFile, ExportReport } from '../contracts/report';
import type { Problem } from '../core/problem';
import type { Outcome, StagedUnit } from './apply';
import { namesOf, type Note } from './note';
import { NOT_TAKEN_BACK } from './problems';

/** Takes the units of a run, and carries them out. */
export interface Writer {
  /** @returns number of the unit */
  add(unit: StagedUnit<Note>): Promise<number>;
  /** Takes a unit back: it is not carried out. */
  leaveOut(unit: number): void;
  /** Does what was added, settles it in the database, commits and pushes. */
  carryOut(files: readonly ExportedFile[]): Promise<Omit<ExportReport, 'totals'>>;
  /** Takes away what was prepared and not carried out. */
  discard(): Promise<void>;
}

/** For a dry run. */
export const NO_WRITER: Writer = {
  add: () => Promise.resolve(0),
  leaveOut: () => undefined,
  carryOut: () => Promise.reject(new Error('A dry run carries nothing out.')),
  discard: () => Promise.resolve(),
};

/** The report after the fact: files that were not written after all, and problems found on the way. */
export function withOutcome(
  files: readonly ExportedFile[],
  left: readonly Outcome<Note>[],
  found: ReadonlyMap<string, readonly Problem[]>,
): ExportedFile[] {
  const undone = new Map(
    left.flatMap((outcome) => namesOf(outcome.note).map(([path]) => [path, outcome] as const)),
  );
  return files.map(({ pulled, ...file }) => {
    const outcome = undone.get(file.path);
    const problems = [...file.problems, ...(found.get(file.path) ?? [])];
    const taken = pulled && !problems.some(({ code }) => code === NOT_TAKEN_BACK) ? { pulled } : {};
    if (!outcome) return { ...file, ...taken, problems };
    const action = outcome.status === 'changed-meanwhile' ? 'conflict' : 'refused';
    return {
      ...file,
      action,
      problems: [...problems, ...(outcome.problem ? [outcome.problem] : [])],
    };
  });
}
