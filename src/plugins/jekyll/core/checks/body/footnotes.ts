import { LABEL, scanBlocks } from '../../trend-post/blocks';
import { splitLines } from '../../trend-post/lines';
import { lineStarts } from './lines';

export interface FootnoteUse {
  readonly label: string;
  readonly offset: number;
}

export interface FootnoteDefinition {
  readonly label: string;
  /** Markdown, LF, without the mark. */
  readonly text: string;
  readonly offset: number;
}

/** Footnotes of a body as kramdown reads them. */
export interface Footnotes {
  readonly uses: readonly FootnoteUse[];
  readonly definitions: readonly FootnoteDefinition[];
  /** Marks whose name kramdown does not take: it leaves them as text. */
  readonly oddUses: readonly FootnoteUse[];
  /** Lines that look like definitions of such names: kramdown drops them. */
  readonly oddDefinitions: readonly FootnoteUse[];
}

/** A mark, whatever its name. */
const MARK = /(\\?)\[\^([^\]\n[]{1,80})\](:?)/g;
const NONE: Footnotes = { uses: [], definitions: [], oddUses: [], oddDefinitions: [] };

export function readFootnotes(markdown: string, prose: string): Footnotes {
  if (!markdown.includes('[^')) return NONE;
  const lines = splitLines(markdown);
  const starts = lineStarts(markdown);
  const definitions = scanBlocks(lines).definitions.map(({ label, text, start }) => ({
    label,
    text,
    offset: (starts[start] ?? 0) + (lines[start]?.text.indexOf('[^') ?? 0),
  }));
  const places = new Set(definitions.map(({ offset }) => offset));
  const found = { uses: [] as FootnoteUse[], odd: [] as FootnoteUse[], lines: [] as FootnoteUse[] };
  for (const match of prose.matchAll(MARK)) {
    const [, escape, label = '', colon] = match;
    if (escape || places.has(match.index)) continue;
    const use = { label, offset: match.index };
    if (LABEL.test(label)) found.uses.push(use);
    else if (colon && atLineStart(prose, match.index)) found.lines.push(use);
    else found.odd.push(use);
  }
  return { uses: found.uses, definitions, oddUses: found.odd, oddDefinitions: found.lines };
}

const atLineStart = (text: string, offset: number): boolean =>
  /(?:^|\n) {0,3}$/.test(text.slice(Math.max(0, offset - 4), offset));
