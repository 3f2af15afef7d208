import type { BlogState } from '../../../contracts/status';
import type { ExportAction } from '../../../contracts/report';
import type { TextKey } from '../publishing/use-text';

/** What the next export does about it. */
export const STATE_HELP: Readonly<Record<BlogState, TextKey>> = {
  'in-step': 'blog.help.in-step',
  changed: 'blog.help.changed',
  new: 'blog.help.new',
  'to-remove': 'blog.help.to-remove',
  waiting: 'blog.help.waiting',
  'left-out': 'blog.help.left-out',
  conflict: 'blog.help.conflict',
  refused: 'blog.help.refused',
  draft: 'blog.help.draft',
  missing: 'blog.help.missing',
};

/** States about which an export does something. */
export const isExportable = (state: BlogState): boolean =>
  state === 'changed' || state === 'new' || state === 'to-remove';

/** What an export is going to do with a file. */
export const PLAN_TEXT: Readonly<Record<ExportAction, TextKey>> = {
  add: 'blog.plan.add',
  change: 'blog.plan.change',
  rename: 'blog.plan.rename',
  delete: 'blog.plan.delete',
  same: 'blog.plan.same',
  conflict: 'blog.plan.conflict',
  refused: 'blog.plan.refused',
};
