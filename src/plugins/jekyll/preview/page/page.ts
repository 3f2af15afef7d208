import { escapeHtml } from '../render/html-pieces';
import { place } from '../site-look/template';
import type { SiteLook } from '../site-look/read-look';
import { printOpen, withAttribute } from '../render/html-pieces';
import { ASSETS } from './assets';
import type { PARTS } from './fragments';
import { type Fragments, type Language } from './fragments';

export interface PageShell {
  readonly title: string;
  readonly lang: string;
  readonly fragments: Fragments;
  /** How the site shows its posts; null: the plugin's own style. */
  readonly look: SiteLook | null;
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
  const { title, lang, fragments, theme, nonce } = shell;
  const { html, head, body } = shell.look ?? OWN_LOOK;
  const themed = THEME_MARKS.reduce(
    (tag, name) => (theme === null ? tag : withAttribute(tag, name, theme)),
    withAttribute(html, 'lang', lang),
  );
  // In one pass: what a part says is no place for another.
  const filled = body.replace(
    /<!--part:(\w+)-->/g,
    (_all, name: (typeof PARTS)[number]) => fragments[name],
  );
  return `<!doctype html>
${printOpen(themed)}
<head>
<meta charset="utf-8">
<script nonce="${nonce}" src="${ASSETS}/page.js" defer></script>
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${ASSETS}/katex.min.css">
${head}
<link rel="stylesheet" href="${ASSETS}/preview.css">
</head>
${filled}
</html>
`;
}

/** By one of these a theme that has both tells light from dark. */
const THEME_MARKS = ['data-mode', 'data-theme', 'data-bs-theme'];

const OWN_LOOK: Pick<SiteLook, 'html' | 'head' | 'body'> = {
  html: { kind: 'open', name: 'html', attributes: [], selfClosing: false },
  head:
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<link rel="stylesheet" href="${ASSETS}/post.css">`,
  body: `<body>
<main class="preview-main"><article class="px-1">
<aside data-part="problems" class="preview-problems">${place('problems')}</aside>
<header data-part="header">${place('header')}</header>
<nav data-part="toc" class="preview-toc">${place('toc')}</nav>
<div data-part="content" class="content">${place('content')}</div>
<div data-part="tail" class="post-tail-wrapper text-muted">${place('tail')}</div>
</article></main>
</body>`,
};

/** A page that only says something, in both languages. */
export const renderNotice = (text: { readonly en: string; readonly ko: string }): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title><link rel="stylesheet" href="${ASSETS}/post.css"></head>` +
  `<body><main class="preview-main"><p lang="ko">${escapeHtml(text.ko)}</p><p lang="en">${escapeHtml(text.en)}</p></main></body></html>`;

export const languageOf = (value: unknown): Language => (value === 'ko' ? 'ko' : 'en');
