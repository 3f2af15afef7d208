/** Bytes that one piece of a line has at most, as in Git's `diffcore-delta.c`. */
const PIECE = 64;

/**
 * Share of content that two texts have in common, 0 to 1, as Git's rename detection counts it: the
 * bytes of lines (long ones in pieces) found in both, in any order, over those of the longer text.
 * Git takes a file for a renamed one from 0.5 on.
 */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const size = Math.max(Buffer.byteLength(a), Buffer.byteLength(b));
  const left = piecesOf(a);
  let common = 0;
  for (const [piece, count] of piecesOf(b)) {
    common += Math.min(count, left.get(piece) ?? 0) * piece.length;
  }
  return common / size;
}

/** How often each piece is there, as bytes (one character each). CRLF counts as LF. */
function piecesOf(text: string): Map<string, number> {
  const bytes = Buffer.from(text.replace(/\r\n/g, '\n')).toString('latin1');
  const counts = new Map<string, number>();
  const pieces = new RegExp(`[^\\n]{0,${PIECE - 1}}\\n|[^\\n]{1,${PIECE}}`, 'g');
  for (const [piece] of bytes.matchAll(pieces)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}
