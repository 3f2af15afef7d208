import { isBlank } from './lines';

/** What the house form's keywords box says; `lines` is how many lines of the text it takes. */
export interface KeywordsBox {
  readonly keywords: readonly string[];
  readonly lines: number;
  /** Index of the line on which the words begin, and the text before them on it. */
  readonly wordsLine: number;
  readonly wordsPrefix: string;
}

const QUOTE = /^ {0,3}>[ \t]?/;
const LABEL =
  /^[ \t]*(?:\*\*|__|<u>|<b>|<strong>)*KEYWORDS(?:\*\*|__|<\/u>|<\/b>|<\/strong>)*(?:<br[ \t]*\/?>)?(?=[ \t]|$)/;
const BOX_CLASS = /^ {0,3}\{:[ \t]*\.prompt-info[ \t]*\}[ \t]*$/;
/** Starts of blocks inside the quote that are no running text. */
const BLOCK = /^[ \t]*(?:[*+-][ \t]|\d+\.[ \t]|#{1,6}[ \t]|>|```|~~~|\||\$\$|\{:|<(?!u>|b>|br))/;

/**
 * Reads a box at the start of `lines`: a quote that says KEYWORDS and then the words, with the
 * class `prompt-info`. null for every box whose visible text the house form would not say again.
 */
export function readKeywords(lines: readonly string[]): KeywordsBox | null {
  const quoted: string[] = [];
  while (QUOTE.test(lines[quoted.length] ?? '')) quoted.push(lines[quoted.length] ?? '');
  if (quoted.length === 0 || !BOX_CLASS.test(lines[quoted.length] ?? '')) return null;
  const texts = quoted.map((line) => line.replace(QUOTE, ''));
  const label = LABEL.exec(texts[0] ?? '')?.[0];
  if (label === undefined) return null;
  const first = (texts[0] ?? '').slice(label.length);
  const wordsLine = isBlank(first) ? texts.findIndex((text, i) => i > 0 && !isBlank(text)) : 0;
  if (wordsLine < 0) return null;
  const wordTexts = wordsLine === 0 ? [first, ...texts.slice(1)] : texts.slice(wordsLine);
  while (isBlank(wordTexts.at(-1) ?? 'x')) wordTexts.pop();
  if (wordTexts.some((text) => isBlank(text) || BLOCK.test(text))) return null;
  const words = wordTexts.join(' ').replace(/\s+/g, ' ').trim();
  const keywords = splitWords(words);
  if (keywords.some((word) => word === '') || keywords.join(', ') !== words) return null;
  const start = quoted[wordsLine] ?? '';
  const wordsPrefix = start.slice(0, start.length - (wordTexts[0] ?? '').trimStart().length);
  return { keywords, lines: quoted.length + 1, wordsLine, wordsPrefix };
}

/** Words as they are read back: commas and blanks separate them. */
export function splitWords(text: string): string[] {
  return text.split(/,\s+/);
}

/** The words as the box will say them; a word that holds ', ' becomes two. */
export function canonicalKeywords(keywords: readonly string[]): string[] {
  const words = keywords.map((word) => word.replace(/\s+/g, ' ').trim()).filter((w) => w !== '');
  return words.length === 0 ? [] : splitWords(words.join(', '));
}
