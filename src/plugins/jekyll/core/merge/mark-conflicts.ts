import { commonEol } from '../text/lines';
import { compareTexts, mergedLines } from './compare';
import type { MergeLabels } from './types';

/**
 * The merged text with both sides of each conflict between markers, for a person to edit: Git's
 * diff3 style, `ours` first. Without a conflict it is the merged text.
 *
 * Markers are longer than seven characters where a text has lines that look like them, as a
 * heading underlined by `=======` does.
 */
export function markConflicts(
  base: string,
  ours: string,
  theirs: string,
  labels: MergeLabels,
): string {
  const comparison = compareTexts(base, ours, theirs);
  const { lines } = comparison;
  const merged = mergedLines(comparison, ({ base: b, ours: o, theirs: t }) => {
    const size = markerSize([base, ours, theirs]);
    const eol = commonEol(lines.base.join('') || lines.ours.join(''));
    const mark = (sign: string, label: string) =>
      `${sign.repeat(size)}${label === '' ? '' : ` ${label}`}${eol}`;
    return [
      mark('<', labels.ours),
      ...lines.ours.slice(...o),
      mark('|', labels.base),
      ...lines.base.slice(...b),
      mark('=', ''),
      ...lines.theirs.slice(...t),
      mark('>', labels.theirs),
    ];
  });
  return lines.join(merged);
}

function markerSize(texts: readonly string[]): number {
  const runs = texts.flatMap((text) => text.match(/^(?:<{7,}|\|{7,}|={7,}|>{7,})(?=\s|$)/gm) ?? []);
  return runs.reduce((size, run) => Math.max(size, run.length + 1), 7);
}

/**
 * Whether a text that a person made of both sides still has a marker in it. A line that one of the
 * sides says is none, such as one in a post about Git.
 */
export function hasMarkers(text: string, sides: readonly string[]): boolean {
  const known = new Set(sides.flatMap((side) => side.split(/\r?\n/)));
  return text
    .split(/\r?\n/)
    .some((line) => /^(?:<{7,}|>{7,})(?: |$)/.test(line) && !known.has(line));
}
