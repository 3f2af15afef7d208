import { codePointBefore, isAsciiWord, isSpace, isWord } from '../pattern';
import { addChild, addText, spanNode } from '../tree';
import type { SpanRule } from './state';

/**
 * Straight quotes become curly ones, by SmartyPants' rules: which one depends on what stands
 * around, and on whether the character before has been read as part of another span.
 * @see https://kramdown.gettalong.org/syntax.html#typographic-symbols
 */
type Quote = 'ldquo' | 'lsquo' | 'rdquo' | 'rsquo';

const PUNCTUATION = new Set('!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~');
const NOT_BEFORE_CLOSING = new Set(' \\\t\r\n[{(-');

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";
const left = (char: string): Quote => (char === '"' ? 'ldquo' : 'lsquo');
const right = (char: string): Quote => (char === '"' ? 'rdquo' : 'rsquo');

interface Found {
  /** How many characters stand before the quotes. */
  readonly lead: number;
  readonly quotes: readonly Quote[];
}

export const smartQuotes: SpanRule = ({ scanner, parent }) => {
  const { text, pos } = scanner;
  const char = text[pos]!;
  if (!isQuote(char) && (char === '\\' || !isQuote(text[pos + 1]))) return false;
  const { lead, quotes } = readQuotes(text, pos);
  const line = scanner.lineAt();
  addText(parent, text.slice(pos, pos + lead), line);
  for (const quote of quotes) addChild(parent, spanNode('smartquote', line, quote));
  scanner.pos = pos + lead + quotes.length;
  return true;
};

function readQuotes(text: string, pos: number): Found {
  const char = text[pos]!;
  if (isQuote(char)) {
    const found = openingOrPunctuated(text, pos, char);
    if (found) return { lead: 0, quotes: [found] };
  }
  // The rules below may take one character before the quote, white space or any.
  const spaced = isSpace(text.charCodeAt(pos)) ? 1 : 0;
  for (const lead of spaced ? [1] : [0]) {
    const first = text[pos + lead];
    const second = text[pos + lead + 1];
    if (isQuote(first) && isQuote(second) && first !== second) {
      if (isAsciiWord(text.charCodeAt(pos + lead + 2))) {
        return { lead, quotes: [left(first!), left(second!)] };
      }
    }
    if (first === "'" && /^\d\ds/.test(text.substr(pos + lead + 1, 3))) {
      return { lead, quotes: ['rsquo'] };
    }
    if (lead === 1 && isQuote(first) && isAsciiWord(text.charCodeAt(pos + 2))) {
      return { lead, quotes: [left(first!)] };
    }
  }
  const next = text[pos + 1];
  if (!NOT_BEFORE_CLOSING.has(char) && isQuote(next)) return { lead: 1, quotes: [right(next!)] };
  if (isQuote(char) && closesBefore(text, pos + 1)) return { lead: 0, quotes: [right(char)] };
  // What is left opens. A single quote, as the later of two, is looked for first.
  if (next === "'" && char !== '\n') return { lead: 1, quotes: ['lsquo'] };
  if (next === "'" && char === '\n') return { lead: 1, quotes: ['lsquo'] };
  if (char === "'") return { lead: 0, quotes: ['lsquo'] };
  if (next === '"') return { lead: 1, quotes: ['ldquo'] };
  return { lead: 0, quotes: [left(char)] };
}

/** A quote before emphasis opens; one before punctuation closes. */
function openingOrPunctuated(text: string, pos: number, char: string): Quote | undefined {
  const next = text[pos + 1];
  if (next === '*' || next === '_') {
    const second = text[pos + 2];
    if (second !== undefined && !isSpace(second.charCodeAt(0))) return left(char);
  }
  if (next !== undefined && PUNCTUATION.has(next) && !text.startsWith('..', pos + 2)) {
    const before = isWord(codePointBefore(text, pos + 2));
    if (before === isWord(text.codePointAt(pos + 2))) return right(char);
  }
  return undefined;
}

/** `(?=\s|s\b|$)` */
function closesBefore(text: string, at: number): boolean {
  if (at >= text.length || isSpace(text.charCodeAt(at))) return true;
  return text[at] === 's' && !isWord(text.codePointAt(at + 1));
}
