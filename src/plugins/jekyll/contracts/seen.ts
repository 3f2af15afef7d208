import type { Message } from '../core/problem';

/**
 * How a request to save or to publish through the content manager says which saved version its form
 * started from, so that nobody's changes are replaced unseen: as `?jekyll[seen]=…`, or as a header.
 * The value is the entry's document id, its locale and its `updatedAt`, with `;` between them. A
 * request without it is not held up.
 */
export const SEEN_HEADER = 'x-jekyll-seen';

/** A saved version, as somebody saw it. */
export interface SeenVersion {
  readonly documentId: string;
  readonly locale: string;
  /** `updatedAt` of the draft (of the entry, for a reference): ISO 8601. */
  readonly updatedAt: string;
}

export const printSeen = ({ documentId, locale, updatedAt }: SeenVersion): string =>
  [documentId, locale, updatedAt].join(';');

/** @returns null for a text that says no version */
export function readSeen(text: string): SeenVersion | null {
  const [documentId = '', locale = '', updatedAt = '', ...more] = text.split(';');
  const isVersion = documentId !== '' && locale !== '' && !Number.isNaN(Date.parse(updatedAt));
  return isVersion && more.length === 0 ? { documentId, locale, updatedAt } : null;
}

/** A field that would be saved otherwise than it is saved now. */
export interface FieldDifference {
  readonly field: string;
  /** What is saved, as a text. */
  readonly saved: string;
  /** What the request would save. */
  readonly yours: string;
}

/** `error.details` of the answer 409: somebody saved the entry since it was opened. */
export interface ChangedSince {
  readonly code: 'CHANGED_SINCE';
  readonly messages: Message;
  /** Names the version that is saved now: with it as the seen one, a request replaces it. */
  readonly seen: SeenVersion;
  /** Who saved it; null where it was no administrator, but an import or an export, say. */
  readonly savedBy: { readonly id: number; readonly name: string } | null;
  /** Of fields that whoever asks may read. */
  readonly differences: readonly FieldDifference[];
  /** Row ids that components have now, by their field: a section that was removed has none. */
  readonly components: Readonly<Record<string, readonly number[]>>;
}
