import { isTimestamp, isYamlMap } from './evaluate';
import { doubleQuoted, printScalar, printString } from './print-scalar';
import type { PsychScalar } from './psych-scalar';
import type { YamlValue } from './types';

/** Keys whose strings always stand in double quotes: titles hold `:`, `#` and `|`. */
const ALWAYS_QUOTED = new Set(['title']);

/** True for everything that is no list and no map. */
export function isScalarValue(value: YamlValue): value is PsychScalar {
  return !Array.isArray(value) && (!isYamlMap(value) || isTimestamp(value));
}

/** A key as it stands before its colon. */
export function printKey(key: string): string {
  return printString(key, { flow: true });
}

/** The value on one line: lists and maps in flow style. */
export function printInline(value: YamlValue, flow: boolean): string {
  if (isScalarValue(value)) return printScalar(value, { flow });
  if (Array.isArray(value)) return `[${value.map((item) => printInline(item, true)).join(', ')}]`;
  const pairs = Object.entries(value as { [key: string]: YamlValue });
  return `{${pairs.map(([key, inner]) => `${printKey(key)}: ${printInline(inner, true)}`).join(', ')}}`;
}

/**
 * What stands behind `key:` in the house form, leading blank or line end included: scalars and
 * lists of scalars on the line, maps and lists of maps as a block two blanks deeper.
 *
 * @param indent the blanks before the key
 */
export function printAfterColon(
  key: string,
  value: YamlValue,
  indent: string,
  eol: string,
): string {
  if (value === null) return '';
  if (typeof value === 'string' && ALWAYS_QUOTED.has(key)) return ` ${doubleQuoted(value)}`;
  if (needsBlock(value)) {
    const inner = `${indent}  `;
    return `${eol}${inner}${printBlock(value, inner, eol)}`;
  }
  return ` ${printInline(value, false)}`;
}

/** A pair as lines, ending in a line end. */
export function printPair(key: string, value: YamlValue, indent: string, eol: string): string {
  return `${indent}${printKey(key)}:${printAfterColon(key, value, indent, eol)}${eol}`;
}

/**
 * A value in block style, its first line without indentation and no line end at the end: what
 * stands behind `- `, or under a key.
 */
export function printBlock(value: YamlValue, indent: string, eol: string): string {
  if (Array.isArray(value) && needsBlock(value)) {
    const lines = value.map((item) => `- ${printBlock(item, `${indent}  `, eol)}`);
    return lines.join(`${eol}${indent}`);
  }
  if (isYamlMap(value) && needsBlock(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${printKey(key)}:${printAfterColon('', inner, indent, eol)}`)
      .join(`${eol}${indent}`);
  }
  return printInline(value, false);
}

/** Maps that hold something, and lists that hold one. */
export function needsBlock(value: YamlValue): boolean {
  if (Array.isArray(value)) return value.some((item) => isYamlMap(item) && needsBlock(item));
  return isYamlMap(value) && Object.keys(value).length > 0;
}
