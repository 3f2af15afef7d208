import type { z } from 'zod';
import type { FrontMatterFields } from '../post';
import type { FrontMatterEntry } from '../post-file';
import type { Message, Problem } from '../problem';
import type { SurveyContent } from '../trend-post';
import type { Body } from './body';
import type { BlogFacts, FactName } from './facts';

export type Severity = Problem['severity'];
/** How a site has a rule: as it is, or not at all. */
export type Level = 'off' | Severity;

/** What is checked: a file as it would stand in the blog. */
export interface PostText {
  readonly text: string;
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** IANA zone of the site. */
  readonly zone: string;
}

/** A post taken apart. What costs time is made when a rule first asks for it. */
export interface CheckedPost {
  readonly path: string;
  readonly zone: string;
  readonly fields: FrontMatterFields;
  /** Front matter by key, as Psych reads it. */
  readonly entries: ReadonlyMap<string, FrontMatterEntry>;
  /** YAML of the front matter, as it stands; empty without one. */
  readonly yaml: string;
  readonly body: Body;
  /** What the body says as a survey; null for a plain post. */
  readonly survey: SurveyContent | null;
}

/** Where something was found: in the body by offset or line, or at a key of the front matter. */
export type Place =
  | { readonly offset: number }
  /** From 1, in the body. */
  | { readonly bodyLine: number }
  /** From 1, in the file. */
  | { readonly fileLine: number; readonly key?: string }
  | { readonly key: string }
  /** A field of the entry that the file does not spell. */
  | { readonly field: string };

export interface Finding {
  readonly message: Message;
  readonly place: Place;
}

export interface RuleInput<Options> {
  readonly post: CheckedPost;
  readonly facts: BlogFacts;
  readonly options: Options;
  /** The time at which the post is checked, in milliseconds since 1970. */
  readonly now: number;
}

/** One thing that can be wrong with a post. Never throws, whatever the text. */
export interface Rule<Options = unknown> {
  /** Kebab-case; the code of its problems and its switch in the configuration. */
  readonly id: string;
  /** Unless the configuration says otherwise. `error` is for what breaks the build or loses text. */
  readonly severity: Level;
  /** Facts about the blog without which the rule does not run. */
  readonly needs?: readonly FactName[];
  /** Costs time: it does not run while somebody types, or publishes. */
  readonly slow?: boolean;
  /**
   * Says what could be better in a post that is shown as it was meant. Advice is for whoever edits
   * or asks; a post on its way to the blog is not measured by it, unless the configuration makes it
   * an error.
   */
  readonly advice?: boolean;
  readonly options?: z.ZodType<Options>;
  check(input: RuleInput<Options>): Iterable<Finding>;
}

/** Keeps the type of a rule's options where it is defined, and forgets it for the list of all. */
export const rule = <Options>(definition: Rule<Options>): Rule => definition as Rule;
