/** An attribute as it stands: its value is not decoded; null where there is none. */
export interface Attribute {
  readonly name: string;
  readonly value: string | null;
}

export interface OpenTag {
  readonly kind: 'open';
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly selfClosing: boolean;
}

/** HTML cut where a browser's tokenizer cuts it. */
export type Piece =
  | OpenTag
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'raw'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

/** Elements whose content is no markup. */
const RAW = new Set([
  'script',
  'style',
  'textarea',
  'title',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
]);
const BLANKS = /[\t\n\f\r ]*/y;
const BLANKS_AND_SLASHES = /[\t\n\f\r /]*/y;
const NAME = /[^\t\n\f\r />]*/y;
const KEY = /[^\t\n\f\r />=]*/y;
const UNQUOTED = /[^\t\n\f\r >]*/y;

/**
 * Cuts HTML into tags, texts and comments in one pass from left to right; an unfinished tag at the
 * end is dropped, as a browser does. Takes time in proportion to the text, whatever it holds.
 */
export function cutHtml(html: string): Piece[] {
  const pieces: Piece[] = [];
  let text = '';
  let at = 0;
  const flush = (): void => {
    if (text !== '') pieces.push({ kind: 'text', text });
    text = '';
  };
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      text += html.slice(at);
      break;
    }
    text += html.slice(at, open);
    const next = html[open + 1] ?? '';
    if (html.startsWith('<!--', open)) {
      flush();
      const end = endOfComment(html, open);
      pieces.push({ kind: 'comment', text: html.slice(open, end) });
      at = end;
    } else if (next === '!' || next === '?') {
      flush();
      const end = html.indexOf('>', open);
      at = end === -1 ? html.length : end + 1;
    } else if (next === '/' && /[a-z]/i.test(html[open + 2] ?? '')) {
      const tag = readTag(html, open + 2);
      flush();
      if (!tag) break;
      pieces.push({ kind: 'close', name: tag.name });
      at = tag.end;
    } else if (/[a-z]/i.test(next)) {
      const tag = readTag(html, open + 1);
      flush();
      if (!tag) break;
      const { name, attributes, selfClosing, end } = tag;
      pieces.push({ kind: 'open', name, attributes, selfClosing });
      at = end;
      if (RAW.has(name)) {
        const close = endOfRaw(html, end, name);
        if (close > end) pieces.push({ kind: 'raw', text: html.slice(end, close) });
        at = close;
      }
    } else {
      text += '<';
      at = open + 1;
    }
  }
  flush();
  return pieces;
}

function endOfComment(html: string, open: number): number {
  if (html.startsWith('<!-->', open)) return open + 5;
  if (html.startsWith('<!--->', open)) return open + 6;
  const end = /--!?>/g;
  end.lastIndex = open + 4;
  const found = end.exec(html);
  return found ? found.index + found[0].length : html.length;
}

function endOfRaw(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

interface ReadTag extends Omit<OpenTag, 'kind'> {
  readonly end: number;
}

/** Reads a tag from its name on; null where the text ends within it. */
function readTag(html: string, start: number): ReadTag | null {
  let at = start;
  const take = (run: RegExp): string => {
    run.lastIndex = at;
    const [taken = ''] = run.exec(html) ?? [];
    at += taken.length;
    return taken;
  };
  const name = take(NAME).toLowerCase();
  const attributes: Attribute[] = [];
  for (;;) {
    take(BLANKS_AND_SLASHES);
    if (at >= html.length) return null;
    if (html[at] === '>') {
      return { name, attributes, selfClosing: html[at - 1] === '/', end: at + 1 };
    }
    // A name may begin with an equals sign, and with nothing else that ends one.
    const first = html[at] ?? '';
    at += 1;
    const key = first + take(KEY);
    take(BLANKS);
    if (html[at] !== '=') {
      attributes.push({ name: key.toLowerCase(), value: null });
      continue;
    }
    at += 1;
    take(BLANKS);
    const quote = html[at] ?? '';
    let value: string;
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, at + 1);
      if (end === -1) return null;
      value = html.slice(at + 1, end);
      at = end + 1;
    } else value = take(UNQUOTED);
    attributes.push({ name: key.toLowerCase(), value });
  }
}

export const printPiece = (piece: Piece): string => {
  if (piece.kind === 'open') return printOpen(piece);
  return piece.kind === 'close' ? `</${piece.name}>` : piece.text;
};

export function printOpen({ name, attributes, selfClosing }: OpenTag): string {
  const printed = attributes.map(({ name: key, value }) =>
    value === null ? ` ${key}` : ` ${key}="${value.replaceAll('"', '&quot;')}"`,
  );
  return `<${name}${printed.join('')}${selfClosing ? ' /' : ''}>`;
}

export const attributeOf = (tag: OpenTag, name: string): string | null =>
  tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;

export const withAttribute = (tag: OpenTag, name: string, value: string): OpenTag => ({
  ...tag,
  attributes: [
    ...tag.attributes.filter((attribute) => attribute.name !== name),
    { name, value: escapeHtml(value) },
  ],
});

export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Decodes what Markdown's own output escapes, and numbers; other names stay. */
export const decodeHtml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? all;
    const code = hex === undefined ? Number(decimal) : parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
