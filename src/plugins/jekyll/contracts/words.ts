/**
 * `GET /jekyll/words`: the words that other entries already use in a field of words (categories,
 * tags, keywords, authors, …), most used first. Needs an admin's token and the right to read that
 * field of that content type.
 */
export const WORDS_PATH = '/jekyll/words';

/** The custom field whose value is an ordered list of words; uid as Strapi builds it. */
export const WORDS_FIELD = 'plugin::jekyll.words';

/** Suggestions that one answer holds at most. */
export const WORDS_LIMIT = 20;

export interface WordsQuery {
  /** A content type that the content manager shows. */
  readonly uid: string;
  /** An attribute of that type which is a field of words. */
  readonly field: string;
  /** Locale code; without it the words of every locale are offered. */
  readonly locale?: string;
  /** Keeps the words that contain this text, upper and lower case alike. */
  readonly q?: string;
}

export interface WordsResponse {
  readonly data: readonly string[];
}
