import { highlight } from './highlight';
import { attributeOf, decodeHtml, escapeHtml, type Piece } from './html-pieces';

/** A block of code as it stands in kramdown's HTML. */
export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** Name of a file that the header shows (`{: file="a.rb" }`). */
  readonly file: string | null;
  readonly classes: readonly string[];
  readonly line: string | null;
  readonly id: string | null;
  /** Index of its last piece. */
  readonly end: number;
}

const NUMBERS = /(?:^|\s)(?:rouge-gutter|gutter|lineno)(?:\s|$)/;

/** Reads the block that begins at a piece: kramdown's wrapper, or a bare `<pre><code>`. */
export function readCodeBlock(pieces: readonly Piece[], at: number): CodeBlock | null {
  const first = pieces[at];
  if (first?.kind !== 'open') return null;
  const classes = (attributeOf(first, 'class') ?? '').split(/\s+/).filter(Boolean);
  const wrapped = first.name === 'div' && classes.includes('highlighter-rouge');
  const next = pieces[at + 1];
  const bare = first.name === 'pre' && next?.kind === 'open' && next.name === 'code';
  if (!wrapped && !bare) return null;
  const inner = bare ? (attributeOf(next, 'class') ?? '').split(/\s+/) : [];
  const named = [...classes, ...inner].find((name) => name.startsWith('language-'));

  let code = '';
  let depth = 0;
  let numbers = 0;
  let end = at;
  let line = attributeOf(first, 'data-line');
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end] as Piece;
    if (piece.kind === 'open') {
      line ??= attributeOf(piece, 'data-line');
      if (piece.name === first.name) depth += 1;
      if (NUMBERS.test(attributeOf(piece, 'class') ?? '')) numbers += 1;
      else if (numbers > 0 && (piece.name === 'td' || piece.name === 'pre')) numbers += 1;
    } else if (piece.kind === 'close') {
      if (numbers > 0 && ['td', 'pre'].includes(piece.name)) numbers -= 1;
      if (piece.name === first.name) depth -= 1;
      if (depth === 0) break;
    } else if (piece.kind === 'text' && numbers === 0) code += piece.text;
  }
  return {
    language: (named ?? 'language-plaintext').slice('language-'.length),
    code: decodeHtml(code).replace(/\n$/, ''),
    file: attributeOf(first, 'file'),
    classes: classes.filter((name) => name !== named && name !== 'highlighter-rouge'),
    line,
    id: attributeOf(first, 'id'),
    end,
  };
}

/** Languages in which the theme shows neither numbers nor a name. */
const UNNUMBERED = new Set(['plaintext', 'console', 'terminal']);
/** Names as a header shows them, where a capital at the front is not enough. */
const LABELS: Readonly<Record<string, string>> = {
  plaintext: 'Text',
  text: 'Text',
  js: 'JavaScript',
  javascript: 'JavaScript',
  ts: 'TypeScript',
  typescript: 'TypeScript',
  html: 'HTML',
  css: 'CSS',
  scss: 'SCSS',
  json: 'JSON',
  sql: 'SQL',
  yaml: 'YAML',
  yml: 'YAML',
  cpp: 'C++',
  csharp: 'C#',
  php: 'PHP',
};

/** What the header of a block says. */
export const labelOf = ({ file, language }: CodeBlock): string =>
  file ?? LABELS[language] ?? language.charAt(0).toUpperCase() + language.slice(1);

/** The block as the theme shows it: a header, and numbered lines. */
export function codeBlock(
  block: CodeBlock,
  { mermaid, lineNumbers }: { readonly mermaid: boolean; readonly lineNumbers: boolean },
): string {
  const { language, code } = block;
  const line = block.line === null ? '' : ` data-line="${escapeHtml(block.line)}"`;
  if (language === 'mermaid' && mermaid) {
    return `<pre class="mermaid" aria-label="mermaid"${line}>${escapeHtml(code)}</pre>`;
  }
  const label = labelOf(block);
  const numbered = lineNumbers && !UNNUMBERED.has(language) && !block.classes.includes('nolineno');
  const count = code.split('\n').length;
  const numbers = numbered
    ? `<pre class="lineno" aria-hidden="true">${Array.from({ length: count }, (_, index) => index + 1).join('\n')}</pre>`
    : '';
  const classes = [`language-${language}`, 'highlighter-rouge', ...block.classes].map(escapeHtml);
  const id = block.id === null ? '' : ` id="${block.id}"`;
  return (
    `<div class="${classes.join(' ')}"${id}${line}>` +
    `<div class="code-header"><span data-label-text="${label}">${label}</span></div>` +
    `<div class="highlight">${numbers}<pre class="code" tabindex="0"><code>${highlight(code, language)}\n</code></pre></div></div>`
  );
}
