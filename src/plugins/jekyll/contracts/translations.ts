import type { NamedDocument } from './publishing';

/** What server and admin say to each other about the versions of a post in several locales. */

/** `GET TRANSLATIONS_PATH/:documentId?locale=` answers with {@link TranslationResponse}. */
export const TRANSLATIONS_PATH = '/jekyll/translations';

/**
 * How a text of a translation stands to its original.
 *
 * - `untouched`: still the copy that a new version starts with, or empty; to be translated
 * - `translated`: translated, or of a kind that reads alike in both languages
 * - `behind`: the original was changed since the translation was last touched
 */
export type TranslationState = 'untouched' | 'translated' | 'behind';

/** Texts in each state, and all of them. */
export interface TranslationCounts {
  readonly total: number;
  readonly untouched: number;
  readonly behind: number;
}

/** One text beside its original. */
export interface TranslatedField {
  /** Names the text within its document: `title`, `sections.12.heading`, `citations.7.text`. */
  readonly path: string;
  /** Attribute of the content type or component, for its label. */
  readonly name: string;
  /** `line`: one line; `text`: Markdown; `words`: a list, one word a line. */
  readonly shape: 'line' | 'text' | 'words';
  readonly original: string;
  readonly translation: string;
  readonly state: TranslationState;
  /** The original as the translation last followed it; only where that is `behind`. */
  readonly previous: string | null;
  /** Whether this editor may save it. */
  readonly editable: boolean;
}

/** A document, or a section of the post, with its texts. */
export interface TranslatedPart {
  readonly key: string;
  readonly kind: 'post' | 'section' | 'item' | 'reference';
  /** Content type and document to which the fields belong. */
  readonly uid: string;
  readonly documentId: string;
  /** What the part is called: in the translation where it has a name there. */
  readonly title: string;
  readonly fields: readonly TranslatedField[];
}

/** What the original shows and the translation lacks. */
export interface MissingParts {
  readonly sections: readonly string[];
  readonly items: readonly NamedDocument[];
  readonly references: readonly NamedDocument[];
}

/** A field that is meant to be alike in every version, as it stands in two of them. */
export interface CommonField {
  readonly name: string;
  readonly original: string;
  readonly translation: string;
}

/** A version of a post beside the version it is a translation of. */
export interface Translation {
  readonly documentId: string;
  readonly locale: string;
  /** Locale of the original; null where this version is the original. */
  readonly from: string | null;
  /** Locales in which the post has a version. */
  readonly locales: readonly string[];
  /** Locales without a version that this editor could make from this one. */
  readonly creatable: readonly string[];
  /** The version exists; otherwise only `from`, `locales` and `creatable` say something. */
  readonly exists: boolean;
  readonly counts: TranslationCounts;
  readonly missing: MissingParts;
  /** Whether this editor may add what is missing. */
  readonly completable: boolean;
  readonly parts: readonly TranslatedPart[];
  /** Common fields that differ. */
  readonly common: readonly CommonField[];
  /** Names of those in `common` that this editor may copy over. */
  readonly copyable: readonly string[];
}
export interface TranslationResponse {
  readonly data: Translation;
}

/** `POST TRANSLATIONS_PATH/:documentId/version`: makes the version of `to`, or adds what it lacks. */
export interface CreateVersionRequest {
  readonly from: string;
  readonly to: string;
}
export interface CreatedVersion {
  /** Whether the post had no version in that locale before. */
  readonly post: boolean;
  readonly sections: number;
  readonly items: number;
  readonly references: number;
}
export interface CreateVersionResponse {
  readonly data: CreatedVersion;
}

/** A text to save. */
export interface TextChange {
  readonly uid: string;
  readonly documentId: string;
  readonly path: string;
  readonly value: string;
  /** The text that the editor began from: another one is not overwritten. */
  readonly before: string;
}
/** A text that is called up to date as it stands. */
export type TextMark = Pick<TextChange, 'uid' | 'documentId' | 'path'>;

/**
 * `PUT TRANSLATIONS_PATH/:documentId`: saves drafts of all documents concerned, or of none, and
 * answers with {@link TranslationResponse}. 409 with {@link TranslationConflict} where somebody saved
 * one of the texts meanwhile.
 */
export interface SaveTranslationRequest {
  readonly from: string;
  readonly locale: string;
  readonly changes: readonly TextChange[];
  readonly marks: readonly TextMark[];
}
export interface TranslationConflict {
  readonly code: 'TRANSLATION_CONFLICT';
  readonly messages: { readonly en: string; readonly ko: string };
  readonly paths: readonly string[];
}

/** `POST TRANSLATIONS_PATH/:documentId/common`: takes the original's value of one common field. */
export interface CopyCommonRequest {
  readonly from: string;
  readonly locale: string;
  readonly field: string;
}

/** How a version stands to its original: `PostTranslation[]` by `translations.ofPosts`. */
export interface PostTranslation extends TranslationCounts {
  readonly documentId: string;
  readonly locale: string;
  readonly from: string;
  /** Sections of the original are not counted: items and references without this locale. */
  readonly missing: number;
}

/** What a publication of a translation would show that is not translated; never a reason to stop. */
export interface TranslationNotice {
  readonly from: string;
  /** Items of the original that the translation does not show. */
  readonly missing: readonly NamedDocument[];
  /** The post itself, or items, with texts that nobody has translated. */
  readonly untouched: readonly NamedDocument[];
  /** The same with texts whose original was changed since. */
  readonly behind: readonly NamedDocument[];
}
