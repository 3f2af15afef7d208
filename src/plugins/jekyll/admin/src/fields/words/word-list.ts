/** What separates words in typed and pasted text: commas (the full-width one too), tabs, lines. */
const SEPARATOR = /[,，\t\r\n]/;

/** Whether the text holds more than one word, or ends one. */
export const hasSeparator = (text: string): boolean => SEPARATOR.test(text);

/** Words are compared in composed form: Hangul from macOS may arrive decomposed. */
const key = (word: string): string => word.normalize('NFC');

/**
 * The words of a stored value. Null, undefined and anything that is no list are no words; elements
 * that are no text are shown as the text that YAML would print for a plain number or boolean.
 */
export function asWords(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((word) => {
    if (typeof word === 'string') return [word];
    return typeof word === 'number' || typeof word === 'boolean' ? [String(word)] : [];
  });
}

export interface Addition {
  readonly words: readonly string[];
  readonly added: readonly string[];
  /** Words of the text that were there already. */
  readonly duplicates: readonly string[];
}

/** Adds each word of the text at the end; blank ones and those already there are left out. */
export function addWords(words: readonly string[], text: string): Addition {
  const seen = new Set(words.map(key));
  const added: string[] = [];
  const duplicates: string[] = [];
  for (const part of text.split(SEPARATOR)) {
    const word = part.trim().normalize('NFC');
    if (word === '') continue;
    if (seen.has(word)) duplicates.push(word);
    else added.push(word);
    seen.add(word);
  }
  return { words: [...words, ...added], added, duplicates: [...new Set(duplicates)] };
}

export const removeWord = (words: readonly string[], index: number): string[] =>
  words.filter((_, at) => at !== index);

/**
 * The list with one word taken out and put back so that it stands at `to`; the same list when
 * either place does not exist.
 */
export function moveWord(words: readonly string[], from: number, to: number): string[] {
  const rest = removeWord(words, from);
  const word = words[from];
  if (word === undefined || to < 0 || to >= words.length) return [...words];
  return [...rest.slice(0, to), word, ...rest.slice(to)];
}

/** Suggestions that are not in the list yet. */
export function newSuggestions(suggested: readonly string[], words: readonly string[]): string[] {
  const seen = new Set(words.map(key));
  return suggested.filter((word) => !seen.has(key(word)));
}
