import type { Problem } from '../../core/problem';
import * as problems from '../problems';
import type { Marks } from '../site-look/marks';
import { codeBlock, readCodeBlock } from './code-block';
import { siteCodeBlock } from './site-code-block';
import {
  type Attribute,
  attributeOf,
  decodeHtml,
  escapeHtml,
  type OpenTag,
  type Piece,
  printOpen,
  printPiece,
} from './html-pieces';
import { setMath } from './math';

export interface RefineContext {
  /** The theme sets formulas (`math: true`). */
  readonly math: boolean;
  /** The theme draws diagrams (`mermaid: true`). */
  readonly mermaid: boolean;
  /** Code blocks have line numbers, as kramdown's `syntax_highlighter_opts` of the site say. */
  readonly lineNumbers: boolean;
  /** What the layout of the built site does; null: what Chirpy's does. */
  readonly marks: Marks | null;
  /** Address under which the preview shows a medium; null where nobody has it. */
  media(address: string): string | null;
  note(problem: Problem): void;
}

export interface TocHeading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

export interface Refined {
  readonly html: string;
  readonly headings: readonly TocHeading[];
}

const CHIRPY = { tableWrapper: true, imageLink: true, anchor: '#' };
const DROPPED = new Set([
  'base',
  'link',
  'meta',
  'object',
  'embed',
  'applet',
  'frame',
  'frameset',
  'form',
  'html',
  'head',
  'body',
]);
/** Where the theme's MathJax looks for no formula. */
const NO_MATH = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'textarea', 'svg']);
const FORMULA = /\$\$[^$]|\\\[|\\\(|\\begin\{/;
const HEADING = /^h[2-5]$/;
const VOID = new Set(['img', 'br', 'hr', 'input', 'source', 'wbr', 'col', 'area', 'track']);

/** Addresses of the media that a page shows, as they stand in it. */
export const mediaOf = (pieces: readonly Piece[]): string[] => [
  ...new Set(
    pieces.flatMap((piece) => {
      if (piece.kind !== 'open' || piece.name !== 'img') return [];
      const source = attributeOf(piece, 'src') ?? attributeOf(piece, 'data-src');
      return source === null ? [] : [decodeHtml(source)];
    }),
  ),
];

/**
 * What Chirpy makes of kramdown's HTML (its `refactor-content.html`, and the scripts of its pages):
 * tables get a wrapper, code a header, headings an anchor, images a link and a caption, formulas are
 * set. On the way everything is taken out that would run, or leave the page.
 */
export function refine(pieces: readonly Piece[], context: RefineContext): Refined {
  const headings: TocHeading[] = [];
  const out: string[] = [];
  let noMath = 0;
  let links = 0;
  let heading: { level: number; id: string; text: string } | null = null;
  let active = false;
  let formula = false;
  const { tableWrapper, anchor: sign } = context.marks ?? CHIRPY;

  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind === 'comment') continue;
    if (piece.kind === 'raw') {
      out.push(piece.text);
      continue;
    }
    if (piece.kind === 'text') {
      if (heading) heading.text += decodeHtml(piece.text);
      const here = noMath === 0;
      if (here && !context.math && !formula && FORMULA.test(piece.text)) formula = true;
      out.push(
        here && context.math
          ? setMath(piece.text, ({ tex, message }) => context.note(problems.badMath(tex, message)))
          : piece.text,
      );
      continue;
    }
    if (piece.kind === 'close') {
      if (DROPPED.has(piece.name)) continue;
      if (NO_MATH.has(piece.name)) noMath = Math.max(0, noMath - 1);
      if (piece.name === 'a') links = Math.max(0, links - 1);
      if (heading && HEADING.test(piece.name)) {
        if (sign !== null) out.push(`</span>${anchor(heading.id, sign)}`);
        if (heading.id !== '') headings.push({ ...heading, text: heading.text.trim() });
        heading = null;
      }
      out.push(printPiece(piece));
      if (piece.name === 'table' && tableWrapper) out.push('</div>');
      continue;
    }

    const block = readCodeBlock(pieces, at);
    if (block) {
      if (block.language === 'mermaid' && !context.mermaid) context.note(problems.mermaidOff());
      const drawn = block.language === 'mermaid' && context.mermaid;
      out.push(
        context.marks && !drawn
          ? siteCodeBlock(pieces.slice(at, block.end + 1), block, context.marks)
          : codeBlock(block, context),
      );
      at = block.end;
      continue;
    }
    if (piece.name === 'script') {
      active = true;
      at = skipTo(pieces, at, 'script');
      continue;
    }
    if (DROPPED.has(piece.name)) continue;
    if (piece.name === 'iframe') {
      out.push(frame(piece));
      at = skipTo(pieces, at, 'iframe');
      continue;
    }
    const { tag, stripped } = harmless(piece);
    active ||= stripped;
    if (tag.name === 'img') {
      out.push(image(tag, context, links > 0));
      continue;
    }
    if (tag.name === 'video' || tag.name === 'audio') {
      const source = attributeOf(tag, 'src');
      if (source === null || !/^https?:/i.test(source)) {
        out.push(mediaBox(tag.name, source ?? ''));
        at = skipTo(pieces, at, tag.name);
        continue;
      }
    }
    if (NO_MATH.has(tag.name) && !tag.selfClosing) noMath += 1;
    if (tag.name === 'table' && tableWrapper) out.push('<div class="table-wrapper">');
    if (tag.name === 'a') {
      links += 1;
      out.push(printOpen(link(tag)));
      continue;
    }
    out.push(printOpen(VOID.has(tag.name) ? tag : { ...tag, selfClosing: false }));
    if (HEADING.test(tag.name)) {
      const id = decodeHtml(attributeOf(tag, 'id') ?? '');
      heading = { level: Number(tag.name[1]), id, text: '' };
      if (sign !== null) out.push('<span class="me-2">');
    }
  }
  if (active) context.note(problems.scriptLeftOut());
  if (formula) context.note(problems.mathOff());
  return { html: out.join(''), headings };
}

const anchor = (id: string, sign: string): string =>
  id === ''
    ? ''
    : `<a href="#${escapeHtml(encodeURIComponent(id))}" class="anchor text-muted" aria-hidden="true" tabindex="-1">${sign}</a>`;

/** Index of the element's closing tag; of its opening tag where it is never closed. */
export function skipTo(pieces: readonly Piece[], from: number, name: string): number {
  for (let at = from + 1; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece?.kind === 'close' && piece.name === name) return at;
  }
  return from;
}

