/** The panel takes a type's display name for the id of its translation. */
const KOREAN: Readonly<Record<string, string>> = {
  Post: '글',
  'Trend item': '동향 항목',
  Reference: '참고 문헌',
  Section: '섹션',
  Citation: '인용',
};

/** Names of the content types in a language of the panel; none where the schema's own will do. */
export const displayNames = (locale: string): Readonly<Record<string, string>> =>
  locale === 'ko' ? KOREAN : {};
