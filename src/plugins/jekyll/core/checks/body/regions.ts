import { scanBlocks } from '../../trend-post/blocks';
import { splitLines } from '../../trend-post/lines';
import { regionEnd } from '../../trend-post/regions';

/** What a stretch of a body is, where it is no running text. */
export type RegionKind = 'code' | 'math' | 'comment' | 'html' | 'extension';

export interface Region {
  readonly kind: RegionKind;
  readonly start: number;
  readonly end: number;
  /** A block of its own lines, or a span within a line. */
  readonly block: boolean;
}

/** Escapes hide what follows them; the rest are spans in which nothing is Markdown. */
const SPAN =
  /\\[\s\S]|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|\$\$[\s\S]*?\$\$|<!--[\s\S]*?-->|<\/?[A-Za-z][^<>\n]*>/g;
const CODE_TAG = /^<(code|pre|kbd|samp|script|style)\b/i;

/**
 * Code, math, comments and HTML of a body, in order, as kramdown finds them: blocks first, spans
 * within the paragraphs that are left.
 */
export function readRegions(text: string): Region[] {
  const lines = splitLines(text);
  const { kinds } = scanBlocks(lines);
  const regions: Region[] = [];
  let offset = 0;
  let paragraph = -1;
  const endParagraph = (): void => {
    if (paragraph >= 0) regions.push(...spansOf(text.slice(paragraph, offset), paragraph));
    paragraph = -1;
  };
  for (let i = 0; i < lines.length; ) {
    let end = i + 1;
    if (kinds[i] === 'raw') {
      endParagraph();
      end = Math.max(regionEnd(lines, i, true), i) + 1;
    } else if (kinds[i] === 'blank') endParagraph();
    else if (paragraph < 0) paragraph = offset;
    let length = 0;
    for (const line of lines.slice(i, end)) length += line.text.length + line.eol.length;
    if (kinds[i] === 'raw') {
      const kind = blockKind(lines[i]?.text ?? '');
      regions.push({ kind, start: offset, end: offset + length, block: true });
    }
    offset += length;
    i = end;
  }
  endParagraph();
  return regions;
}

function blockKind(first: string): RegionKind {
  const text = first.trimStart();
  if (text.startsWith('$$')) return 'math';
  if (text.startsWith('<!--')) return 'comment';
  if (text.startsWith('{::')) return 'extension';
  if (/^ {0,3}</.test(first)) return CODE_TAG.test(text) ? 'code' : 'html';
  return 'code';
}

function spansOf(text: string, at: number): Region[] {
  const found: Region[] = [];
  for (const match of text.matchAll(SPAN)) {
    const [source] = match;
    const first = source[0];
    if (first === '\\') continue;
    const kind: RegionKind =
      first === '`'
        ? 'code'
        : first === '$'
          ? 'math'
          : source.startsWith('<!')
            ? 'comment'
            : 'html';
    const start = at + match.index;
    found.push({ kind, start, end: start + source.length, block: false });
  }
  return found;
}
