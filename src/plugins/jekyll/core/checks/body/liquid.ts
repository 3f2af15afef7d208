/** Tags and outputs of Liquid in a text, as its tokenizer sees them. */
export interface LiquidToken {
  readonly kind: 'output' | 'tag';
  /** Name of a tag; null where it has none, and for an output. */
  readonly name: string | null;
  /** What stands behind the name; in an output, between the braces. */
  readonly markup: string;
  readonly start: number;
  /** Behind the token; the end of its first line where it is not closed. */
  readonly end: number;
  readonly closed: boolean;
}

const OUTPUT = /^\{\{-?([\s\S]*?)-?\}\}$/;
const TAG = /^\{%-?\s*(\w+|#)\s*([\s\S]*?)-?%\}$/;

/**
 * Reads the Liquid of a text in order (liquid, `TemplateParser`: an output ends at the first brace,
 * and must then have had two). What stands in `raw` is left out, and in `comment` what is closed:
 * Liquid reads on there, and shows nothing. Nothing is read behind the last brace that could close
 * something: Liquid gives up there.
 */
export function readLiquid(text: string): LiquidToken[] {
  const tokens: LiquidToken[] = [];
  const opening = /\{[{%]/g;
  let comments = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const isTag = match[0] === '{%';
    const close = text.indexOf(isTag ? '%}' : '}', start + 2);
    const end = close < 0 ? start + 2 : close + (isTag || text[close + 1] === '}' ? 2 : 1);
    const token = tokenAt(text, text.slice(start, end), start);
    if (token.closed && token.name === 'endcomment') comments = Math.max(0, comments - 1);
    if (comments === 0 || !token.closed) tokens.push(token);
    if (token.closed && token.name === 'comment') comments += 1;
    if (close < 0) break;
    opening.lastIndex = token.closed ? end : start + 2;
    if (token.closed && token.name === 'raw') {
      const ending = /\{%-?\s*endraw\s*-?%\}/g;
      ending.lastIndex = end;
      opening.lastIndex = ending.exec(text)?.index ?? end;
    }
  }
  return tokens;
}

function tokenAt(text: string, source: string, start: number): LiquidToken {
  const isTag = source.startsWith('{%');
  const match = (isTag ? TAG : OUTPUT).exec(source);
  if (!match) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const named = isTag ? (/^\{%-?\s*(\w+)/.exec(source)?.[1] ?? null) : null;
    return {
      kind: isTag ? 'tag' : 'output',
      name: named,
      markup: '',
      start,
      end: Math.min(end, start + Math.max(source.length, 2)),
      closed: false,
    };
  }
  const [, first = '', rest = ''] = match;
  return {
    kind: isTag ? 'tag' : 'output',
    name: isTag ? first : null,
    markup: (isTag ? rest : first).trim(),
    start,
    end: start + source.length,
    closed: true,
  };
}

/** White space in place of a text; its lines stay. */
export const blanked = (text: string): string => text.replace(/[^\n]/g, ' ');

/** Tags that print an address. */
const PRINTED = new Set(['link', 'post_url']);

const filled = (text: string): string => text.replace(/[^\n]/g, 'x');

/** Whether text follows a tag at the start of a line: blanks in its place would indent that text. */
function opensLine(text: string, { start, end }: LiquidToken): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  return before.trim() === '' && after.trim() !== '';
}

/**
 * What is left for kramdown: tags and comments are gone, what prints something is a word. As long as the text,
 * so that every place in it is the same.
 */
export function withoutLiquid(text: string, tokens: readonly LiquidToken[]): string {
  let out = '';
  let at = 0;
  tokens.forEach((token, index) => {
    if (!token.closed || token.start < at) return;
    out += text.slice(at, token.start);
    const source = text.slice(token.start, token.end);
    const isWord =
      token.kind === 'output' || PRINTED.has(token.name ?? '') || opensLine(text, token);
    out += isWord ? filled(source) : blanked(source);
    at = token.end;
    if (token.name !== 'comment') return;
    const ending = tokens.find(({ name }, other) => other > index && name === 'endcomment');
    if (!ending) return;
    out += blanked(text.slice(at, ending.start));
    at = ending.start;
  });
  return out + text.slice(at);
}
