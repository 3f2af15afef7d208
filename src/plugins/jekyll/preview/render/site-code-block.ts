import type { Marks } from '../site-look/marks';
import { type CodeBlock, labelOf } from './code-block';
import { highlight } from './highlight';
import { decodeHtml, type Piece, printPiece } from './html-pieces';

/**
 * A block of code as the built site has it: kramdown's own elements, coloured, and with a header
 * where the site's layout adds one.
 *
 * @param pieces of the block
 */
export function siteCodeBlock(pieces: readonly Piece[], block: CodeBlock, marks: Marks): string {
  const isCode = (piece: Piece): boolean =>
    piece.kind === 'text' && decodeHtml(piece.text).replace(/\n$/, '') === block.code;
  const at = pieces.findLastIndex(isCode);
  const html = pieces
    .map((piece, index) =>
      index === at ? `${highlight(block.code, block.language)}\n` : printPiece(piece),
    )
    .join('');
  if (!html.startsWith('<div')) return html;
  const bare = marks.codeInPre
    ? html
    : html
        .replace(/<pre class="highlight"><code>/, '<code>')
        .replace(/<\/code><\/pre>(<\/div>\s*<\/div>)$/, '</code>$1');
  const label = labelOf(block);
  const header = (marks.codeHeader ?? '').replace(
    /data-label-text="[^"]*"/,
    () => `data-label-text="${label}"`,
  );
  const wrapper = bare.indexOf('>') + 1;
  return bare.slice(0, wrapper) + header + bare.slice(wrapper);
}
