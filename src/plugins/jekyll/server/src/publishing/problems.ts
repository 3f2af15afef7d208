import type {
  BilingualText,
  NamedDocument,
  PublishingProblem,
} from '../../../contracts/publishing';

/** Where in a post a problem stands. */
export interface SectionPlace {
  readonly number: number;
  readonly heading: string;
}

/** The title in quotes, or the id of a document that has none. */
export function quoted({ title, documentId }: NamedDocument): string {
  return `“${title || documentId}”`;
}

/** A list of titles for a message: the first ten, and how many more there are. */
export function quotedList(documents: readonly NamedDocument[]): BilingualText {
  const shown = documents.slice(0, 10).map(quoted).join(', ');
  const more = documents.length - 10;
  return more > 0
    ? { en: `${shown} and ${more} more`, ko: `${shown} 외 ${more}개` }
    : { en: shown, ko: shown };
}

const sectionName = ({ number, heading }: SectionPlace): BilingualText => ({
  en: heading ? `section ${number} (${heading})` : `section ${number}`,
  ko: heading ? `${number}번째 섹션(${heading})` : `${number}번째 섹션`,
});

export function itemNotInLocale(
  locale: string,
  section: SectionPlace,
  item: NamedDocument,
): PublishingProblem {
  const place = sectionName(section);
  return {
    code: 'ITEM_NOT_IN_LOCALE',
    locale,
    section,
    item,
    message: {
      en: `The item ${quoted(item)} in ${place.en} has no ${locale} version. Write it, or take the item out of the section.`,
      ko: `${place.ko}의 항목 ${quoted(item)}에 ${locale} 버전이 없습니다. 버전을 작성하거나 섹션에서 항목을 빼세요.`,
    },
  };
}

export function itemLost(
  locale: string,
  section: SectionPlace,
  item: NamedDocument,
): PublishingProblem {
  const place = sectionName(section);
  return {
    code: 'ITEM_LOST',
    locale,
    section,
    item,
    message: {
      en: `The item ${quoted(item)} would be missing from ${place.en} of the published post.`,
      ko: `발행된 글의 ${place.ko}에서 항목 ${quoted(item)}이(가) 빠지게 됩니다.`,
    },
  };
}

export function itemTwice(
  locale: string,
  section: SectionPlace,
  item: NamedDocument,
  first: SectionPlace,
): PublishingProblem {
  const place = sectionName(section);
  const before = sectionName(first);
  return {
    code: 'ITEM_TWICE',
    locale,
    section,
    item,
    message: {
      en: `The item ${quoted(item)} stands twice in the post: in ${before.en} and in ${place.en}. Keep it in one of them.`,
      ko: `항목 ${quoted(item)}이(가) ${before.ko}과 ${place.ko}에 두 번 들어 있습니다. 한 곳에만 남기세요.`,
    },
  };
}

/**
 * `section` is absent when the item itself is being published; `mended` says that the item's draft,
 * whose changes would not go along, no longer has the problem.
 */
export function citationProblem(
  code: 'CITATION_WITHOUT_REFERENCE' | 'REFERENCE_NOT_IN_LOCALE' | 'CITATION_LOST',
  place: {
    locale: string;
    section?: SectionPlace;
    item: NamedDocument;
    citation: number;
    mended?: boolean;
  },
): PublishingProblem {
  const { locale, section, item, citation } = place;
  const within = section ? sectionName(section) : undefined;
  const en = `Citation ${citation} of the item ${quoted(item)}${within ? ` in ${within.en}` : ''}`;
  const ko = `${within ? `${within.ko}의 ` : ''}항목 ${quoted(item)}의 ${citation}번째 인용`;
  const mended = {
    en: `${en} is mended in the item's draft only. Publish the item's changes too.`,
    ko: `${ko}은(는) 항목의 초안에서만 고쳐졌습니다. 항목의 변경 사항도 함께 발행하세요.`,
  };
  const message = {
    CITATION_WITHOUT_REFERENCE: {
      en: `${en} has no reference. Choose one, or remove the citation.`,
      ko: `${ko}에 참고문헌이 없습니다. 참고문헌을 고르거나 인용을 지우세요.`,
    },
    REFERENCE_NOT_IN_LOCALE: {
      en: `${en} names a reference that has no ${locale} version. Add that version, or choose another reference.`,
      ko: `${ko}이(가) 가리키는 참고문헌에 ${locale} 버전이 없습니다. 버전을 추가하거나 다른 참고문헌을 고르세요.`,
    },
    CITATION_LOST: {
      en: `${en} would be missing from the published item.`,
      ko: `${ko}이(가) 발행된 항목에서 빠지게 됩니다.`,
    },
  }[code];
  return {
    code,
    locale,
    ...(section ? { section } : {}),
    item,
    citation,
    message: place.mended ? mended : message,
  };
}
