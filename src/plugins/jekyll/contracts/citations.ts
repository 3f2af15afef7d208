/**
 * What server and admin say to each other about sources that an editor pastes as addresses.
 * `POST /jekyll/citations` needs the right to create references; it writes nothing.
 */
export const CITATIONS_PATH = '/jekyll/citations';

/** Addresses that one request may hold. */
export const CITATIONS_LIMIT = 30;

export const REFERENCE_KINDS = [
  'article',
  'paper',
  'repository',
  'report',
  'video',
  'other',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Fields of a reference that is not stored yet. */
export interface NewReference {
  /** '' where nobody could tell: the editor types it. */
  readonly title: string;
  readonly url: string;
  readonly kind: ReferenceKind;
  readonly publisher: string | null;
  /** `2025-01-31`. */
  readonly publishedOn: string | null;
}

/** A reference that the CMS has. */
export interface StoredReference {
  readonly documentId: string;
  readonly title: string;
  readonly url: string;
}

/** Why a page did not say what it is. */
export type CitationFailure =
  /** The configuration switched it off. */
  | 'off'
  /** No public web address: nobody was called. */
  | 'private'
  /** It answered that it has no such page, or would not say. */
  | 'refused'
  /** It did not answer in time, or not at all. */
  | 'unreachable';

/** What is known of one pasted address. */
export interface Citation {
  /** As pasted. */
  readonly address: string;
  /** The reference that the CMS has for it; then nothing was fetched. */
  readonly known: StoredReference | null;
  /** What to fill in; null for a known one, and for what is no web address. */
  readonly suggestion: NewReference | null;
  readonly failure: CitationFailure | null;
}

export interface CitationsRequest {
  readonly addresses: readonly string[];
  readonly locale: string;
}
export interface CitationsResponse {
  /** One for each address, in the same order; the same source twice is named twice. */
  readonly data: readonly Citation[];
}
