import { escapeHtml, type OpenTag, type Piece, printOpen, printPiece } from '../render/html-pieces';
import { attributeOf, cutHtml, decodeHtml, withAttribute } from '../render/html-pieces';
import { codeBlock, readCodeBlock } from '../render/code-block';
import { setMath } from '../render/math';
import { frame, harmless, NOWHERE, skipTo } from '../render/refine';
import { type OwnAddresses, ownCss, pathOnSite } from '../own-address';
import { ASSETS } from '../page/assets';

export interface SiteHtmlOptions extends OwnAddresses {
  readonly math: boolean;
  readonly mermaid: boolean;
  /** Prefix of every file of the site, without a slash at its end; relative to the page. */
  readonly files: string;
  /** Stands before all else of the page: nothing in it can swallow what stands here. */
  readonly head: string;
}

const DROPPED = new Set(['base', 'object', 'embed', 'applet', 'frame', 'frameset', 'form']);
const NO_MATH = new Set(['code', 'pre', 'kbd', 'samp', 'style', 'svg', 'title', 'textarea']);
/** Classes under which a theme hides a picture until its script has loaded it. */
const WAITING = /\b(?:lazyload|lazy|shimmer|blur|preview-img-loading)\b/g;

/**
 * A page of the built site as a preview may show it: its scripts are gone, its files come from
 * behind the signed address, and what its scripts would have done to the text (pictures that load
 * late, formulas, diagrams) is done.
 */
export function siteHtml(html: string, options: SiteHtmlOptions): string {
  const { files, head } = options;
  const pieces = cutHtml(html);
  const local = (address: string): string | null => {
    const path = pathOnSite(address, options);
    return path === null ? null : files + path;
  };
  const out: string[] = ['<!doctype html>\n'];
  let noMath = 0;
  let headed = false;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    if (piece.kind === 'text') {
      out.push(options.math && noMath === 0 ? setMath(piece.text, () => undefined) : piece.text);
      continue;
    }
    if (piece.kind === 'comment') continue;
    if (piece.kind === 'close') {
      if (NO_MATH.has(piece.name)) noMath = Math.max(0, noMath - 1);
      if (!DROPPED.has(piece.name)) out.push(printPiece(piece));
      continue;
    }
    if (piece.kind === 'raw') {
      const before = pieces[at - 1];
      const isStyle = before?.kind === 'open' && before.name === 'style';
      out.push(isStyle ? ownCss(piece.text, files, options) : piece.text);
      continue;
    }
    if (piece.name === 'script' || piece.name === 'noscript') {
      at = skipTo(pieces, at, piece.name);
      continue;
    }
    if (piece.name === 'iframe') {
      out.push(frame(piece));
      at = skipTo(pieces, at, 'iframe');
      continue;
    }
    if (DROPPED.has(piece.name)) continue;
    const block = options.mermaid ? readCodeBlock(pieces, at) : null;
    if (block?.language === 'mermaid') {
      out.push(codeBlock(block, { mermaid: true, lineNumbers: false }));
      at = block.end;
      continue;
    }
    if (NO_MATH.has(piece.name) && !piece.selfClosing) noMath += 1;
    const tag = ownAddresses(harmless(piece).tag, local);
    if (tag) out.push(printOpen(tag));
    // Before all else of the page: nothing in it can swallow our script.
    if (!headed && (piece.name === 'head' || piece.name === 'body')) {
      headed = true;
      out.push(head);
    }
  }
  if (!headed) out.splice(1, 0, head);
  return out.join('');
}

/** A page of the built site, with our one script. */
export const sitePage = (
  html: string,
  { nonce, ...options }: Omit<SiteHtmlOptions, 'head'> & { readonly nonce: string },
): string =>
  siteHtml(html, {
    ...options,
    head:
      `<link rel="stylesheet" href="${ASSETS}/katex.min.css">` +
      `<script nonce="${nonce}" src="${ASSETS}/page.js" defer></script>`,
  });

function ownAddresses(tag: OpenTag, local: (address: string) => string | null): OpenTag | null {
  const value = (name: string): string => decodeHtml(attributeOf(tag, name) ?? '').trim();
  switch (tag.name) {
    case 'meta':
      return attributeOf(tag, 'http-equiv') === null ? tag : null;
    case 'link': {
      const href = local(value('href'));
      const shown = /(?:^|\s)(?:stylesheet|icon)(?:\s|$)/i.test(value('rel'));
      // Style sheets of other hosts are not asked for.
      return shown && href !== null ? withAttribute(tag, 'href', href) : null;
    }
    case 'img': {
      const source = value('data-src') || value('src');
      const src = local(source) ?? source;
      const classes = value('class').replace(WAITING, '').replace(/\s+/g, ' ').trim();
      const kept = tag.attributes.filter(
        ({ name }) => !['data-src', 'srcset', 'data-srcset', 'class', 'data-lqip'].includes(name),
      );
      const attributes =
        classes === '' ? kept : [...kept, { name: 'class', value: escapeHtml(classes) }];
      return withAttribute({ ...tag, attributes }, 'src', src);
    }
    case 'a': {
      const href = value('href');
      if (href === '' || href.startsWith('#')) return tag;
      if (local(href) === null && /^https?:/i.test(href)) {
        return withAttribute(withAttribute(tag, 'target', '_blank'), 'rel', 'noopener noreferrer');
      }
      const attributes = tag.attributes.filter(({ name }) => name !== 'target' && name !== 'ping');
      return withAttribute(withAttribute({ ...tag, attributes }, 'href', NOWHERE), 'title', href);
    }
    default: {
      const classes = attributeOf(tag, 'class');
      if (!classes || !/\bshimmer\b|\bblur\b/.test(classes)) return tag;
      return withAttribute(tag, 'class', decodeHtml(classes).replace(WAITING, ''));
    }
  }
}
