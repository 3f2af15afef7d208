import {
  type PlannedCitation,
  type PlannedItem,
  type PlannedPost,
  type PlannedSection,
} from './plan';
import type { NewRow } from '../../server/src/database';
import { referenceData, type StoredReference } from '../references';
import type { LinkTable } from './model';

/** A document's row as a draft or as it is published. */
export interface Version<T> {
  readonly of: T;
  readonly published: boolean;
  readonly locale: string;
}

/** A component that stands in a version's row, which stands at `owner` in the list of its versions. */
export interface Part<T> {
  readonly of: T;
  readonly owner: number;
  /** From 1. */
  readonly place: number;
}

/** What is written for some posts, each list in the order in which the Document Service would have. */
export interface Contents {
  readonly references: readonly StoredReference[];
  readonly items: readonly Version<PlannedItem>[];
  readonly citations: readonly Part<PlannedCitation>[];
  readonly posts: readonly Version<PlannedPost>[];
  readonly sections: readonly Part<PlannedSection>[];
}

/** Takes posts apart into versions and components: a published post has all of them twice. */
export function contentsOf(posts: readonly PlannedPost[]): Contents {
  const items = posts.flatMap((post) =>
    post.sections.flatMap((section) => section.items.flatMap((item) => versionsOf(item, post))),
  );
  const versions = posts.flatMap((post) => versionsOf(post, post));
  return {
    references: posts.flatMap(({ references }) => references),
    items,
    citations: items.flatMap(({ of }, owner) => partsOf(of.citations, owner)),
    posts: versions,
    sections: versions.flatMap(({ of }, owner) => partsOf(of.sections, owner)),
  };
}

function versionsOf<T>(of: T, { published, locale }: PlannedPost): Version<T>[] {
  const draft = { of, published: false, locale };
  return published ? [draft, { of, published, locale }] : [draft];
}

const partsOf = <T>(parts: readonly T[], owner: number): Part<T>[] =>
  parts.map((of, index) => ({ of, owner, place: index + 1 }));

/** Attributes that every document has; a published row says when its draft was saved. */
const documentRow = (
  { documentId, locale }: { readonly documentId: string; readonly locale: string },
  published: boolean,
  now: Date,
): NewRow => ({
  documentId,
  locale,
  createdAt: now,
  updatedAt: now,
  publishedAt: published ? now : null,
});

export const referenceRow = (reference: StoredReference, now: Date): NewRow => ({
  ...documentRow(reference, true, now),
  ...referenceData(reference),
});

export const itemRow = (version: Version<PlannedItem>, now: Date): NewRow => {
  const { documentId, title, body } = version.of;
  const { locale, published } = version;
  return { ...documentRow({ documentId, locale }, published, now), title, body };
};

export const citationRow = ({ of: { text, label } }: Part<PlannedCitation>): NewRow => ({
  text,
  label,
});

export const postRow = ({ of, published }: Version<PlannedPost>, now: Date): NewRow => ({
  ...documentRow(of, published, now),
  ...of.data,
});

export const sectionRow = ({ of: { heading, prefix, lead } }: Part<PlannedSection>): NewRow => ({
  heading,
  prefix,
  lead,
});

/** @param place among the links of one row, from 1 */
export const linkRow = (table: LinkTable, from: number, to: number, place: number): NewRow => ({
  [table.from]: from,
  [table.to]: to,
  ...table.also,
  ...(table.order === null ? {} : { [table.order]: place }),
});
