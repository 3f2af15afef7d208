import katex from 'katex';
import { remembered } from './cache';
import { decodeHtml, escapeHtml } from './html-pieces';

/** Pairs that Chirpy tells MathJax to look for; an opening one that comes first is tried first. */
const DELIMITERS = [
  { open: '$$', close: '$$', display: true },
  { open: '\\[', close: '\\]', display: true },
  { open: '\\(', close: '\\)', display: false },
  { open: '$', close: '$', display: false },
] as const;
/** Environments that MathJax sets without delimiters. */
const ENVIRONMENT = /\\begin\{([a-z]{1,20}\*?)\}/y;

export interface MathError {
  readonly tex: string;
  readonly message: string;
}

interface Formula {
  readonly html: string;
  readonly error: string | null;
}

const typeset = remembered<Formula>(3000, (key) => {
  const display = key.startsWith('d');
  const tex = key.slice(1);
  const options = { displayMode: display, output: 'htmlAndMathml', strict: 'ignore' } as const;
  try {
    return {
      html: katex.renderToString(tex, { ...options, trust: false, maxSize: 50, maxExpand: 500 }),
      error: null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const html = `<code class="math-error" title="${escapeHtml(message)}">${escapeHtml(tex)}</code>`;
    return { html, error: message };
  }
});

/** Sets the formulas of one text of a page, which is HTML: entities stand for characters. */
export function setMath(text: string, onError: (error: MathError) => void): string {
  if (!/[$\\]/.test(text)) return text;
  /** Closing marks that don't come any more: looked for once, not once per opening mark. */
  const absent = new Set<string>();
  let out = '';
  let at = 0;
  let plain = 0;
  const put = (from: number, to: number, inner: string, display: boolean): void => {
    const tex = decodeHtml(inner).trim();
    const { html, error } = typeset((display ? 'd' : 'i') + tex);
    if (error !== null) onError({ tex, message: error });
    out += text.slice(plain, from) + html;
    at = to;
    plain = to;
  };
  while (at < text.length) {
    const char = text[at];
    if (char !== '$' && char !== '\\') {
      at += 1;
      continue;
    }
    if (text.startsWith('\\$', at)) {
      // MathJax shows an escaped dollar without its backslash.
      out += `${text.slice(plain, at)}$`;
      at += 2;
      plain = at;
      continue;
    }
    ENVIRONMENT.lastIndex = at;
    const environment = ENVIRONMENT.exec(text)?.[1];
    if (environment !== undefined) {
      const close = `\\end{${environment}}`;
      const end = absent.has(close) ? -1 : text.indexOf(close, at);
      if (end === -1) absent.add(close);
      else {
        put(at, end + close.length, text.slice(at, end + close.length), true);
        continue;
      }
    }
    const found = DELIMITERS.find(({ open }) => text.startsWith(open, at));
    if (!found) {
      at += 1;
      continue;
    }
    const { open, close, display } = found;
    const from = at + open.length;
    const end = absent.has(close) ? -1 : endOf(text, close, from);
    if (end === -1) {
      absent.add(close);
      at = from;
    } else if (text.slice(from, end).trim() === '') at = end + close.length;
    else put(at, end + close.length, text.slice(from, end), display);
  }
  return out + text.slice(plain);
}

/** The next closing mark outside braces' escapes: `\$` closes nothing. */
function endOf(text: string, close: string, from: number): number {
  for (let at = text.indexOf(close, from); at !== -1; at = text.indexOf(close, at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes += 1;
    if (close.startsWith('\\') || slashes % 2 === 0) return at;
  }
  return -1;
}
