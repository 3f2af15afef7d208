import { escapeHtml } from '../render/html-pieces';
import { type Fragments, type Language, PARTS } from './fragments';

/** Relative to a page's own address: the server may stand below a path. */
export const ASSETS = '../assets';

export interface PageShell {
  readonly title: string;
  readonly lang: string;
  readonly fragments: Fragments;
  /** Addresses of the site's own style sheets; none: the plugin's style. */
  readonly styles: readonly string[];
  readonly theme: 'light' | 'dark' | null;
  readonly nonce: string;
}

/**
 * What the page may do: run our one script, show pictures, styles and fonts. It has no origin, so
 * that it reaches neither the panel nor the API with anybody's rights.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https: http:",
    "font-src 'self' data:",
    'media-src https: http:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');

/** Our scripts stand before anything of the post: nothing in it can swallow or change them. */
export function renderPage(shell: PageShell): string {
  const { title, lang, fragments, styles, theme, nonce } = shell;
  const own = styles.length === 0 ? [`${ASSETS}/post.css`] : styles;
  const sheets = [`${ASSETS}/katex.min.css`, ...own, `${ASSETS}/preview.css`];
  const mode = theme === null ? '' : ` data-mode="${theme}"`;
  const parts: Record<(typeof PARTS)[number], string> = {
    problems: `<aside id="part-problems" class="preview-problems">${fragments.problems}</aside>`,
    header: `<header id="part-header">${fragments.header}</header>`,
    toc: `<nav id="part-toc" class="preview-toc">${fragments.toc}</nav>`,
    content: `<div id="part-content" class="content">${fragments.content}</div>`,
    tail: `<div id="part-tail" class="post-tail-wrapper text-muted">${fragments.tail}</div>`,
  };
  return `<!doctype html>
<html lang="${escapeHtml(lang)}"${mode}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
${sheets.map((sheet) => `<link rel="stylesheet" href="${escapeHtml(sheet)}">`).join('\n')}
<script nonce="${nonce}" src="${ASSETS}/page.js" defer></script>
</head>
<body>
<main class="preview-main"><article class="px-1">
${PARTS.map((part) => parts[part]).join('\n')}
</article></main>
</body>
</html>
`;
}

/** A page that only says something, in both languages. */
export const renderNotice = (text: { readonly en: string; readonly ko: string }): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="${ASSETS}/post.css"></head>` +
  `<body><main class="preview-main"><p lang="ko">${escapeHtml(text.ko)}</p><p lang="en">${escapeHtml(text.en)}</p></main></body></html>`;

export const languageOf = (value: unknown): Language => (value === 'ko' ? 'ko' : 'en');
