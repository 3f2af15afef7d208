import type { Problem } from '../../core/problem';
import type { PostPage } from '../document';
import { escapeHtml, type OpenTag, printOpen } from '../render/html-pieces';
import type { SiteLook } from '../site-look/read-look';

/** Parts of the page, each replaced by itself when the post changes. */
export interface Fragments {
  readonly header: string;
  readonly content: string;
  readonly toc: string;
  readonly tail: string;
  readonly problems: string;
}
export const PARTS = ['problems', 'header', 'toc', 'content', 'tail'] as const;

export type Language = 'en' | 'ko';

/** Words of the theme, in the language of the post. */
const THEME = {
  en: { posted: 'Posted', by: 'By', read: 'min read', contents: 'Contents', pinned: 'Pinned' },
  ko: { posted: '게시', by: '작성자', read: '분', contents: '바로가기', pinned: '고정' },
} as const;
/** Words of the preview, in the language of the panel. */
const PANEL = {
  en: { problems: 'The preview found', line: 'line', clean: '' },
  ko: { problems: '미리보기에서 찾은 것', line: '줄', clean: '' },
} as const;

const WORDS_PER_MINUTE = 180;

export const themeLanguage = (lang: string): Language => (lang.startsWith('ko') ? 'ko' : 'en');

function dateOf(page: PostPage): string {
  if (page.date === null) return '';
  const date = new Date(page.date);
  const text = new Intl.DateTimeFormat(themeLanguage(page.lang) === 'ko' ? 'ko-KR' : 'en-US', {
    dateStyle: 'medium',
    timeZone: page.zone,
  }).format(date);
  return `<time datetime="${date.toISOString()}">${escapeHtml(text)}</time>`;
}

function header(page: PostPage, heading: OpenTag): string {
  const words = THEME[themeLanguage(page.lang)];
  const minutes = Math.max(1, Math.round(page.words / WORDS_PER_MINUTE));
  const { cover, description, authors, pin } = page;
  const meta = [
    page.date === null ? '' : `<span>${words.posted} ${dateOf(page)}</span>`,
    authors.length > 0
      ? `<span>${words.by} <em>${authors.map(escapeHtml).join(', ')}</em></span>`
      : '',
    `<span class="readtime">${minutes} ${words.read}</span>`,
    pin ? `<span class="pin">${words.pinned}</span>` : '',
  ];
  const caption = cover?.alt
    ? `<figcaption class="text-center pt-2 pb-2">${escapeHtml(cover.alt)}</figcaption>`
    : '';
  const image =
    cover === null
      ? ''
      : `<figure class="preview-cover">${
          cover.src === null
            ? `<span class="preview-missing">${escapeHtml(cover.path)}</span>`
            : `<img class="preview-img" src="${escapeHtml(cover.src)}" alt="${escapeHtml(cover.alt || 'Preview Image')}" width="1200" height="630">`
        }${caption}</figure>`;
  return (
    `${printOpen(heading)}${escapeHtml(page.title)}</${heading.name}>` +
    (description === '' ? '' : `<p class="post-desc">${escapeHtml(description)}</p>`) +
    `<div class="post-meta text-muted">${meta.join('')}</div>${image}`
  );
}

/** @param open whether it is unfolded: beside a site's own list of contents it is not */
function toc(page: PostPage, open: boolean): string {
  if (page.toc.length === 0) return '';
  const words = THEME[themeLanguage(page.lang)];
  const entries = page.toc.map(
    ({ level, id, text }) =>
      `<li class="toc-${level}"><a href="#${escapeHtml(encodeURIComponent(id))}">${escapeHtml(text)}</a></li>`,
  );
  return `<details${open ? ' open' : ''}><summary>${words.contents}</summary><ul>${entries.join('')}</ul></details>`;
}

const words = (className: string, label: string, all: readonly string[]): string =>
  all.length === 0
    ? ''
    : `<div class="${className}" aria-label="${label}">${all.map((word) => `<span class="post-tag">${escapeHtml(word)}</span>`).join('')}</div>`;

function problemList(found: readonly Problem[], language: Language): string {
  if (found.length === 0) return '';
  const panel = PANEL[language];
  const items = found.map(({ severity, code, message, line }) => {
    const place = line === undefined ? '' : `<small>${panel.line} ${line}</small> `;
    return `<li class="${severity}" data-code="${escapeHtml(code)}">${place}${escapeHtml(message[language])}</li>`;
  });
  return `<details><summary>${panel.problems} (${found.length})</summary><ul>${items.join('')}</ul></details>`;
}

const HEADING: OpenTag = {
  kind: 'open',
  name: 'h1',
  attributes: [{ name: 'data-toc-skip', value: null }],
  selfClosing: false,
};

/** @param language of the panel, for what the preview itself has to say */
export const fragmentsOf = (
  page: PostPage,
  language: Language,
  look: Pick<SiteLook, 'heading'> | null,
): Fragments => ({
  header: header(page, look?.heading ?? HEADING),
  content: page.html,
  toc: toc(page, look === null),
  tail:
    words('post-categories', 'categories', page.categories) + words('post-tags', 'tags', page.tags),
  problems: problemList(page.problems, language),
});
