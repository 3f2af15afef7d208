import type { NewReference } from './citations';

/**
 * What server and admin say to each other about the outline of a survey: its sections, their items,
 * and the footnotes these will have. All of it needs the content types' own rights.
 */

/** `POST`: the outline of what a form holds; needs the right to read the post. */
export const OUTLINE_PATH = '/jekyll/outline';
/** `POST`: items to add; needs the right to read trend items. */
export const ITEM_SEARCH_PATH = '/jekyll/outline/search';
/** `POST`: makes drafts of items; needs the rights to create them and their references. */
export const OUTLINE_ITEMS_PATH = '/jekyll/outline/items';

/**
 * `POST`: which of some items that the asker made in an outline nobody uses: none of them was ever
 * published, translated, written on, changed by somebody else, or shown by a post, in any version.
 */
export const LEFT_ITEMS_PATH = '/jekyll/outline/left';
/** `POST`: deletes those of them, with the references that were made along and nobody else cites. */
export const DISCARD_ITEMS_PATH = '/jekyll/outline/discard';

/** Items that one answer to a search holds at most. */
export const ITEM_SEARCH_LIMIT = 20;
/** Items that one request makes at most. */
export const NEW_ITEMS_LIMIT = 30;

/** Relations are as Strapi's form keeps them: what is saved, with `connect` and `disconnect`. */
export interface OutlineRequest {
  /** null for a post that was never saved. */
  readonly documentId: string | null;
  readonly locale: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface OutlineCitation {
  /** Name of the footnote on the blog, without `[^` and `]`; null where it can't be told. */
  readonly label: string | null;
  /** What the footnote prints, in short: the title of the reference, or its own words. */
  readonly text: string;
  readonly url: string | null;
}

export interface OutlineItem {
  /** Row of the draft: Strapi's form names relations so. */
  readonly id: number;
  readonly documentId: string;
  /** null where the editor may not read the item. */
  readonly title: string | null;
  readonly status: 'draft' | 'published' | 'modified';
  readonly citations: readonly OutlineCitation[];
}

export interface OutlineSection {
  /** Items as they are saved, by document. */
  readonly saved: readonly string[];
  /** Items as saving the form would order them. */
  readonly items: readonly string[];
}

export interface Outline {
  /** As the form orders them. */
  readonly sections: readonly OutlineSection[];
  /** Every item that is named above. */
  readonly items: readonly OutlineItem[];
}
export interface OutlineResponse {
  readonly data: Outline;
}

export interface ItemSearchRequest {
  readonly locale: string;
  /** Part of a title or topic; '' finds all. */
  readonly q: string;
  /** Documents to leave out: what the outline has already. */
  readonly omit: readonly string[];
}
export interface FoundItem extends OutlineItem {
  /** Whether a post shows it already; those that none shows come first. */
  readonly used: boolean;
  readonly topic: string | null;
}
export interface ItemSearchResponse {
  readonly data: readonly FoundItem[];
}

/** A reference that the item cites: one that the CMS has, or a new one. */
export type CitedReference = { readonly documentId: string } | NewReference;

export interface NewItemsRequest {
  readonly locale: string;
  readonly items: readonly {
    readonly title: string;
    readonly references: readonly CitedReference[];
  }[];
}
export interface NewItemsResponse {
  /** In the order of the request. */
  readonly data: readonly OutlineItem[];
}

/** Of the paths {@link LEFT_ITEMS_PATH} and {@link DISCARD_ITEMS_PATH}. */
export interface LeftItemsRequest {
  readonly locale: string;
  readonly documentIds: readonly string[];
}
/** Those that nobody uses; after a discard, those that were deleted. */
export interface LeftItemsResponse {
  readonly data: readonly { readonly documentId: string; readonly title: string }[];
}
