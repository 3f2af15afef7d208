import type { ExportReport } from '../../../contracts/report';
import type { Problem } from '../../../core/problem';

/** What an export came to, for a sentence about it. */
export interface Outcome {
  /** `some`: files were left alone, and a person has to look at them. */
  readonly kind: 'written' | 'nothing' | 'some';
  readonly written: number;
  /** Posts that were left alone. */
  readonly left: number;
  readonly commit: string | null;
  /** Why files were left alone, and what concerns the whole run. */
  readonly problems: readonly Problem[];
}

const WRITTEN = ['add', 'change', 'rename', 'delete'] as const;

export function outcomeOf(report: ExportReport): Outcome {
  const { totals, files, commit } = report;
  const written = WRITTEN.reduce((sum, action) => sum + totals[action], 0);
  const left = files.filter(({ action }) => action === 'conflict' || action === 'refused');
  const problems = [...left.flatMap((file) => file.problems), ...report.problems];
  const kind = left.length > 0 ? 'some' : written > 0 ? 'written' : 'nothing';
  return { kind, written, left: left.length, commit, problems };
}
