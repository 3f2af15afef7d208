/** As kramdown prints text: quotes stand as they are. */
export const escapeText = (text: string): string =>
  text.replace(/[<>&]/g, (char) => (char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&amp;'));
