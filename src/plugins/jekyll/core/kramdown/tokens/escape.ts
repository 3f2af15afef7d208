const MARKUP = /[<>&]/;
const ALL_MARKUP = /[<>&]/g;

const escapeChar = (char: string): string =>
  char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&amp;';

/** As kramdown prints text: quotes stand as they are. */
export const escapeText = (text: string): string =>
  MARKUP.test(text) ? text.replace(ALL_MARKUP, escapeChar) : text;
