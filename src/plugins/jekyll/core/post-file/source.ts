import { normaliseLineEnds } from './lines';

/**
 * The verbatim YAML of a pair, moved to an indentation and a line end. Lines keep their depth
 * relative to the first line that is no comment.
 */
export function reindent(source: string, indent: string, eol: string): string {
  const lines = normaliseLineEnds(source).replace(/\n$/, '').split('\n');
  const first = lines.find((line) => line.trim() !== '' && !/^\s*#/.test(line)) ?? '';
  const own = /^ */.exec(first)?.[0] ?? '';
  const moved = lines.map((line) => {
    if (own === indent || line.trim() === '') return line;
    return indent + (line.startsWith(own) ? line.slice(own.length) : line.trimStart());
  });
  return moved.join(eol) + eol;
}
