/** What typographic symbols and quotes stand for. */
export const SYMBOL_TEXT: ReadonlyMap<string, string> = new Map([
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['laquo_space', '«\u00a0'],
  ['raquo_space', '\u00a0»'],
  ['laquo', '«'],
  ['raquo', '»'],
]);

export const QUOTES = { lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' } as const;
export const QUOTE_ORDER = ['lsquo', 'rsquo', 'ldquo', 'rdquo'] as const;
