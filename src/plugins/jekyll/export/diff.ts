import { createTwoFilesPatch } from 'diff';

/** A unified diff of one file, with paths as Git prints them. */
export function unifiedDiff(from: string, to: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${from}`, `b/${to}`, before, after, undefined, undefined, {
    context: 3,
  });
  // The library's own rule above the headers is no part of Git's format.
  return patch.replace(/^=+\n/, '');
}
