import type { NamedDocument, PublishingProblem } from '../../../contracts/publishing';
import {
  citationProblem,
  itemLost,
  itemNotInLocale,
  itemTwice,
  type SectionPlace,
} from './problems';
import type { ItemVersion, PostVersion, Section } from './tree';

/** Whether newer changes of published items go along: of all, of none, or of these documents. */
export type PublishChanges = boolean | readonly string[];

/** What one publication of a post in one locale has to do, and what stands in its way. */
export interface PublicationPlan {
  readonly locale: string;
  /** Items without a published version. */
  readonly publishedAlong: readonly NamedDocument[];
  /** Published items with newer changes, which the editor wants published too. */
  readonly changesTaken: readonly NamedDocument[];
  /** Published items with newer changes, which stay as published. */
  readonly keptOlder: readonly NamedDocument[];
  readonly missing: readonly PublishingProblem[];
  readonly duplicates: readonly PublishingProblem[];
  /** What the published post must show afterwards. */
  readonly expected: readonly ExpectedSection[];
}

export interface ExpectedSection extends SectionPlace {
  readonly items: readonly ExpectedItem[];
}
interface ExpectedItem extends NamedDocument {
  /** Document ids of the references, in order. */
  readonly references: readonly (string | null)[];
}

/**
 * Plans a publication.
 *
 * @param draft     The draft about to be published.
 * @param published Published versions, in the same locale, of the items that the draft shows.
 */
export function planPublication(
  draft: PostVersion,
  published: readonly ItemVersion[],
  publishChanges: PublishChanges,
): PublicationPlan {
  const { locale } = draft;
  const publishedById = new Map(published.map((item) => [item.documentId, item]));
  const firstPlace = new Map<string, SectionPlace>();
  const publishedAlong: NamedDocument[] = [];
  const changesTaken: NamedDocument[] = [];
  const keptOlder: NamedDocument[] = [];
  const missing: PublishingProblem[] = [];
  const duplicates: PublishingProblem[] = [];

  const expected = draft.sections.map((section, index) => {
    const place = placeOf(section, index);
    const items: ExpectedItem[] = [];
    for (const item of section.items) {
      const name = nameOf(item);
      const before = firstPlace.get(item.documentId);
      if (before) {
        duplicates.push(itemTwice(locale, place, name, before));
        continue;
      }
      firstPlace.set(item.documentId, place);
      if (item.locale !== null && item.locale !== locale) {
        missing.push(itemNotInLocale(locale, place, name));
        continue;
      }
      const standing = publishedById.get(item.documentId);
      let shown = item;
      if (!standing) {
        publishedAlong.push(name);
      } else if (item.updatedAt > standing.updatedAt) {
        if (isChosen(publishChanges, item.documentId)) {
          changesTaken.push(name);
        } else {
          keptOlder.push(name);
          shown = standing;
        }
      } else {
        shown = standing;
      }
      const mended = shown !== item && citationProblems(item, locale).length === 0;
      missing.push(...citationProblems(shown, locale, { section: place, mended }));
      items.push({ ...name, references: referencesOf(shown) });
    }
    return { ...place, items };
  });

  return { locale, publishedAlong, changesTaken, keptOlder, missing, duplicates, expected };
}

/** Citations of an item version that lead to no reference of its locale. */
export function citationProblems(
  item: ItemVersion,
  locale: string,
  seen: { section?: SectionPlace; mended?: boolean } = {},
): PublishingProblem[] {
  return item.citations.flatMap(({ reference }, index) => {
    const place = { ...seen, locale, item: nameOf(item), citation: index + 1 };
    if (!reference) return [citationProblem('CITATION_WITHOUT_REFERENCE', place)];
    if (reference.locale !== null && reference.locale !== locale) {
      return [citationProblem('REFERENCE_NOT_IN_LOCALE', place)];
    }
    return [];
  });
}

/** What a published post lacks of what it was to show. */
export function findLosses(
  plan: Pick<PublicationPlan, 'locale' | 'expected'>,
  published: PostVersion | undefined,
): PublishingProblem[] {
  return plan.expected.flatMap((section, index) => {
    const found = published?.sections[index]?.items ?? [];
    const place = { number: section.number, heading: section.heading };
    return section.items.flatMap((item, position) => {
      const name = nameOf(item);
      const there = found[position];
      if (there?.documentId !== item.documentId) return [itemLost(plan.locale, place, name)];
      return lostCitations(item.references, there, { locale: plan.locale, section: place });
    });
  });
}

/** The citations of `published` that are not the expected ones, in order. */
export function lostCitations(
  references: readonly (string | null)[],
  published: ItemVersion,
  place: { locale: string; section?: SectionPlace },
): PublishingProblem[] {
  const found = referencesOf(published);
  return references.flatMap((reference, index) =>
    found[index] === reference
      ? []
      : [
          citationProblem('CITATION_LOST', {
            ...place,
            item: nameOf(published),
            citation: index + 1,
          }),
        ],
  );
}

export const nameOf = ({ documentId, title }: NamedDocument): NamedDocument => ({
  documentId,
  title,
});

export const referencesOf = (item: ItemVersion): (string | null)[] =>
  item.citations.map(({ reference }) => reference?.documentId ?? null);

const placeOf = (section: Section, index: number): SectionPlace => ({
  number: index + 1,
  heading: section.heading,
});

const isChosen = (choice: PublishChanges, documentId: string): boolean =>
  typeof choice === 'boolean' ? choice : choice.includes(documentId);
