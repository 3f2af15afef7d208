import { cutHtml } from '../render/html-pieces';
import { type Element, elementsIn, hasClass, printNode, treeOf } from './tree';

/** What the theme's layout makes of kramdown's HTML; Chirpy's does all of it, most do nothing. */
export interface Marks {
  /** The header of a code block, as one stands in the site; null where there is none. */
  readonly codeHeader: string | null;
  /** Whether code keeps kramdown's `<pre class="highlight">`. */
  readonly codeInPre: boolean;
  readonly tableWrapper: boolean;
  readonly imageLink: boolean;
  /** What the anchor of a heading shows; null where headings have none. */
  readonly anchor: string | null;
}

const HEADER = '<div class="code-header"><span data-label-text="Code"></span></div>';

/** A thing, and what it looks like where the theme has touched it. */
const THINGS = {
  code: [/class="[^"]*\bhighlighter-rouge"?[^>]*><div/, /class="code-header/],
  // Numbered code is a table, too.
  tableWrapper: [/<table(?! class="rouge)/, /class="table-wrapper/],
  imageLink: [/<img /, /<a [^>]*class="[^"]*\b(?:img-link|popup)\b/],
  anchor: [/<h2 id=/, /<a [^>]*class="[^"]*\banchor\b/],
} as const;

/** @param pages contents of posts as the site has them */
export function marksOf(pages: readonly string[]): Marks {
  const touched = (thing: keyof typeof THINGS): boolean | null => {
    const [bare, mark] = THINGS[thing];
    if (pages.some((page) => mark.test(page))) return true;
    return pages.some((page) => bare.test(page)) ? false : null;
  };
  const known = (Object.keys(THINGS) as (keyof typeof THINGS)[]).map(touched);
  // What no post shows is done where the theme does any of the others.
  const does = known.includes(true);
  return {
    codeHeader: (touched('code') ?? does) ? (headerIn(pages) ?? HEADER) : null,
    codeInPre: !pages.some((page) => /<div class="highlight"><code/.test(page)),
    tableWrapper: touched('tableWrapper') ?? does,
    imageLink: touched('imageLink') ?? does,
    anchor: (touched('anchor') ?? does) ? (anchorIn(pages) ?? '#') : null,
  };
}

/** The first element of a class that holds something. */
function elementIn(pages: readonly string[], name: string): Element | null {
  for (const page of pages) {
    if (!page.includes(name)) continue;
    const all = elementsIn(treeOf(cutHtml(page)));
    const found = all.find((one) => hasClass(one, name) && one.children.length > 0);
    if (found) return found;
  }
  return null;
}

function headerIn(pages: readonly string[]): string | null {
  const found = elementIn(pages, 'code-header');
  return found && printNode(found);
}
const anchorIn = (pages: readonly string[]): string | null =>
  elementIn(pages, 'anchor')?.children.map(printNode).join('') ?? null;
