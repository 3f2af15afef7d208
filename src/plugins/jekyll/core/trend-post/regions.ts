import type { RawLine } from './lines';

/** HTML elements whose content kramdown leaves raw unless `markdown="1"` says otherwise. */
const HTML_BLOCK =
  /^ {0,3}<(address|article|aside|audio|blockquote|center|details|div|dl|fieldset|figure|footer|form|header|iframe|nav|ol|p|pre|script|section|style|table|ul|video)\b/i;
const FENCE = /^([ \t]*)((`|~)\3{2,})[ \t]*(\S*)[ \t]*$/;
const LIQUID = /^[ \t]*\{%-?\s*(raw|comment|highlight)\b/;
const EXTENSION = /^ {0,3}\{::(comment|nomarkdown)\b[^}]*\}/;

/**
 * The index of the last line of a region that starts at `lines[from]` and whose text is no
 * Markdown (fenced code, comment, block math, raw HTML, Liquid raw); -1 when none starts there.
 * As in kramdown, an opener without its closer opens nothing.
 */
export function regionEnd(lines: readonly RawLine[], from: number, inList: boolean): number {
  const text = lines[from]?.text ?? '';
  const first = text.trimStart().charAt(0);
  if (!'`~<$\\{'.includes(first) || first === '') return -1;
  if (first === '`' || first === '~') return fenceEnd(lines, from, inList);
  if (first === '<') return htmlEnd(lines, from);
  if (first === '{') {
    const liquid = LIQUID.exec(text);
    if (liquid) return lineWith(lines, from, new RegExp(`\\{%-?\\s*end${liquid[1]}\\b`), 0);
    const extension = EXTENSION.exec(text);
    if (!extension || /\/\}/.test(extension[0])) return -1;
    return lineWith(lines, from, new RegExp(`\\{:/(${extension[1]})?\\}`), 0);
  }
  const math = /^ {0,3}\$\$/.exec(text);
  return math ? lineWith(lines, from, /\$\$/, math[0].length) : -1;
}

function fenceEnd(lines: readonly RawLine[], from: number, inList: boolean): number {
  const open = FENCE.exec(lines[from]?.text ?? '');
  if (!open) return -1;
  const indent = open[1] ?? '';
  if (!inList && (indent.includes('\t') || indent.length > 3)) return -1;
  const mark = open[3] === '~' ? '~' : '`';
  const length = (open[2] ?? '').length;
  const close = new RegExp(`^${inList ? '[ \\t]*' : ' {0,3}'}${mark}{${length},}[ \\t]*$`);
  for (let i = from + 1; i < lines.length; i += 1) if (close.test(lines[i]?.text ?? '')) return i;
  return -1;
}

function htmlEnd(lines: readonly RawLine[], from: number): number {
  const text = lines[from]?.text ?? '';
  const comment = /^[ \t]*<!--/.exec(text);
  if (comment) return lineWith(lines, from, /-->/, comment[0].length);
  const open = HTML_BLOCK.exec(text);
  if (!open || /^[^>]*\bmarkdown\s*=/.test(text)) return -1;
  const tag = new RegExp(`<(/?)${open[1]}\\b[^>]*?(?:(/)?>|$)`, 'gi');
  let depth = 0;
  for (let i = from; i < lines.length; i += 1) {
    for (const hit of (lines[i]?.text ?? '').matchAll(tag)) {
      if (hit[1] === '/') depth -= 1;
      else if (hit[2] !== '/') depth += 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

/** The first line from `from` on that has `pattern`; on the first line, from `offset` on. */
function lineWith(
  lines: readonly RawLine[],
  from: number,
  pattern: RegExp,
  offset: number,
): number {
  for (let i = from; i < lines.length; i += 1) {
    const text = lines[i]?.text ?? '';
    if (pattern.test(i === from ? text.slice(offset) : text)) return i;
  }
  return -1;
}
