import type { Choice } from '../../../contracts/conflicts';
import type { ConflictSides } from '../../../contracts/report';
import type { Problem } from '../../../core/problem';

/** What decides how a conflict can be settled. */
export interface ConflictKind {
  readonly sides: ConflictSides;
  readonly problems: readonly Problem[];
  /** The CMS never saw the blog hold the post: what stands there is somebody else's file. */
  readonly unknown: boolean;
}

/** How a conflict can be settled, by what the two sides are. */
export function choicesOf({ sides, problems, unknown }: ConflictKind): Choice[] {
  const codes = new Set(problems.map(({ code }) => code));
  if (codes.has('place-taken')) return [];
  if (codes.has('not-ours')) return unknown && sides.blog !== null ? ['blog'] : [];
  const both = sides.blog !== null && sides.cms !== null;
  const choices: Choice[] = ['cms'];
  // A file that was deleted is a choice too; one that cannot be read is none.
  if (!codes.has('not-utf8') && !codes.has('unreadable-in-blog')) choices.push('blog');
  if (both) choices.push('merged');
  return choices;
}
