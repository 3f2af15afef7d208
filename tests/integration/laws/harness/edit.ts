import type { PostContent } from '../../../../src/plugins/jekyll/core/post';
import type { Reach } from './locality';

/** One change of one post, made and taken back through Strapi, with what the file must then say. */
export interface Edit {
  /** Field or operation: `title`, `item.body`, `item moved between sections`. */
  readonly name: string;
  readonly value: unknown;
  readonly apply: () => Promise<void>;
  readonly undo: () => Promise<void>;
  /** What the file must say afterwards. */
  readonly expected: PostContent;
  /** Slug of the entry afterwards; null where it has none. */
  readonly slug: string | null;
  readonly reach: Reach;
}

/** An edit that is made only when it is its turn: drawing it may read the database. */
export interface PlannedEdit {
  readonly name: string;
  readonly draw: () => Promise<Edit | null>;
}
