/** Removals that a run makes without being told to: more look like an accident. */
const FREE_REMOVALS = 5;

/**
 * Law 6: a run that would remove more than five posts, or more than one and a tenth of all, stops
 * and asks. A single one is what somebody withdrew, never a mass removal.
 */
export const isMassRemoval = (removals: number, recorded: number): boolean =>
  removals > FREE_REMOVALS || (removals > 1 && removals > recorded / 10);
