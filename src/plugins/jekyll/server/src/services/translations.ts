import type { Core } from '@strapi/strapi';
import type {
  CopyCommonRequest,
  CreatedVersion,
  CreateVersionRequest,
  PostTranslation,
  SaveTranslationRequest,
  Translation,
  TranslationNotice,
} from '../../../contracts/translations';
import type { CommonFieldName } from '../translations/common-fields';
import { translationsOfPosts } from '../translations/counts';
import { createVersion } from '../translations/create-version';
import type { Editor } from '../translations/editor';
import { translationNotice } from '../translations/notice';
import type { PostVersions } from '../translations/pair';
import { copyCommonField, saveTranslation } from '../translations/save';
import { readTranslation } from '../translations/view';

/** Versions of posts in several locales: made, compared, translated, counted. */
export const createTranslationsService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** What the editor may read of a version beside its original. */
  read: (editor: Editor, versions: PostVersions, locale: string): Promise<Translation> =>
    readTranslation(strapi, editor, versions, locale),

  /** Makes a version with its whole tree, or adds what it lacks. */
  create: (
    editor: Editor,
    documentId: string,
    request: CreateVersionRequest,
  ): Promise<CreatedVersion> => createVersion(strapi, editor, { documentId, ...request }),

  save: (editor: Editor, documentId: string, request: SaveTranslationRequest): Promise<void> =>
    saveTranslation(strapi, editor, documentId, request),

  copyCommon: (
    editor: Editor,
    documentId: string,
    request: CopyCommonRequest & { readonly field: CommonFieldName },
  ): Promise<void> => copyCommonField(strapi, editor, documentId, request),

  /** What a publication of this version would show untranslated; null where there is nothing to say. */
  notice: (version: {
    readonly documentId: string;
    readonly locale: string;
  }): Promise<TranslationNotice | null> => translationNotice(strapi, version),

  /**
   * How each translated version of the posts stands to its original: texts in all, untouched, behind,
   * and items or references that it lacks. A fixed number of queries for a page of posts; give it a
   * page, not all of them. Originals, and locales without a version, are not in the answer.
   */
  ofPosts: (documentIds: readonly string[]): Promise<PostTranslation[]> =>
    translationsOfPosts(strapi, documentIds),
});

export type TranslationsService = ReturnType<typeof createTranslationsService>;
