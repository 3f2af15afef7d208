import type { Problem } from '../problem';

const nameOf = ({ code, message }: Problem): string => `${code}\n${message.en}`;

/**
 * Findings of a post of which the blog already has some: those are no reason to stop it. An error
 * that the blog's text has too becomes a warning, as often as it stands there.
 *
 * @param before what the checks find in the text that the blog has
 */
export function newErrorsOnly(found: readonly Problem[], before: readonly Problem[]): Problem[] {
  const isKnown = countDown(before);
  return found.map((problem) =>
    problem.severity === 'error' && isKnown(problem)
      ? { ...problem, severity: 'warning' as const }
      : problem,
  );
}

/**
 * Findings that the blog's text does not have yet: what an edit brought.
 *
 * @param before what the checks find in the text that the blog has
 */
export function newFindings(found: readonly Problem[], before: readonly Problem[]): Problem[] {
  const isKnown = countDown(before);
  return found.filter((problem) => !isKnown(problem));
}

/** Says of each finding whether it is one of those from before, as often as it was found then. */
function countDown(before: readonly Problem[]): (problem: Problem) => boolean {
  const known = new Map<string, number>();
  for (const problem of before) known.set(nameOf(problem), (known.get(nameOf(problem)) ?? 0) + 1);
  return (problem) => {
    const left = known.get(nameOf(problem)) ?? 0;
    if (left > 0) known.set(nameOf(problem), left - 1);
    return left > 0;
  };
}
