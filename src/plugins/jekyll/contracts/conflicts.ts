import type { Message, Problem } from '../core/problem';
import type { ConflictSides, PushReport } from './report';
import type { Resolution } from './service';

/** What server and admin say to each other about posts that both sides changed. */
export const CONFLICTS_PATH = '/jekyll/conflicts';

/** A post in one locale that an export leaves alone, because the blog says something else. */
export interface ConflictHead {
  /** The entry may be gone: then only the blog's file is left. */
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string;
  /** null where the entry is gone or names none. */
  readonly title: string | null;
  /** File in the blog, `/` between its parts. */
  readonly path: string;
  /** Why nothing was written. */
  readonly problems: readonly Problem[];
}

/** Ways to settle one: the blog's text, the CMS's, or one made of both. */
export type Choice = Resolution['use'];

export interface Conflict extends ConflictHead {
  readonly sides: ConflictSides;
  /** Names exactly these texts: an answer to other ones is refused. */
  readonly version: string;
  /** What may be chosen: by the conflict's kind, and by the rights of whoever asks. */
  readonly choices: readonly Choice[];
}

/** `GET /jekyll/conflicts`: those whose posts one may read, by path. */
export interface ConflictsResponse {
  readonly data: readonly ConflictHead[];
}

/** `GET /jekyll/conflicts/:documentId/:locale`: 404 where there is none (any more). */
export interface ConflictResponse {
  readonly data: Conflict;
}

/** Body of `POST /jekyll/conflicts/:documentId/:locale`. */
export interface ResolveBody {
  readonly version: string;
  readonly resolution: Resolution;
}

export interface Resolved {
  /** The file as it is called now. */
  readonly path: string;
  readonly commit: string | null;
  readonly push: PushReport | null;
  readonly problems: readonly Problem[];
}

/** What a resolution answers. */
export interface ResolveResponse {
  readonly data: Resolved;
}

/**
 * `error.details` of a refusal. `CONFLICT_CHANGED` (409): a side changed since it was shown, and
 * nothing was done; ask for the conflict again.
 */
export interface ConflictRefusal {
  readonly code:
    | 'NO_BLOG'
    | 'BLOG_UNREADABLE'
    | 'BLOG_BUSY'
    | 'CONFLICT_CHANGED'
    | 'CONFLICT_UNRESOLVED';
  readonly messages: Message;
}
