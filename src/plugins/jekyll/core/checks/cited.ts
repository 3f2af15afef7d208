import type { CheckedPost, Place } from './types';

export interface Citation {
  readonly label: string;
  /** What its definition prints. */
  readonly text: string;
  readonly place: Place;
}

/** What the items of a survey cite, in order; none in a plain post. */
export function citationsOf(post: CheckedPost): Citation[] {
  const { survey, body } = post;
  if (!survey) return [];
  const places = new Map(body.footnotes.definitions.map(({ label, offset }) => [label, offset]));
  return survey.sections.flatMap(({ items }) =>
    items.flatMap(({ citations }) =>
      citations.map(({ label, text }): Citation => {
        const offset = places.get(label);
        return { label, text, place: offset === undefined ? { field: 'sections' } : { offset } };
      }),
    ),
  );
}
