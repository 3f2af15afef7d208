import { diffArrays } from 'diff';

/** A piece of two texts: in both, only in the new one, or only in the old one. */
export interface DiffPiece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Milliseconds after which two texts count as different from end to end. */
const PATIENCE = 300;

/** Words of any script; the library's own take every syllable of Hangul for a word. */
const tokens = (text: string): string[] => text.match(/\s+|[\p{L}\p{M}\p{N}_]+|./gsu) ?? [];

/** What changed from one text to another, word by word. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const pieces = diffArrays(tokens(before), tokens(after), { timeout: PATIENCE });
  if (!pieces) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return pieces.map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
