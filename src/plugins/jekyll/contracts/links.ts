import type { Pagination } from './pagination';

/** What server and admin say to each other about external links that are dead. */

/** The right that the routes ask for is `SEE_ACTION` of `contracts/rights`. */
export const LINKS_PATH = '/jekyll/links';
/** `POST`: starts a look at the links whose time has come and at the dead ones; answers 202 with the job. */
export const LOOK_PATH = '/jekyll/links/look';

/** What a look at links ends with. */
export interface LinkLook {
  /** Links that were asked. */
  readonly asked: number;
}

/** An entry in which a link stands, one that the asker may read. */
export interface LinkUse {
  readonly uid: string;
  readonly documentId: string;
  readonly locale: string;
  readonly title: string;
}

export interface BrokenLink {
  readonly url: string;
  /** HTTP status of the last look; null where no answer came. */
  readonly status: number | null;
  /** Name of what kept the answer away, such as `ENOTFOUND`; null for an answer. */
  readonly error: string | null;
  /** ISO 8601, as the next. */
  readonly since: string;
  readonly checkedAt: string;
  /** Drafts that hold the link, at most {@link USES_LIMIT}. */
  readonly usedIn: readonly LinkUse[];
}
export const USES_LIMIT = 20;

/** `GET /jekyll/links?page=1&pageSize=20`: broken links, those that broke last first. */
export interface LinksResponse {
  readonly data: readonly BrokenLink[];
  readonly meta: {
    readonly pagination: Pagination;
    /** Links that were looked at, the dead ones among them. */
    readonly looked: number;
    /** The last look at any of them: ISO 8601; null before the first. */
    readonly lastLook: string | null;
  };
}
