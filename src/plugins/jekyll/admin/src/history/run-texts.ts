import type { RunKind, RunState, RunSummary, RunTrigger } from '../../../contracts/runs';
import type { TextKey } from '../publishing/use-text';

export const KIND_TEXT: Readonly<Record<RunKind, TextKey>> = {
  export: 'history.kind.export',
  import: 'history.kind.import',
  resolve: 'history.kind.resolve',
};

export const TRIGGER_TEXT: Readonly<Record<RunTrigger, TextKey>> = {
  publish: 'history.trigger.publish',
  schedule: 'history.trigger.schedule',
  retry: 'history.trigger.retry',
  command: 'history.trigger.command',
  admin: 'history.trigger.admin',
};

export const STATE_TEXT: Readonly<Record<RunState, TextKey>> = {
  running: 'history.state.running',
  done: 'history.state.done',
  conflicts: 'history.state.conflicts',
  failed: 'history.state.failed',
  interrupted: 'history.state.interrupted',
};

export const STATE_VARIANT = {
  running: 'primary',
  done: 'success',
  conflicts: 'warning',
  failed: 'danger',
  interrupted: 'neutral',
} as const satisfies Record<RunState, string>;

/** What a list counts of a run: neither what stayed as it was, nor what the parts hold. */
const COUNTED = ['add', 'change', 'rename', 'delete', 'conflict', 'refused'] as const;
const COUNTED_IMPORT = ['created', 'updated', 'skipped', 'failed'] as const;
type Counted = (typeof COUNTED)[number] | (typeof COUNTED_IMPORT)[number];

export const ACTION_TEXT: Readonly<Record<Counted | 'same', TextKey>> = {
  add: 'files.add',
  change: 'files.change',
  rename: 'files.rename',
  delete: 'files.delete',
  conflict: 'files.conflict',
  refused: 'files.refused',
  same: 'files.same',
  created: 'files.created',
  updated: 'files.updated',
  skipped: 'files.skipped',
  failed: 'files.failed',
};

/** Counts that a run has, in a fixed order; those that are 0 left out. */
export function countsOf({ kind, totals }: Pick<RunSummary, 'kind' | 'totals'>) {
  const actions: readonly Counted[] = kind === 'import' ? COUNTED_IMPORT : COUNTED;
  return actions.flatMap((action) => {
    const count = totals?.[action] ?? 0;
    return count > 0 ? [{ action, count, key: ACTION_TEXT[action] }] : [];
  });
}

/** Milliseconds as people read them. */
export function durationOf(milliseconds: number, language: string): string {
  const unit = (value: number, name: 'second' | 'minute', digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    }).format(value);
  const seconds = milliseconds / 1000;
  if (seconds < 60) return unit(seconds, 'second', seconds < 10 ? 1 : 0);
  const minutes = Math.floor(seconds / 60);
  return `${unit(minutes, 'minute')} ${unit(Math.floor(seconds % 60), 'second')}`;
}
