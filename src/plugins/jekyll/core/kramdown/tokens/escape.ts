import { ENTITY } from '../entities';

const MARKUP = /[<>&]/;
const ALL_MARKUP = /[<>&]/g;

const escapeChar = (char: string): string =>
  char === '<' ? '&lt;' : char === '>' ? '&gt;' : '&amp;';

/** As kramdown prints text: quotes stand as they are. */
export const escapeText = (text: string): string =>
  MARKUP.test(text) ? text.replace(ALL_MARKUP, escapeChar) : text;

const TEXT_MARKUP = new RegExp(`[<>]|(?!${ENTITY.source})&`, 'g');

/**
 * As kramdown prints text that it has read: what looks like an entity there, which only escapes can
 * have brought about, is one.
 */
export const escapeReadText = (text: string): string =>
  MARKUP.test(text) ? text.replace(TEXT_MARKUP, escapeChar) : text;
