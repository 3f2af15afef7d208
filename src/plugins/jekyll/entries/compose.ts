import { suggestSlug } from '../core/post-file';
import type { PostContent } from '../core/post';
import { printReference, type SurveyCitation, type SurveySection } from '../core/trend-post';
import type { CitationRow, PostRow, SectionRow } from './rows';

/** The words of a list field; anything else that a raw API call may have stored counts as none. */
export const words = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];

/** What a citation prints: its own text, else the reference as a link. */
function composeCitation({ reference, text, label }: CitationRow): SurveyCitation {
  const own = text ?? '';
  const link = reference
    ? printReference({ title: reference.title ?? '', url: reference.url || null })
    : '';
  return { label: label ?? '', text: own === '' ? link : own };
}

const composeSection = (section: SectionRow): SurveySection => ({
  heading: section.heading ?? '',
  prefix: section.prefix ?? '',
  lead: section.lead ?? '',
  items: section.items.map((item) => ({
    title: item.title ?? '',
    body: item.body ?? '',
    citations: item.citations.map(composeCitation),
  })),
});

/** Turns one version of an entry, read with all it shows, into the fields of a post. */
export function composePost(row: PostRow): PostContent {
  return {
    slug: row.slug || suggestSlug(row.title ?? ''),
    title: row.title,
    // A file's date has whole seconds.
    date: row.date === null ? null : Math.floor(Date.parse(row.date) / 1000) * 1000,
    description: row.description,
    categories: words(row.categories),
    tags: words(row.tags),
    authors: words(row.authors),
    cover: { path: row.coverPath, alt: row.coverAlt, lqip: row.coverLqip },
    math: row.math,
    mermaid: row.mermaid,
    toc: row.toc,
    pin: row.pin,
    comments: row.comments,
    mediaBase: { value: row.mediaBase, key: row.mediaBaseKey },
    redirects: words(row.redirects),
    otherFrontMatter: row.otherFrontMatter ?? '',
    keywords: words(row.keywords),
    body: row.body ?? '',
    sections: row.sections.map(composeSection),
    closing: row.closing,
  };
}
