/** What a warning is about, by words that both sides use, and the line it names. */
const KINDS: ReadonlyArray<readonly [kind: string, pattern: RegExp]> = [
  ['duplicate footnote', /duplicate footnote/i],
  ['unused footnote', /footnote .*unreferenced/i],
  ['missing footnote', /footnote definition .*not found/i],
  ['missing link', /no link definition/i],
  ['duplicate link', /duplicate link/i],
  ['duplicate abbreviation', /duplicate abbreviation/i],
  ['unclosed element', /no end tag/i],
  ['invalid tag', /invalidly used|invalid.*tag|closing tag/i],
  ['unclosed extension', /no stop tag/i],
  ['stray end', /stop tag/i],
  ['unknown extension', /invalid extension|unknown extension/i],
  ['unknown option', /unknown.*option|invalid.*option/i],
  ['headers', /header/i],
];

const kindOf = (warning: string): string =>
  KINDS.find(([, pattern]) => pattern.test(warning))?.[0] ?? 'other';

const lineOf = (warning: string): string => /\bline:? (\d+)/i.exec(warning)?.[1] ?? '';

/**
 * Whether both warn of the same kinds of things, on the same lines. How often does not count: the
 * real one says things twice where it reads a text twice. Nor does its line 1, which it gives for
 * everything in a table.
 */
export function sameWarnings(real: readonly string[], own: readonly string[]): boolean {
  const kinds = (warnings: readonly string[]): string =>
    [...new Set(warnings.map(kindOf))].sort().join();
  const place = (warning: string): string => `${kindOf(warning)} ${lineOf(warning)}`;
  const places = new Set(own.map(place));
  const named = real.filter((warning) => !['', '1'].includes(lineOf(warning)));
  return kinds(real) === kinds(own) && named.every((warning) => places.has(place(warning)));
}
