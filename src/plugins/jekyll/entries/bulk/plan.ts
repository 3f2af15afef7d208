import type { PostContent } from '../../core/post';
import type { SurveyItem } from '../../core/trend-post';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../../server/src/content-model';
import { citationData, citedReference, postData } from '../decompose';
import { matchItems } from '../match-items';
import {
  type ReferenceIndex,
  referenceData,
  type StoredReference,
  wantedReferences,
} from '../references';
import type { PostRow } from '../rows';
import { fits } from './fits';
import type { BulkModel } from './model';

export interface PlannedCitation {
  /** A row that stands, or one that a post of the same plan makes. */
  readonly reference: StoredReference;
  readonly text: string | null;
  readonly label: string | null;
}

export interface PlannedItem {
  readonly documentId: string;
  readonly title: string;
  readonly body: string;
  readonly citations: readonly PlannedCitation[];
}

export interface PlannedSection {
  readonly heading: string;
  readonly prefix: string;
  readonly lead: string;
  readonly items: readonly PlannedItem[];
}

/** A version that joins a document which has others. */
export interface JoinedVersion {
  readonly uid: typeof POST_UID | typeof TREND_ITEM_UID | typeof REFERENCE_UID;
  readonly documentId: string;
  readonly locale: string;
}

/** A new post with all that is new with it: as a draft, and published unless told otherwise. */
export interface PlannedPost {
  readonly documentId: string;
  readonly locale: string;
  readonly published: boolean;
  readonly coverId: number | null;
  /** Attributes without relations and components. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly sections: readonly PlannedSection[];
  /** References that it cites first. */
  readonly references: readonly StoredReference[];
  /** In the order in which the Document Service would have made them. */
  readonly joined: readonly JoinedVersion[];
}

export interface PostTarget {
  readonly locale: string;
  readonly draft: boolean;
  readonly coverId: number | null;
  /** Version of the same post in another locale: the new one joins its document and its items'. */
  readonly twin: PostRow | null;
}

export interface PlanContext {
  readonly model: BulkModel;
  /** Takes up what a post adds. */
  readonly references: ReferenceIndex;
  readonly newDocumentId: () => string;
  /** Whether an item has a version in a locale already. */
  readonly hasItem: (documentId: string, locale: string) => boolean;
}

/**
 * Plans the rows of a new post. Pure but for the index of references, which learns the new ones.
 *
 * @returns null for a post that the Document Service would refuse or change, or whose items have
 * versions to be updated: it has to go that way
 */
export function planPost(
  content: PostContent,
  target: PostTarget,
  context: PlanContext,
): PlannedPost | null {
  const { locale, twin } = target;
  const published = !target.draft;
  // Publication gives such a post a slug and a date of its own.
  if (published && (content.slug === '' || content.date === null)) return null;

  const references = planReferences(content, locale, context);
  if (!references) return null;
  const sections = planSections(content, target, context);
  const items = sections.flatMap((section) => section.items);
  const documents = new Set(items.map(({ documentId }) => documentId));
  if (documents.size < items.length) return null;
  if (items.some(({ documentId }) => context.hasItem(documentId, locale))) return null;

  const known = twin?.sections.flatMap((section) => section.items) ?? [];
  const joinedItems = items.filter(({ documentId }) =>
    known.some((item) => item.documentId === documentId),
  );
  const post: PlannedPost = {
    documentId: twin?.documentId ?? context.newDocumentId(),
    locale,
    published,
    coverId: target.coverId,
    data: postData(content),
    sections,
    references: references.made,
    joined: [
      ...references.joined.map((documentId) => ({ uid: REFERENCE_UID, documentId, locale })),
      ...joinedItems.map(({ documentId }) => ({ uid: TREND_ITEM_UID, documentId, locale })),
      ...(twin ? [{ uid: POST_UID, documentId: twin.documentId, locale }] : []),
    ] as readonly JoinedVersion[],
  };
  return postFits(post, context.model) ? post : null;
}

function planReferences(
  content: PostContent,
  locale: string,
  { references, newDocumentId }: PlanContext,
): { made: StoredReference[]; joined: string[] } | null {
  const made: StoredReference[] = [];
  const joined: string[] = [];
  for (const wanted of wantedReferences(citationsOf(content)).values()) {
    // An empty address identifies nothing once it is stored.
    if (wanted.url === '') return null;
    if (references.find(wanted, locale)) continue;
    const known = references.documentOf(wanted, locale);
    const reference = { ...wanted, id: null, documentId: known ?? newDocumentId(), locale };
    if (known !== null) joined.push(known);
    references.add(reference);
    made.push(reference);
  }
  return { made, joined };
}

const citationsOf = (content: PostContent) =>
  content.sections.flatMap(({ items }) => items.flatMap(({ citations }) => citations));

function planSections(
  content: PostContent,
  { locale, twin }: PostTarget,
  context: PlanContext,
): PlannedSection[] {
  const documents = matchItems(content, null, twin, new Map<SurveyItem, string>()).values();
  return content.sections.map(({ heading, prefix, lead, items }) => ({
    heading,
    prefix,
    lead,
    items: items.map((item) => ({
      documentId: documents.next().value ?? context.newDocumentId(),
      title: item.title,
      body: item.body,
      citations: item.citations.map((citation) => {
        const reference = context.references.find(citedReference(citation), locale);
        if (!reference) throw new Error(`Reference of "${citation.text}" is missing.`);
        const { text, label } = citationData(citation, reference) as Omit<
          PlannedCitation,
          'reference'
        >;
        return { reference, text, label };
      }),
    })),
  }));
}

function postFits(
  { data, sections, references, published }: PlannedPost,
  model: BulkModel,
): boolean {
  return (
    fits(model.post, { ...data, sections }, published) &&
    references.every((reference) => fits(model.reference, referenceData(reference), true)) &&
    sections.every(
      ({ heading, prefix, lead, items }) =>
        fits(model.section, { heading, prefix, lead }, published) &&
        items.every(
          ({ title, body, citations }) =>
            fits(model.item, { title, body, citations }, published) &&
            citations.every(({ text, label }) => fits(model.citation, { text, label }, published)),
        ),
    )
  );
}

/** The draft of a planned post as the database would return it, as far as its translations ask. */
export function rowOfPlanned({ documentId, locale, data, sections }: PlannedPost): PostRow {
  return {
    ...(data as unknown as PostRow),
    id: 0,
    documentId,
    locale,
    updatedAt: null,
    cover: null,
    sections,
  };
}
