import type { JobKind } from '../../../contracts/jobs';
import { EXPORT_ACTION, IMPORT_ACTION, SEE_ACTION } from '../../../contracts/rights';

interface Kind {
  /** The right to start one, and to see that one is at work. */
  readonly action: string;
  /**
   * `site`: one at a time, whoever starts it. `user`: it only looks; everybody may have one of their
   * own, and a new one takes the place of theirs that is still at work.
   */
  readonly one: 'site' | 'user';
}

export const JOB_KINDS: Readonly<Record<JobKind, Kind>> = {
  'export-plan': { action: EXPORT_ACTION, one: 'user' },
  export: { action: EXPORT_ACTION, one: 'site' },
  'import-plan': { action: IMPORT_ACTION, one: 'user' },
  import: { action: IMPORT_ACTION, one: 'site' },
  'link-look': { action: SEE_ACTION, one: 'site' },
};

/** The rights of which one is enough to ask about jobs. */
export const JOB_ACTIONS: readonly string[] = [
  ...new Set(Object.values(JOB_KINDS).map(({ action }) => action)),
];
