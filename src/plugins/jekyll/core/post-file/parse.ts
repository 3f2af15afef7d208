import type { FrontMatterBlock, PostFile } from './types';

/** A line of exactly `marker` and blanks; Ruby's `\s` is ASCII only, so no NBSP here. */
const OPENING = /^---[ \t\r\f\v]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t\r\f\v]*$/;

/**
 * Splits a text as Jekyll does (document.rb, `YAML_FRONT_MATTER_REGEXP`): an opening line `---`
 * at the very start, a closing line `---` or `...`, both with nothing but blanks behind them.
 * Jekyll also swallows the blank lines after the closing line; here they stay with the body.
 * Never throws; `printPostFile(parsePostFile(text)) === text` for every string.
 */
export function parsePostFile(text: string): PostFile {
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const rest = text.slice(bom.length);
  const frontMatter = findFrontMatter(rest);
  if (!frontMatter) return { bom, frontMatter: null, body: rest };
  const { open, yaml, close } = frontMatter;
  return { bom, frontMatter, body: rest.slice(open.length + yaml.length + close.length) };
}

/** The exact inverse of `parsePostFile`. */
export function printPostFile(file: PostFile): string {
  const { bom, frontMatter, body } = file;
  if (!frontMatter) return bom + body;
  return bom + frontMatter.open + frontMatter.yaml + frontMatter.close + body;
}

function findFrontMatter(text: string): FrontMatterBlock | null {
  const openEnd = text.indexOf('\n') + 1;
  if (openEnd === 0 || !OPENING.test(text.slice(0, openEnd - 1))) return null;
  let start = openEnd;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline;
    // Two characters decide for nearly every line; the rest is not sliced.
    const first = text[start];
    if ((first === '-' || first === '.') && CLOSING.test(text.slice(start, lineEnd))) {
      const end = newline === -1 ? lineEnd : newline + 1;
      return {
        open: text.slice(0, openEnd),
        yaml: text.slice(openEnd, start),
        close: text.slice(start, end),
      };
    }
    if (newline === -1) return null;
    start = newline + 1;
  }
  return null;
}
