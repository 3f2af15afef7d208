import { adminApi } from '@strapi/strapi/admin';
import {
  type CopyCommonRequest,
  type CreatedVersion,
  type CreateVersionRequest,
  type CreateVersionResponse,
  type SaveTranslationRequest,
  type Translation,
  type TranslationResponse,
  TRANSLATIONS_PATH,
} from '../../../contracts/translations';
import { documentTag, POST_UID } from '../publishing/content-types';
import type { PostVersion } from '../publishing/preview';

interface OfPost<Request> {
  readonly documentId: string;
  readonly request: Request;
}

const pathOf = (documentId: string): string =>
  `${TRANSLATIONS_PATH}/${encodeURIComponent(documentId)}`;
const dataOf = <T>({ data }: { readonly data: T }): T => data;

/** What changes a version of a post changes items and references too: all of them are read anew. */
const EVERYTHING = ['Document', 'Relations'] as const;

/** The plugin's reads and writes of translations, under the content manager's own tags. */
export const translationApi = adminApi
  .enhanceEndpoints({ addTagTypes: [...EVERYTHING] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllTranslation: builder.query<Translation, PostVersion>({
        query: ({ documentId, locale }) => ({
          url: pathOf(documentId),
          method: 'GET' as const,
          config: { params: { locale } },
        }),
        transformResponse: (answer: TranslationResponse) => dataOf(answer),
        providesTags: (_answer, _error, { documentId }) => [
          'Relations',
          documentTag(POST_UID, documentId),
        ],
      }),
      createJekyllVersion: builder.mutation<CreatedVersion, OfPost<CreateVersionRequest>>({
        query: ({ documentId, request }) => ({
          url: `${pathOf(documentId)}/version`,
          method: 'POST' as const,
          data: request,
        }),
        transformResponse: (answer: CreateVersionResponse) => dataOf(answer),
        invalidatesTags: (_answer, error) => (error ? [] : EVERYTHING),
      }),
      saveJekyllTranslation: builder.mutation<Translation, OfPost<SaveTranslationRequest>>({
        query: ({ documentId, request }) => ({
          url: pathOf(documentId),
          method: 'PUT' as const,
          data: request,
        }),
        transformResponse: (answer: TranslationResponse) => dataOf(answer),
        invalidatesTags: (_answer, error) => (error ? [] : EVERYTHING),
      }),
      copyJekyllCommonField: builder.mutation<Translation, OfPost<CopyCommonRequest>>({
        query: ({ documentId, request }) => ({
          url: `${pathOf(documentId)}/common`,
          method: 'POST' as const,
          data: request,
        }),
        transformResponse: (answer: TranslationResponse) => dataOf(answer),
        invalidatesTags: (_answer, error) => (error ? [] : EVERYTHING),
      }),
    }),
  });

export const {
  useGetJekyllTranslationQuery,
  useCreateJekyllVersionMutation,
  useSaveJekyllTranslationMutation,
  useCopyJekyllCommonFieldMutation,
} = translationApi;
