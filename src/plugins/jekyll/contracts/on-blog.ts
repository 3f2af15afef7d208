import type { Message, Problem } from '../core/problem';
import type { ExportAction } from './report';
import type { BlogState } from './status';
import type { UsingDocument } from './publishing';

/** What server and admin say to each other about entries and what the blog has of them. */

/** All below this path ask for the content type's own right to read, entry by entry. */
export const ON_BLOG_PATH = '/jekyll/on-blog';

/** Versions that one question about states may name: a page of the content manager's list. */
export const STATES_LIMIT = 100;

/** The blog cannot be read, or none is configured. */
export interface NoBlog {
  readonly data: null;
  readonly reason: Message;
}

/** How one version of a post stands to the blog. */
export interface StateOnBlog {
  readonly documentId: string;
  readonly state: BlogState;
  /** The draft was saved after it was last published. */
  readonly modified: boolean;
}

/**
 * `GET /jekyll/on-blog?documentId=…&documentId=…&locale=…`: of versions that whoever asks may read;
 * of others, and of those that do not exist, nothing.
 */
export type StatesResponse = { readonly data: readonly StateOnBlog[] } | NoBlog;

/** A footnote whose number changes. */
export interface LabelChange {
  /** Title of the item that cites it. */
  readonly item: string;
  /** Labels without `[^` and `]`. */
  readonly from: string;
  readonly to: string;
}

/** One version of a post on the blog. */
export interface PostOnBlog extends StateOnBlog {
  readonly locale: string;
  /** File that the blog has, or would get; relative to it, null where there is none. */
  readonly path: string | null;
  /** From the root of the site, as people read it: `/posts/a-post/`. */
  readonly address: string | null;
  /** The page itself; null while the blog has none, or where `_config.yml` names no `url`. */
  readonly url: string | null;
  /** Why an export leaves it alone, and what it would tell besides. */
  readonly problems: readonly Problem[];
  /** Footnotes that get another number when the draft is published. */
  readonly labels: readonly LabelChange[];
}

/** `GET /jekyll/on-blog/:documentId?locale=…`: 404 for a version that does not exist. */
export type PostOnBlogResponse = { readonly data: PostOnBlog } | NoBlog;

/**
 * `GET /jekyll/on-blog/summary`, with the right to see how posts stand to the blog: counts of versions
 * that whoever asks may read.
 */
export type SummaryResponse = { readonly data: BlogSummary } | NoBlog;
export interface BlogSummary {
  /** Versions by their state. */
  readonly states: Readonly<Record<BlogState, number>>;
  /** Translations whose original was changed since. */
  readonly behind: number;
  /** Posts that are looked at already; while `working`, the counts grow: ask again. */
  readonly known: {
    readonly done: number;
    readonly total: number;
    readonly working: boolean;
  };
}

/** What an export would do with the file of a version. */
export interface FileChange {
  readonly action: ExportAction;
  readonly path: string;
  /** Old path of a renamed file. */
  readonly from?: string;
  /** Unified diff from what the blog has; absent where nothing changes. */
  readonly diff?: string;
  readonly problems: readonly Problem[];
}

/** `GET /jekyll/on-blog/:documentId/changes?locale=…`: 403 where it shows what one may not read. */
export type ChangesResponse = { readonly data: PostChanges } | NoBlog;
export interface PostChanges {
  /** What the next export brings; null without a published version. */
  readonly published: FileChange | null;
  /** What it would bring once the saved draft is published; null where the draft says the same. */
  readonly draft: FileChange | null;
}

/** A post that shows what is edited. */
export interface ReachedPost extends UsingDocument {
  /** File of its published version that the blog has; null where it has none. */
  readonly path: string | null;
}

/** `GET /jekyll/on-blog/reach/items/:documentId?locale=…`, and the same for `references`. */
export interface ReachResponse {
  readonly data: Reach;
}
export interface Reach {
  /** Items that cite the reference; empty for an item. */
  readonly items: readonly UsingDocument[];
  readonly posts: readonly ReachedPost[];
}
