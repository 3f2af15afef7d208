import type { BlogState, StatusFilter } from '../../../contracts/status';
import type { TextKey } from '../publishing/use-text';

export const FILTER_TEXT: Readonly<Record<StatusFilter, TextKey>> = {
  'in-step': 'status.state.in-step',
  changed: 'status.state.changed',
  new: 'status.state.new',
  'to-remove': 'status.state.to-remove',
  waiting: 'status.state.waiting',
  'left-out': 'status.state.left-out',
  conflict: 'status.state.conflict',
  refused: 'status.state.refused',
  draft: 'status.state.draft',
  missing: 'status.state.missing',
  modified: 'status.state.modified',
  behind: 'status.state.behind',
};

/** Families of the design system's colours: `success100`, `success700`. */
export const STATE_COLOUR = {
  'in-step': 'success',
  changed: 'primary',
  new: 'secondary',
  'to-remove': 'danger',
  waiting: 'alternative',
  'left-out': 'neutral',
  conflict: 'warning',
  refused: 'warning',
  draft: 'neutral',
  missing: 'neutral',
} as const satisfies Record<BlogState, string>;
