import type { Problem } from '../../core/problem';
import type { PostPage } from '../document';
import { escapeHtml, type OpenTag, printOpen, withAttribute } from '../render/html-pieces';
import type { HeaderLook } from '../site-look/header';
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

const tagOf = (name: string, className: string): OpenTag => ({
  kind: 'open',
  name,
  attributes: [{ name: 'class', value: className }],
  selfClosing: false,
});
const HEADING: OpenTag = {
  ...tagOf('h1', ''),
  attributes: [{ name: 'data-toc-skip', value: null }],
};
const COVER: OpenTag = {
  ...tagOf('img', ''),
  attributes: [
    { name: 'class', value: 'preview-img' },
    { name: 'width', value: '1200' },
    { name: 'height', value: '630' },
  ],
};
const OWN_HEADER: HeaderLook = { heading: null, description: null, cover: null };

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

function describe({ description }: PostPage, look: HeaderLook): string {
  if (description === '' || look.description === 'hidden') return '';
  const tag = look.description ?? tagOf('p', 'post-desc');
  return `${printOpen(tag)}${escapeHtml(description)}</${tag.name}>`;
}

function coverOf({ cover }: PostPage, look: HeaderLook): string {
  if (cover === null || look.cover === 'hidden') return '';
  const tags = look.cover ?? [tagOf('figure', 'preview-cover'), COVER];
  const around = tags.slice(0, -1);
  const attributes = { alt: cover.alt || 'Preview Image', src: cover.src ?? '' };
  const image = Object.entries(attributes).reduce(
    (tag, [name, value]) => withAttribute(tag, name, value),
    tags.at(-1) ?? COVER,
  );
  const caption = cover.alt
    ? `<figcaption class="text-center pt-2 pb-2">${escapeHtml(cover.alt)}</figcaption>`
    : '';
  return (
    around.map(printOpen).join('') +
    (cover.src === null
      ? `<span class="preview-missing">${escapeHtml(cover.path)}</span>`
      : printOpen(image)) +
    caption +
    around
      .map(({ name }) => `</${name}>`)
      .reverse()
      .join('')
  );
}

function header(page: PostPage, look: HeaderLook): string {
  const words = THEME[themeLanguage(page.lang)];
  const minutes = Math.max(1, Math.round(page.words / WORDS_PER_MINUTE));
  const { authors, pin } = page;
  const heading = look.heading ?? HEADING;
  const meta = [
    page.date === null ? '' : `<span>${words.posted} ${dateOf(page)}</span>`,
    authors.length > 0
      ? `<span>${words.by} <em>${authors.map(escapeHtml).join(', ')}</em></span>`
      : '',
    `<span class="readtime">${minutes} ${words.read}</span>`,
    pin ? `<span class="pin">${words.pinned}</span>` : '',
  ];
  return (
    `${printOpen(heading)}${escapeHtml(page.title)}</${heading.name}>` +
    describe(page, look) +
    `<div class="post-meta text-muted">${meta.join('')}</div>${coverOf(page, look)}`
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

/** @param language of the panel, for what the preview itself has to say */
export const fragmentsOf = (
  page: PostPage,
  language: Language,
  look: Pick<SiteLook, 'header'> | null,
): Fragments => ({
  header: header(page, look?.header ?? OWN_HEADER),
  content: page.html,
  toc: toc(page, look === null),
  tail:
    words('post-categories', 'categories', page.categories) + words('post-tags', 'tags', page.tags),
  problems: problemList(page.problems, language),
});
