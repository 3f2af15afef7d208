import { at, pattern } from '../pattern';
import type { Attributes } from '../tree';
import type { Warnings } from '../warnings';

/** A name of XML: letters of any script, with a namespace before a colon. */
const NC = '[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{M}\\p{Nd}._\\u00b7]*';
export const NAME = `(?:${NC}:)?${NC}`;

const TAG =
  `<(${NAME})((?:\\s+${NAME}(?:\\s*=\\s*(?:[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]+|` +
  `"[^"]*"|'[^']*'))?)*)\\s*(\\/)?>`;
const CLOSE = `<\\/(${NAME})\\s*>`;
const ATTRIBUTES = pattern(
  `\\s*(${NAME})(?:\\s*=\\s*(?:([\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]+)|"([^"]*)"|'([^']*)'))?`,
  'gu',
);

export const OPEN_TAG = at(TAG, 'u');
export const CLOSE_TAG = at(CLOSE, 'u');
export const BLOCK_OPEN_TAG = at(` {0,3}${TAG}`, 'u');
export const BLOCK_CLOSE_TAG = at(` {0,3}${CLOSE}`, 'u');
export const BLOCK_START = at(` {0,3}<(?:${NAME}|!--|\\/)`, 'u');
export const BLOCK_TAG_NAME = at(` {0,3}<(\\/?)(${NAME})`, 'u');
/** `</name ` up to its `>` must be whole for a line to end a paragraph. */
export const BLOCK_TAG_END = at('\\s*>');
export const NAME_AT = at(NAME, 'u');
export const TRAILING_SPACE = at('[ \\t]*\\n');

/** Attributes between a tag's name and its end; names of HTML in lower case. */
export function parseHtmlAttributes(
  text: string,
  html: boolean,
  line: number,
  warnings: Warnings,
): Attributes {
  const attributes: Attributes = new Map();
  if (text === '') return attributes;
  ATTRIBUTES.lastIndex = 0;
  for (const [, written = '', bare, double, single] of text.matchAll(ATTRIBUTES)) {
    const name = html ? written.toLowerCase() : written;
    if (attributes.has(name)) {
      warnings.add(
        'html-attribute-duplicate',
        line,
        `Duplicate HTML attribute '${name}' on line ${line + 1} - overwriting previous one`,
      );
    }
    attributes.set(name, bare ?? double ?? single ?? '');
  }
  return attributes;
}
