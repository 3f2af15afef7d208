import type { PostContent } from '../../post';
import { follows } from './three-way';
import type { Versions } from './version';

const BODY_FIELDS = new Set(['body', 'sections', 'closing']);

/** The first field of the front matter that the merged text says otherwise than the side that changed it. */
export function strayField({ base, ours, theirs, merged }: Versions): string | undefined {
  const fields = Object.keys(base.content) as (keyof PostContent)[];
  return fields
    .filter((field) => !BODY_FIELDS.has(field))
    .find((field) => {
      const [b, o, t, m] = [base, ours, theirs, merged].map(({ content }) =>
        JSON.stringify(content[field]),
      );
      // Other front matter is the text of several keys: both may have changed some of it.
      return !follows(b ?? '', o ?? '', t ?? '', m ?? '');
    });
}
