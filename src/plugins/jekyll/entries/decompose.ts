import type { PostContent } from '../core/post';
import { printsAs, readReference, type SurveyCitation, type SurveyItem } from '../core/trend-post';

/** Attributes of a Post, without its relations. */
export function postData(content: PostContent): Record<string, unknown> {
  return {
    title: content.title,
    slug: content.slug,
    date: content.date === null ? null : new Date(content.date).toISOString(),
    description: content.description,
    categories: content.categories,
    tags: content.tags,
    authors: content.authors,
    coverPath: content.cover.path,
    coverAlt: content.cover.alt,
    coverLqip: content.cover.lqip,
    keywords: content.keywords,
    body: content.body,
    closing: content.closing,
    math: content.math,
    mermaid: content.mermaid,
    toc: content.toc,
    pin: content.pin,
    comments: content.comments,
    mediaBase: content.mediaBase.value,
    mediaBaseKey: content.mediaBase.value === null ? null : content.mediaBase.key,
    redirects: content.redirects,
    otherFrontMatter: content.otherFrontMatter,
  };
}

/** A reference as the library of references knows it in one locale. */
export interface KnownReference {
  readonly documentId: string;
  readonly title: string;
  readonly url: string | null;
}

/** What identifies a reference: its address, or without one its text. */
export const referenceKey = (reference: { title: string; url: string | null }): string =>
  reference.url ?? `\n${reference.title}`;

export const citedReference = (citation: SurveyCitation): { title: string; url: string | null } =>
  readReference(citation.text);

/** A citation component: its own text only where the reference would print otherwise. */
export function citationData(
  citation: SurveyCitation,
  reference: KnownReference,
): Record<string, unknown> {
  const { title, url } = reference;
  return {
    reference: reference.documentId,
    text: printsAs(citation.text, { title, url }) ? null : citation.text,
    label: citation.label === '' ? null : citation.label,
  };
}

/** Attributes of a TrendItem. */
export function itemData(
  item: SurveyItem,
  citations: readonly Record<string, unknown>[],
): Record<string, unknown> {
  return { title: item.title, body: item.body, citations };
}
