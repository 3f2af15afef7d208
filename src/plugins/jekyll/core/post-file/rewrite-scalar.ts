import { isTimestamp } from './evaluate';
import { beforeBreak, contentEnd, lineStart } from './lines';
import type { Patch } from './patch';
import { doubleQuoted, fitsBlock, isPlainSafe, printScalar, singleQuoted } from './print-scalar';
import type { PsychScalar } from './psych-scalar';
import { meansSameQuoted } from './values';
import type { ScalarNode, ScalarStyle } from './yaml-tree';

/** Where the scalar stands. */
export interface ScalarContext {
  readonly yaml: string;
  readonly eol: string;
  readonly inFlow: boolean;
}

/** Writes a new scalar over an old one, in the old one's style where the value allows it. */
export function rewriteScalar(node: ScalarNode, value: PsychScalar, context: ScalarContext): Patch {
  const { yaml } = context;
  const end = beforeBreak(yaml, contentEnd(yaml, node));
  if (node.style === 'literal' || node.style === 'folded') {
    const text = typeof value === 'string' ? blockText(node, value, context) : null;
    return { start: node.start, end, text: text ?? printScalar(value, { flow: context.inFlow }) };
  }
  const text = printLike(node.style, value, context.inFlow);
  return { start: node.start, end, text };
}

/** A scalar in a given style, or the nearest one that holds it. */
export function printLike(style: ScalarStyle, value: PsychScalar, flow: boolean): string {
  const quoted = style === 'single' || style === 'double';
  // A date in quotes stays in quotes: Jekyll parses its text.
  const text = isTimestamp(value) && quoted && meansSameQuoted(value) ? value.source : value;
  if (typeof text !== 'string') return printScalar(text, { flow });
  if (style === 'single') return singleQuoted(text) ?? doubleQuoted(text);
  if (style === 'double' || !isPlainSafe(text, { flow })) return doubleQuoted(text);
  return text;
}

/** The text as a block scalar with the header and indentation that stood there, or null. */
function blockText(node: ScalarNode, value: string, { yaml, eol }: ScalarContext): string | null {
  const body = value.replace(/\n$/, '');
  const fits = fitsBlock(value) && body !== '' && !body.endsWith('\n') && !/^[ \t\n]/.test(body);
  if (!fits || /^[ \t]+$/m.test(body)) return null;
  const folded = node.style === 'folded';
  if (folded && /^[ \t]|[ \t]$/m.test(body)) return null;

  const raw = yaml.slice(node.start, contentEnd(yaml, node));
  const lines = raw.split(/\r\n?|\n/);
  const chomp = value.endsWith('\n') ? '' : '-';
  const header = (lines[0] ?? '').replace(/^([|>])[0-9+-]*/, `$1${chomp}`);
  const old = lines.slice(1);
  const firstLine = old.find((line) => line.trim() !== '');
  const own = /^[ \t]*/.exec(yaml.slice(lineStart(yaml, node.start)))?.[0] ?? '';
  const indent = firstLine ? (/^ */.exec(firstLine)?.[0] ?? '') : `${own}  `;
  const explicit = /^[|>][+-]?[0-9]/.test(lines[0] ?? '');
  if (explicit && old.some((line) => /^\s/.test(line.slice(indent.length)))) return null;
  const trimmed = old.map((line) => line.slice(indent.length));
  const content = folded ? foldLike(trimmed, body) : body.split('\n');
  const printed = content.map((line) => (line === '' ? '' : indent + line));
  return [header, ...printed].join(eol);
}

/**
 * Lines that fold to `text`. Lines at either end that say the same as before keep their breaks;
 * what lies between is wrapped no wider than the widest old line.
 */
function foldLike(old: readonly string[], text: string): string[] {
  const simple = old.every((line) => line !== '' && !/^\s|\s$/.test(line));
  // A run of n line feeds in the text is n blank lines in the source.
  if (text.includes('\n') || !simple) return text.replace(/\n+/g, '$&\n').split('\n');
  const lead: string[] = [];
  let rest = text;
  for (const line of old) {
    if (!rest.startsWith(`${line} `)) break;
    lead.push(line);
    rest = rest.slice(line.length + 1);
  }
  const tail: string[] = [];
  for (const line of old.slice(lead.length).reverse()) {
    if (!rest.endsWith(` ${line}`)) break;
    tail.unshift(line);
    rest = rest.slice(0, -line.length - 1);
  }
  const width = Math.max(...old.map((line) => line.length), 0);
  return [...lead, ...(old.length > 1 ? wrap(rest, width) : [rest]), ...tail];
}

function wrap(text: string, width: number): string[] {
  // Only single blanks may become line breaks: a run of blanks is content.
  const words = text.split(/(?<! ) (?! )/);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
