import { mappedLines } from './locality';

/**
 * The words that a reader sees of a body, sorted: separators left out, labels replaced by what they
 * point to. Two files with the same words differ in spelling and order only; order is a matter of
 * the fields.
 */
export function visibleWords(body: string): string[] {
  return mappedLines(body)
    .filter((line) => !/^\s*(?:(?:&nbsp;\s*)+|[-*_](?:\s*[-*_]){2,}\s*)$/.test(line))
    .join(' ')
    .replaceAll('[^=', ' [^=')
    .split(/[\s*_#>`~|]+/)
    .filter((word) => word !== '')
    .sort();
}
