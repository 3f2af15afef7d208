import { createTwoFilesPatch } from 'diff';

/** A unified diff of one file, with paths as Git prints them. */
export function unifiedDiff(from: string, to: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${from}`, `b/${to}`, before, after, '', '', { context: 3 });
}
