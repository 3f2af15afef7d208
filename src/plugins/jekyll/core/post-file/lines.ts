import type { PairNode, YamlNode } from './yaml-tree';

/** 1-based line and column of an offset; columns count UTF-16 units. */
export function lineColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

/** CRLF and lone CR as LF. */
export function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the line end of the line that holds `offset`. */
export function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const newline = text.indexOf('\n', offset);
  return newline === -1 ? text.length : newline + 1;
}

/** The blanks at the start of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/**
 * Where a node's own text ends: a block scalar without its trailing blank lines (unless `+` keeps
 * them), a block collection at the end of its last child.
 */
export function contentEnd(text: string, node: YamlNode): number {
  if (node.type === 'scalar' && (node.style === 'literal' || node.style === 'folded')) {
    const raw = text.slice(node.start, node.end);
    if (/^[|>][0-9]?\+/.test(raw)) return node.end;
    return node.start + raw.trimEnd().length;
  }
  if (node.type === 'map' && !node.flow) {
    return node.pairs.reduce((end, pair) => Math.max(end, pairEnd(text, pair)), node.start);
  }
  if (node.type === 'seq' && !node.flow) {
    return node.items.reduce(
      (end, item) => Math.max(end, item.start + 1, contentEnd(text, item.node)),
      node.start,
    );
  }
  return node.end;
}

/** Where a pair's own text ends. */
export function pairEnd(text: string, pair: PairNode): number {
  return Math.max(pair.colonEnd ?? 0, contentEnd(text, pair.key), contentEnd(text, pair.value));
}

/**
 * The whole lines of a pair in a block map: from its key to the last line of its value with the
 * comment on that line and the deeper indented comment lines right below.
 */
export function pairLines(text: string, pair: PairNode): [start: number, end: number] {
  const start = lineStart(text, pair.start);
  return [start, withComments(text, lineEnd(text, pairEnd(text, pair)), pair.start - start)];
}

/** Extends `end` over the comment lines below that are indented more than `indent` blanks. */
export function withComments(text: string, end: number, indent: number): number {
  let last = end;
  while (last < text.length) {
    const next = lineEnd(text, last + 1);
    const blanks = /^([ \t]*)#/.exec(text.slice(last, next))?.[1];
    if (blanks === undefined || blanks.length <= indent) break;
    last = next;
  }
  return last;
}

/** `end` without the line break right before it. */
export function beforeBreak(text: string, end: number): number {
  if (text[end - 1] !== '\n') return end;
  return text[end - 2] === '\r' ? end - 2 : end - 1;
}
