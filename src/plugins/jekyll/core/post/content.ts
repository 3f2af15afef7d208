import type { SurveySection } from '../trend-post';

/** Cover image as the theme reads it: `image: path` or `image: { path, alt, lqip }`. */
export interface Cover {
  readonly path: string | null;
  readonly alt: string | null;
  readonly lqip: string | null;
}

/** The folder of a post's images and the key that says it (`img_path` before Chirpy 7). */
export interface MediaBase {
  readonly value: string | null;
  readonly key: MediaBaseKey | null;
}

export const MEDIA_BASE_KEYS = ['img_path', 'media_subpath'] as const;
export type MediaBaseKey = (typeof MEDIA_BASE_KEYS)[number];

/** A flag of the theme; null where the file doesn't say. */
export type Flag = boolean | null;

/** Every field of a post that the front matter (or the file name) says. */
export interface FrontMatterFields {
  readonly slug: string;
  readonly title: string | null;
  /** Milliseconds since 1970; null only where neither front matter nor file name has a date. */
  readonly date: number | null;
  readonly description: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
  readonly authors: readonly string[];
  readonly cover: Cover;
  readonly math: Flag;
  readonly mermaid: Flag;
  readonly toc: Flag;
  readonly pin: Flag;
  readonly comments: Flag;
  readonly mediaBase: MediaBase;
  /** Old addresses, `redirect_from`. */
  readonly redirects: readonly string[];
  /** YAML of every key that has no field, as it stood, LF, in file order. */
  readonly otherFrontMatter: string;
}

/** Every field of a post that its body says. A post without sections is plain. */
export interface BodyFields {
  readonly keywords: readonly string[];
  readonly body: string;
  readonly sections: readonly SurveySection[];
  /** null where nobody set it: the house form then prints its own references heading. */
  readonly closing: string | null;
}

/** One version of a post, free of Strapi and of files: what import reads and export writes. */
export interface PostContent extends FrontMatterFields, BodyFields {}

/** References heading of the house form: what a new post has in its closing text. */
export const DEFAULT_CLOSING = '## References';

export const EMPTY_COVER: Cover = { path: null, alt: null, lqip: null };
export const EMPTY_MEDIA_BASE: MediaBase = { value: null, key: null };
