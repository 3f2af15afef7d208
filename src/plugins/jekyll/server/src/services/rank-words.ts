/** Text as it is compared: composed Hangul, upper and lower case alike. */
const folded = (text: string): string => text.normalize('NFC').toLocaleLowerCase('en-US');

export interface RankOptions {
  /** Keeps the words that contain this text. */
  readonly query?: string;
  /** Words offered even when no entry uses them, after those in use. */
  readonly known?: readonly string[];
  readonly limit: number;
}

/**
 * Distinct words of the given field values, most used first, then by alphabet. A value that is not
 * a list, and an element that is not a text, count for nothing: fields of words hold what was
 * imported or sent through the API.
 *
 * @param values One field value per entry; a word counts once per entry.
 */
export function rankWords(values: Iterable<unknown>, options: RankOptions): string[] {
  const uses = new Map<string, number>();
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    const words = value.filter((word): word is string => typeof word === 'string');
    for (const word of new Set(words.map((text) => text.trim()).filter(Boolean))) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
    }
  }
  for (const word of options.known ?? []) {
    if (!uses.has(word)) uses.set(word, 0);
  }
  const query = folded((options.query ?? '').trim());
  return [...uses]
    .filter(([word]) => folded(word).includes(query))
    .sort(([a, left], [b, right]) => right - left || a.localeCompare(b))
    .slice(0, options.limit)
    .map(([word]) => word);
}
