import type { Document } from './document';
import { QUOTES, SYMBOL_TEXT } from './symbols';
import type { Node } from './tree';

/** Ids that headers get where the text gives none. */

/**
 * As GitHub does it: the header's text in lower case, letters of every script kept.
 * @see https://kramdown.gettalong.org/parser/gfm.html
 */
export function gfmHeaderId(document: Document, header: Node): string {
  // JavaScript ends words with another sigma; Ruby does not.
  const text = headerText(header).replaceAll('Σ', 'σ').toLowerCase();
  const kept = text.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '').replace(/[ \t]/g, '-');
  const count = document.gfmIds.get(kept);
  document.gfmIds.set(kept, (count ?? -1) + 1);
  const id = count === undefined ? kept : `${kept}-${count + 1}`;
  return document.options.autoIdPrefix + id;
}

/** What of a header's text counts for its id as kramdown makes it. */
export const headerWords = (node: Node): string => textOf(node, { code: false, symbols: true });

/** What of a header's text counts for its id as GitHub makes it. */
export const headerText = (node: Node): string => textOf(node, { code: true, symbols: true });

/** What of a term's text counts for its id: code only where GitHub's ids are asked for. */
export const termText = (node: Node, gfm: boolean): string =>
  textOf(node, { code: gfm, symbols: false });

interface Counted {
  /** Code, formulas and entities. */
  readonly code: boolean;
  /** Typographic symbols, as they are written. */
  readonly symbols: boolean;
}

function textOf(node: Node, counted: Counted): string {
  let text = '';
  for (const child of node.children) {
    switch (child.type) {
      case 'codespan':
      case 'math':
      case 'entity':
        if (counted.code) text += child.value;
        break;
      case 'abbreviation':
      case 'text':
      case 'written':
        text += child.value;
        break;
      case 'symbol':
        if (counted.symbols) text += SYMBOL_TEXT.get(child.value) ?? '';
        break;
      case 'smartquote':
        text += QUOTES[child.value as keyof typeof QUOTES];
        break;
      default:
        text += textOf(child, counted);
    }
  }
  return text;
}

/**
 * As kramdown does it: from the first ASCII letter on, ASCII letters, digits, spaces and hyphens
 * of the source text.
 * @see https://kramdown.gettalong.org/converter/html.html#auto-ids
 */
export function kramdownHeaderId(
  source: string,
  prefix: string,
  used: Map<string, number>,
): string {
  const kept = bareId(source);
  let id = prefix + (kept === '' ? 'section' : kept);
  const count = used.get(id);
  if (count === undefined) used.set(id, 0);
  else {
    used.set(id, count + 1);
    id += `-${count + 1}`;
  }
  return id;
}

/** The same, as it is given to terms: they may share one, or have none. */
export function termId(source: string, prefix: string): string {
  return prefix + bareId(source);
}

const bareId = (source: string): string =>
  source
    .replace(/^[^a-zA-Z]+/gm, '')
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replace(/ /g, '-')
    .toLowerCase();
