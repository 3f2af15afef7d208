/**
 * What server and admin say to each other about publishing a post in one step and about withdrawing
 * what a published post shows.
 */

import type { Problem } from '../core/problem';
import type { TranslationNotice } from './translations';

/** A text for the editor, in both languages of the panel. */
export interface BilingualText {
  readonly en: string;
  readonly ko: string;
}

/** A document as an editor knows it. `title` is empty when the document has none. */
export interface NamedDocument {
  readonly documentId: string;
  readonly title: string;
}

/** Why a post, or an item, cannot be published as it stands. */
export type PublishingProblemCode =
  /** The section links an item that has no version in the post's locale. */
  | 'ITEM_NOT_IN_LOCALE'
  /** The item would be absent from the published section. */
  | 'ITEM_LOST'
  /** The item stands in the post more than once. */
  | 'ITEM_TWICE'
  /** The citation names no reference: deleted, or never chosen. */
  | 'CITATION_WITHOUT_REFERENCE'
  /** The cited reference has no version in the item's locale. */
  | 'REFERENCE_NOT_IN_LOCALE'
  /** The citation would be absent from the published item. */
  | 'CITATION_LOST';

/** A problem with its place. Numbers of sections and citations start at 1. */
export interface PublishingProblem {
  readonly code: PublishingProblemCode;
  readonly message: BilingualText;
  readonly locale: string;
  readonly section?: { readonly number: number; readonly heading: string };
  readonly item?: NamedDocument;
  readonly citation?: number;
}

/** What publishing a post in a locale would do, or has done. */
export interface PublishingReport {
  /** Items that go along because they have no published version: never published, or withdrawn. */
  readonly publishedAlong: readonly NamedDocument[];
  /** Published items with newer changes in their draft, which stay as they were published. */
  readonly keptOlder: readonly NamedDocument[];
  /** Published items whose newer changes go along because the editor chose so. */
  readonly changesTaken: readonly NamedDocument[];
  /** What the checks find in the published post; absent where they find nothing. */
  readonly problems?: readonly Problem[];
}

/** `GET /jekyll/publishing/:documentId?locale=` */
export interface PublishingPreview {
  readonly documentId: string;
  readonly locale: string;
  readonly publishedAlong: readonly NamedDocument[];
  readonly keptOlder: readonly NamedDocument[];
  /** Problems that stop the publication, except those in `duplicates`. */
  readonly missing: readonly PublishingProblem[];
  /** Items that stand in the post more than once: they stop the publication too. */
  readonly duplicates: readonly PublishingProblem[];
  /** Items of `publishedAlong` that this editor may not publish. Empty when nobody in particular asks. */
  readonly notPermitted: readonly NamedDocument[];
  /** What is not translated yet; it stops nothing. null where there is nothing to say. */
  readonly translation: TranslationNotice | null;
}
export interface PublishingPreviewResponse {
  readonly data: PublishingPreview;
}

/** A version of a document that shows or cites another one. */
export interface UsingDocument extends NamedDocument {
  readonly locale: string;
  /** Whether its published version does; otherwise only its draft. */
  readonly published: boolean;
}

/**
 * `GET /jekyll/usage/items?documentId=…&documentId=…&locale=…&action=unpublish|delete` (posts that
 * show the items) and `GET /jekyll/usage/references?documentId=…&locale=…` (items that cite them).
 * `locale=*` means all; several `documentId` and `locale` may be given.
 */
export interface UsageResponse {
  readonly data: readonly UsingDocument[];
}

/**
 * How a request carries an editor's choices to any route that publishes, withdraws or deletes:
 * as headers, or as `?jekyll[confirmed]=true&jekyll[publishChanges]=true` (or a list of document ids
 * with commas). In code: `documents(uid).publish({ …, jekyll: { publishChanges: true } })`.
 */
export const CONFIRMED_HEADER = 'x-jekyll-confirmed';
export const PUBLISH_CHANGES_HEADER = 'x-jekyll-publish-changes';
export interface PublishingChoices {
  /** The editor has seen which posts (or items) lose what is withdrawn or deleted. */
  readonly confirmed?: boolean;
  /** Take newer changes of published items along: of all of them, or of these documents. */
  readonly publishChanges?: boolean | readonly string[];
}

/** `error.details` of a refused request. `message` of the error is in the editor's language. */
export type PublishingRefusal =
  | {
      readonly code: 'POST_INCOMPLETE' | 'ITEM_INCOMPLETE';
      readonly messages: BilingualText;
      readonly problems: readonly PublishingProblem[];
    }
  | {
      readonly code: 'ITEM_PUBLISH_FORBIDDEN';
      readonly messages: BilingualText;
      readonly items: readonly NamedDocument[];
    }
  | {
      readonly code: 'ITEM_IN_USE';
      readonly messages: BilingualText;
      readonly posts: readonly UsingDocument[];
    }
  | {
      readonly code: 'REFERENCE_IN_USE';
      readonly messages: BilingualText;
      readonly items: readonly UsingDocument[];
    };

/** Name of the event that tells which items a publication took along; its payload follows. */
export const PUBLISHED_ALONG_EVENT = 'jekyll.published-along';
export interface PublishedAlongEvent {
  readonly post: string;
  readonly locale: string;
  /** Everything that was published along: new items, then items whose changes were taken. */
  readonly items: readonly NamedDocument[];
  readonly keptOlder: readonly NamedDocument[];
}
