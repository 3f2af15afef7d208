import { createTwoFilesPatch } from 'diff';

/** A unified diff of one file, with paths as Git prints them, and the names of the sides behind. */
export function unifiedDiff(
  from: string,
  to: string,
  before: string,
  after: string,
  [left, right]: readonly [string?, string?] = [],
): string {
  const options = { context: 3 };
  const patch = createTwoFilesPatch(`a/${from}`, `b/${to}`, before, after, left, right, options);
  // The library's own rule above the headers is no part of Git's format.
  return patch.replace(/^=+\n/, '');
}