const RUNS = /^(?:javascript|vbscript|data:text\/html)/i;
const ADDRESSES = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster']);

/** Without what would run. The page's policy forbids it too; here it is also not complained about. */
export function harmless(tag: OpenTag): { tag: OpenTag; stripped: boolean } {
  const kept = tag.attributes.filter(({ name, value }) => {
    if (/^on/.test(name) || name === 'srcdoc') return false;
    // Without blanks and control characters within: a browser ignores them.
    const address = [...decodeHtml(value ?? '')].filter((char) => char > ' ').join('');
    return !(ADDRESSES.has(name) && RUNS.test(address));
  });
  const stripped = kept.length < tag.attributes.length;
  return { tag: stripped ? { ...tag, attributes: kept } : tag, stripped };
}

/** It looks like a link, and leads to nothing: a preview shows one page. */
export const NOWHERE = '#-';

/** Links of the page work, links to the web open beside it, links of the blog say where they lead. */
function link(tag: OpenTag): OpenTag {
  const address = decodeHtml(attributeOf(tag, 'href') ?? '');
  const others = tag.attributes.filter(({ name }) => name !== 'target' && name !== 'ping');
  if (address === '' || address.startsWith('#')) return { ...tag, attributes: others };
  if (/^(?:https?:|\/\/|mailto:)/i.test(address)) {
    return { ...tag, attributes: [...others, ...NEW_TAB.filter(({ name }) => lacks(tag, name))] };
  }
  return {
    ...tag,
    attributes: [
      ...others.filter(({ name }) => name !== 'href' && name !== 'title'),
      { name: 'href', value: NOWHERE },
      { name: 'class', value: `${attributeOf(tag, 'class') ?? ''} blog-link`.trim() },
      { name: 'title', value: escapeHtml(address) },
    ].filter(({ name }, index, all) => all.findLastIndex((one) => one.name === name) === index),
  };
}
const lacks = (tag: OpenTag, name: string): boolean =>
  name === 'target' || attributeOf(tag, name) === null;
