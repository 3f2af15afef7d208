import MarkdownIt from 'markdown-it';
import { attributeOf, cutHtml } from '../preview/render/html-pieces';

/** What a page says about itself; null where it does not. */
export interface PageFacts {
  readonly title: string | null;
  /** A journal, a site, a company. */
  readonly publisher: string | null;
  /** `2025-01-31`. */
  readonly publishedOn: string | null;
  /** Whether it carries the meta tags of a paper. */
  readonly isPaper: boolean;
  readonly isVideo: boolean;
}

const PAPER_DATES = ['citation_publication_date', 'citation_online_date', 'citation_date'];
const DATES = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dc.date',
  'dcterms.created',
  'date',
  'pubdate',
];
const JOURNALS = [
  'citation_journal_title',
  'citation_conference_title',
  'citation_inbook_title',
  'citation_publisher',
];
const MAX_TEXT = 500;
const { unescapeAll } = new MarkdownIt().utils;

/** Reads what a page says about itself: meta tags of papers first, then Open Graph, then its title. */
export function readPage(html: string): PageFacts {
  const { meta, title, data } = scan(html);
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const paper = first(['citation_title']);
  const site = first(['og:site_name', 'application-name']);
  const publisher = (paper !== null ? first(JOURNALS) : null) ?? site;
  const own = title === null ? null : withoutSite(title, site);
  return {
    title: paper ?? first(['og:title', 'twitter:title', 'dc.title']) ?? own,
    publisher,
    publishedOn:
      [...PAPER_DATES, ...DATES].map((name) => dayOf(meta.get(name))).find(Boolean) ??
      dayOf(publishedInData(data)),
    isPaper: paper !== null,
    isVideo: (meta.get('og:type') ?? '').startsWith('video'),
  };
}

interface Scanned {
  /** First value of each name, lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title: string | null;
  /** Scripts of linked data. */
  readonly data: readonly string[];
}

function scan(html: string): Scanned {
  const meta = new Map<string, string>();
  const data: string[] = [];
  let title: string | null = null;
  let within: 'title' | 'data' | null = null;
  for (const piece of cutHtml(html)) {
    if (piece.kind === 'raw' && within === 'title') title ??= clean(piece.text);
    else if (piece.kind === 'raw' && within === 'data') data.push(piece.text);
    within = null;
    if (piece.kind !== 'open') continue;
    if (piece.name === 'title') within = 'title';
    else if (piece.name === 'script') {
      const type = attributeOf(piece, 'type')?.toLowerCase() ?? '';
      within = type === 'application/ld+json' ? 'data' : null;
    } else if (piece.name === 'meta') {
      const name = ['property', 'name', 'itemprop']
        .map((key) => attributeOf(piece, key))
        .find(Boolean);
      const content = clean(attributeOf(piece, 'content') ?? '');
      const key = name?.trim().toLowerCase();
      if (key !== undefined && content !== null && !meta.has(key)) meta.set(key, content);
    }
  }
  return { meta, title, data };
}

/** One line without entities; null where nothing is left. */
function clean(text: string): string | null {
  // What follows a backslash is escaped in Markdown, not in HTML.
  const decoded = unescapeAll(text.slice(0, 4 * MAX_TEXT).replaceAll('\\', '\\\\'));
  const line = decoded.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line === '' ? null : line.slice(0, MAX_TEXT).trim();
}

/** “A headline | The site” is “A headline”, where the page says which site it is. */
function withoutSite(title: string, site: string | null): string {
  if (site === null || !title.endsWith(site)) return title;
  const rest = title.slice(0, -site.length).replace(/\s*[|\-–—:·•»]\s*$/u, '');
  return rest === '' ? title : rest;
}

/** The day of `2025-01-31T09:00:00Z`, `2025/1/31` or `20250131`; null for less than a day. */
function dayOf(text: string | null | undefined): string | null {
  const match = /^\s*(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text ?? '');
  if (!match) return null;
  const [, year = '', , month = '', day = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function publishedInData(scripts: readonly string[]): string | null {
  for (const script of scripts) {
    const found = /"datePublished"\s*:\s*"([^"\\]{4,40})"/.exec(script)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}
