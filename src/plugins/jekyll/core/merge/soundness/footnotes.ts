import { labelsIn } from '../../trend-post';
import type { Version, Versions } from './version';

/** A footnote of the merged text that lost its definition. */
export function lostFootnote({ ours, theirs, merged }: Versions): string | undefined {
  const had = [ours, theirs].map((side) => {
    const used = new Set(labelsIn(side.body).used);
    return (label: string) => used.has(label) && side.footnotes.has(label);
  });
  return labelsIn(merged.body).used.find(
    (label) => !merged.footnotes.has(label) && had.some((side) => side(label)),
  );
}

/**
 * A footnote mark that leads to another source than on the side that its line comes from: one side
 * numbered anew, and the other put an old number into the text.
 */
export function strayFootnote({ ours, theirs, merged }: Versions): string | undefined {
  const texts = new Set(merged.footnotes.values());
  const sides = [ours, theirs].map((side) => ({
    side,
    lines: new Set(side.body.split('\n').map((line) => line.trimEnd())),
    texts: new Set(side.footnotes.values()),
  }));
  const agrees = (label: string, side: Version, known: ReadonlySet<string>) => {
    const [said, now] = [side.footnotes.get(label), merged.footnotes.get(label)];
    if (said === now) return true;
    // A definition whose words the other side corrected.
    return said !== undefined && now !== undefined && !texts.has(said) && !known.has(now);
  };
  for (const raw of merged.body.split('\n')) {
    const line = raw.trimEnd();
    for (const label of line.includes('[^') ? usedIn(line) : []) {
      if (!sides.some((one) => one.lines.has(line) && agrees(label, one.side, one.texts)))
        return label;
    }
  }
  return undefined;
}

const usedIn = (line: string): string[] => labelsIn(line.trimStart()).used;
