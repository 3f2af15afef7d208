import type { Message, Problem } from '../core/problem';
import type { Progress } from './report';

/** What server, command line and admin say to each other about checks. */

/** The right to check what an editor has typed; asked for beside the right to read the post. */
export const CHECK_ACTION = 'plugin::jekyll.check';
/** The right to publish a post in which the checks find errors. */
export const IGNORE_CHECKS_ACTION = 'plugin::jekyll.ignore-checks';
export const CHECKS_PATH = '/jekyll/checks';

/** What the checks find in one post. */
export interface CheckedPostReport {
  /** Where its file stands or would stand, relative to the blog. */
  readonly file: string;
  readonly slug: string;
  readonly locale: string;
  readonly problems: readonly Problem[];
}

export interface CheckReport {
  readonly posts: readonly CheckedPostReport[];
  readonly totals: {
    readonly posts: number;
    readonly errors: number;
    readonly warnings: number;
  };
}

export interface CheckRequest {
  /** Absolute; null where there is no checkout: what asks for one is then not checked. */
  readonly blogDir: string | null;
  /** Slugs to check; all without it. */
  readonly posts?: readonly string[] | undefined;
  readonly locales?: readonly string[] | undefined;
  /** Looks at external links first. */
  readonly links?: boolean | undefined;
  /** Errors that the blog already has stay errors. */
  readonly strict?: boolean | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** `strapi.plugin('jekyll').service('checks')`: what the command line knows of it. */
export interface ChecksService {
  /** Checks posts as their drafts stand: what the next publication and export would bring. */
  checkPosts(request: CheckRequest): Promise<CheckReport>;
}

/**
 * `POST /jekyll/checks`: the fast rules over what a form holds. Relations are as Strapi's form keeps
 * them: what is saved, with `connect` and `disconnect`.
 */
export interface CheckFormRequest {
  /** null for a post that was never saved. */
  readonly documentId: string | null;
  readonly locale: string;
  readonly values: Readonly<Record<string, unknown>>;
}
export interface CheckFormResponse {
  readonly data: { readonly file: string; readonly problems: readonly Problem[] };
}

/**
 * How a request to publish says that errors are no reason to stop: as a header, as
 * `?jekyll[ignoreChecks]=true`, or in code `publish({ …, jekyll: { ignoreChecks: true } })`. Needs
 * {@link IGNORE_CHECKS_ACTION}.
 */
export const IGNORE_CHECKS_HEADER = 'x-jekyll-ignore-checks';

/** `error.details` of a publication that the checks refused. */
export interface ChecksRefusal {
  readonly code: 'CHECKS_FAILED';
  readonly messages: Message;
  readonly problems: readonly Problem[];
}
