import type { AddressRules } from '../address';
import type { MediaSite } from '../post/media-path';

/** A post of the blog, as another post's link sees it. */
export interface LinkedPost {
  /** Ids that a link may name behind `#`; null where they are not known. */
  readonly ids: ReadonlySet<string> | null;
}

/** A version of the same post in another locale. */
export interface Sibling {
  readonly locale: string;
  /** When its text last changed, in milliseconds since 1970. */
  readonly changedAt: number;
}

/** The versions of a post, as far as translations are concerned. */
export interface Translations {
  readonly locale: string;
  /** The locale that is written first. */
  readonly original: string;
  /** Every locale of the CMS. */
  readonly locales: readonly string[];
  readonly changedAt: number;
  readonly siblings: readonly Sibling[];
}

/** An item that a post shows and whose published text is missing, or older than its draft. */
export interface UnpublishedItem {
  readonly title: string;
  readonly state: 'never-published' | 'changed';
  /** Path of the field that shows it: `sections.0.items`. */
  readonly field: string;
}

/** What a linter of Markdown found. */
export interface LintIssue {
  /** Its name of the rule: `MD034`. */
  readonly name: string;
  /** From 1, in the text it was given. */
  readonly line: number;
  readonly column: number | null;
  readonly description: string;
  readonly detail: string | null;
}

/** An address on the web that did not answer as it should. */
export interface DeadLink {
  readonly url: string;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** ISO 8601. */
  readonly since: string;
}

/**
 * What is known about the blog around a post. Whoever runs the checks gives what is at hand; a rule
 * whose facts are missing does not run. Lookups are for what the post names: `questions` says what
 * that is, so that it can be read before.
 */
export interface BlogFacts {
  /** Where image addresses lead, and what else of `_config.yml` counts for a post. */
  readonly site?: MediaSite & {
    /** The site's own address (`url`). */
    readonly url: string | null;
    /** kramdown reads Markdown in HTML blocks (`kramdown: parse_block_html`). */
    readonly parsesBlockHtml?: boolean;
  };
  readonly address?: AddressRules;
  /** Bytes of a file of the blog; null where none stands. */
  readonly fileSize?: (path: string) => number | null;
  /** The post at an address from the root of the site; null where there is none. */
  readonly postAt?: (address: string) => LinkedPost | null;
  /** Whether `{% post_url name %}` finds a post. */
  readonly hasPostNamed?: (name: string) => boolean;
  /** Ids of `_data/authors.yml`. */
  readonly authors?: ReadonlySet<string>;
  /** Names that other posts use. */
  readonly names?: { readonly tags: Iterable<string>; readonly categories: Iterable<string> };
  /** Address of the post as the blog has it; null for a post that it doesn't have. */
  readonly publishedAddress?: string | null;
  readonly translations?: Translations;
  readonly unpublishedItems?: readonly UnpublishedItem[];
  /** Liquid tags that plugins of the site add. */
  readonly liquidTags?: ReadonlySet<string>;
  readonly lint?: (markdown: string, config: Readonly<Record<string, unknown>>) => LintIssue[];
  readonly deadLinks?: ReadonlyMap<string, DeadLink>;
}

export type FactName = keyof BlogFacts;
