import type { Pagination } from './pagination';
import type { ExportedFile } from './report';

/**
 * How one version of a post stands to the blog. `in-step`: the blog says what is published; `new`,
 * `changed`: the next export writes it; `to-remove`: the next export removes its file; `waiting`: its
 * date lies ahead; `left-out`: `localeStrategy` keeps its locale out of the blog; `conflict`, `refused`:
 * the next export leaves it alone and says why; `draft`: never published, or withdrawn and gone from
 * the blog; `missing`: no version in this locale.
 */
export const BLOG_STATES = [
  'in-step',
  'changed',
  'new',
  'to-remove',
  'waiting',
  'left-out',
  'conflict',
  'refused',
  'draft',
  'missing',
] as const;
export type BlogState = (typeof BLOG_STATES)[number];

/** One version of a post and its file. */
export interface VersionStatus {
  readonly locale: string;
  readonly state: BlogState;
  /** The draft was saved after it was last published. */
  readonly modified: boolean;
  /** The file that an export would write, or that the blog holds; null where there is none. */
  readonly path: string | null;
  readonly problems: ExportedFile['problems'];
  /** The original was changed after this translation was last touched. */
  readonly behind: boolean;
}

/** A post in every locale of the CMS. */
export interface PostStatus {
  readonly documentId: string;
  /** Of the first locale that has them. */
  readonly slug: string | null;
  readonly title: string | null;
  readonly versions: readonly VersionStatus[];
}

export interface StatusReport {
  readonly posts: readonly PostStatus[];
  /** Versions in each state. */
  readonly totals: Readonly<Record<BlogState, number>>;
}

/** What server and admin say to each other about the list of all posts. */
export const STATUS_PATH = '/jekyll/status';

/** What the list can be filtered by. */
export const STATUS_FILTERS = [...BLOG_STATES, 'modified', 'behind'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];

/** A version as the list shows it. */
export interface StatusCell extends VersionStatus {
  /** Whoever asks may export it, and an export has something to do. */
  readonly mayExport: boolean;
}

/** A post with the versions that whoever asks may read. */
export interface StatusRow extends Omit<PostStatus, 'versions'> {
  readonly versions: readonly StatusCell[];
}

/**
 * `GET /jekyll/status?page=1&pageSize=20&q=&state=&locale=`: last changed first; posts whose entry is
 * gone while the blog has their file come before all others. `q` looks into titles and slugs;
 * `locale` keeps the posts that have that version, and shows no other.
 */
export interface StatusPageResponse {
  readonly data: readonly StatusRow[];
  readonly meta: {
    readonly pagination: Pagination;
    /** All locales of the CMS, the default one first: the columns. */
    readonly locales: readonly string[];
    /**
     * How far the plans are known that a filter by state asks for; null without such a filter. While
     * `working`, the list grows: ask again.
     */
    readonly known: {
      readonly done: number;
      readonly total: number;
      readonly working: boolean;
    } | null;
  };
}
