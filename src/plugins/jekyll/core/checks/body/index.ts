import { once } from '../../once';
import { type Footnotes, readFootnotes } from './footnotes';
import { lineAt, lineStarts } from './lines';
import { type Links, readLinks } from './links';
import { blanked, type LiquidToken, readLiquid, withoutLiquid } from './liquid';
import { parseBody, type Parsed } from './parsed';
import { type Region, readRegions, type RegionKind } from './regions';

/** A body and what stands in it. Offsets count in `text`; each part is read when first asked for. */
export interface Body {
  /** LF. */
  readonly text: string;
  /** False where the front matter says `render_with_liquid: false`. */
  readonly hasLiquid: boolean;
  readonly liquid: readonly LiquidToken[];
  /** What Liquid hands to kramdown, as long as `text`. */
  readonly markdown: string;
  readonly regions: readonly Region[];
  /** Running text: code, math, comments and HTML tags are blanks. As long as `text`. */
  readonly prose: string;
  readonly footnotes: Footnotes;
  readonly links: Links;
  /** What kramdown makes of it. */
  readonly parsed: Parsed;
  /** The code, math, comment or HTML that an offset lies in. */
  regionAt(offset: number): Region | null;
  /** Line and column of an offset, both from 1. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/** @param source the text after the front matter, with any ends of line */
export function readBody(source: string, hasLiquid: boolean): Body {
  const text = source.replace(/\r\n?/g, '\n');
  const starts = lineStarts(text);
  const liquid = once(() => (hasLiquid ? readLiquid(text) : []));
  const markdown = once(() => withoutLiquid(text, liquid()));
  const regions = once(() => readRegions(markdown()));
  const prose = once(() => withoutRegions(markdown(), regions()));
  const footnotes = once(() => readFootnotes(markdown(), prose()));
  const links = once(() => readLinks(text, markdown(), regions(), prose()));
  const parsed = once(() => parseBody(markdown()));
  return {
    text,
    hasLiquid,
    get liquid() {
      return liquid();
    },
    get markdown() {
      return markdown();
    },
    get regions() {
      return regions();
    },
    get prose() {
      return prose();
    },
    get footnotes() {
      return footnotes();
    },
    get links() {
      return links();
    },
    get parsed() {
      return parsed();
    },
    regionAt(offset) {
      const all = regions();
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((all[middle]?.end ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      const region = all[low];
      return region && region.start <= offset ? region : null;
    },
    placeOf(offset) {
      const line = lineAt(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
  };
}

/** Of HTML blocks the tags are blanked, and of those that hold no Markdown the text too. */
function withoutRegions(text: string, regions: readonly Region[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of regions) {
    if (start < at) continue;
    out += text.slice(at, start) + blanked(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}

export type { Footnotes, FootnoteDefinition, FootnoteUse } from './footnotes';
export type { BodyLink, Image, Links } from './links';
export { type LiquidToken, readLiquid } from './liquid';
export type { Heading, Lines, Parsed } from './parsed';
export type { Region, RegionKind };
