import { compareTexts, mergedLines } from './compare';
import { splitLines } from './text-lines';
import type { MergeResult, Span } from './types';

/**
 * Line-based three-way merge of plain texts, byte for byte (CRLF, no final newline, BOM, U+2028).
 * Changes of neighbouring lines don't overlap. Which side is `ours` makes no difference.
 */
export function mergeTexts(base: string, ours: string, theirs: string): MergeResult {
  if (ours === base || ours === theirs) return { text: theirs, conflicts: [] };
  if (theirs === base) return { text: ours, conflicts: [] };
  const comparison = compareTexts(base, ours, theirs);
  const contested = comparison.regions.filter((region) => region.take === null);
  if (contested.length === 0)
    return { text: comparison.lines.join(mergedLines(comparison, () => [])), conflicts: [] };
  const texts = { base: splitLines(base), ours: splitLines(ours), theirs: splitLines(theirs) };
  return {
    text: null,
    conflicts: contested.map((region) => ({
      base: spanOf(texts.base, region.base),
      ours: spanOf(texts.ours, region.ours),
      theirs: spanOf(texts.theirs, region.theirs),
    })),
  };
}

function spanOf(lines: readonly string[], [from, to]: readonly [number, number]): Span {
  return { line: from + 1, text: lines.slice(from, to).join('') };
}