const NEW_TAB: readonly Attribute[] = [
  { name: 'target', value: '_blank' },
  { name: 'rel', value: 'noopener noreferrer' },
];

/** Classes that place an image; the theme moves them to the link around it. */
const PLACES = ['left', 'right', 'normal', 'light', 'dark', 'shadow'];

function image(tag: OpenTag, context: RefineContext, linked: boolean): string {
  const { imageLink } = context.marks ?? CHIRPY;
  const address = decodeHtml(attributeOf(tag, 'src') ?? attributeOf(tag, 'data-src') ?? '');
  const alt = attributeOf(tag, 'alt') ?? '';
  const classes = (attributeOf(tag, 'class') ?? '').split(/\s+/).filter(Boolean);
  const line = attributeOf(tag, 'data-line');
  const shown = context.media(address);
  const wrap = (inner: string): string => {
    const places = classes.filter((name) => PLACES.includes(name)).map(escapeHtml);
    const name = ['popup', 'img-link', ...places].join(' ');
    return linked || !imageLink ? inner : `<a class="${name}">${inner}</a>`;
  };
  if (shown === null) {
    context.note(problems.missingImage(address));
    return wrap(
      `<span class="preview-missing" role="img" aria-label="${alt}">${escapeHtml(address)}</span>`,
    );
  }
  const size = (short: string, long: string): Attribute[] => {
    const value = attributeOf(tag, long) ?? attributeOf(tag, short);
    return value === null ? [] : [{ name: long, value }];
  };
  const attributes: Attribute[] = [
    { name: 'src', value: escapeHtml(shown) },
    { name: 'alt', value: alt },
    ...size('w', 'width'),
    ...size('h', 'height'),
    ...(classes.length > 0 ? [{ name: 'class', value: classes.join(' ') }] : []),
    ...(['style', 'title', 'id'] as const).flatMap((name) => {
      const value = attributeOf(tag, name);
      return value === null ? [] : [{ name, value }];
    }),
    ...(line === null ? [] : [{ name: 'data-line', value: line }]),
    { name: 'loading', value: 'lazy' },
  ];
  return wrap(printOpen({ ...tag, attributes, selfClosing: false }));
}

/** A frame of another site is named, never loaded. */
export function frame(tag: OpenTag): string {
  const address = decodeHtml(attributeOf(tag, 'src') ?? '');
  return embed(attributeOf(tag, 'title') || hostOf(address) || 'iframe', address);
}

const hostOf = (address: string): string =>
  /^(?:https?:)?\/\/([^/?#]+)/i.exec(address)?.[1]?.replace(/^www\./, '') ?? '';

const mediaBox = (kind: string, address: string): string => embed(kind, decodeHtml(address));

/** Stands where the page has a player or a frame. */
export function embed(label: string, address: string): string {
  const open = /^https?:/i.test(address)
    ? `<a href="${escapeHtml(address)}" target="_blank" rel="noopener noreferrer">${escapeHtml(address)}</a>`
    : escapeHtml(address);
  return `<div class="preview-embed"><span>▶ ${escapeHtml(label)}</span><small>${open}</small></div>`;
}
