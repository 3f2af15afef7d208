import { adminApi } from '@strapi/strapi/admin';
import {
  type ChangesResponse,
  ON_BLOG_PATH,
  type PostOnBlogResponse,
  type Reach,
  type ReachResponse,
  type SummaryResponse,
} from '../../../contracts/on-blog';
import { documentTag, POST_UID, TREND_ITEM_UID } from '../publishing/content-types';
import type { PostVersion } from '../publishing/preview';

/** Whoever changes the blog invalidates it. */
export const BLOG_TAG = 'JekyllBlog';

/** An item or a reference in a locale. */
export interface ReachQuery extends PostVersion {
  readonly model: string;
}

const at = (...parts: string[]): string =>
  [ON_BLOG_PATH, ...parts.map((part) => encodeURIComponent(part))].join('/');

/**
 * What the blog has of entries. The queries carry the content manager's own tags, so that its saves
 * and publications reload them.
 */
export const onBlogApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations', BLOG_TAG] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllOnBlog: builder.query<PostOnBlogResponse, PostVersion>({
        query: ({ documentId, locale }) => ({
          url: at(documentId),
          method: 'GET' as const,
          config: { params: { locale } },
        }),
        providesTags: (_answer, _error, { documentId }) => [
          BLOG_TAG,
          'Relations',
          documentTag(POST_UID, documentId),
        ],
      }),
      getJekyllChanges: builder.query<ChangesResponse, PostVersion>({
        query: ({ documentId, locale }) => ({
          url: at(documentId, 'changes'),
          method: 'GET' as const,
          config: { params: { locale } },
        }),
        providesTags: (_answer, _error, { documentId }) => [
          BLOG_TAG,
          'Relations',
          documentTag(POST_UID, documentId),
        ],
      }),
      /** Sends nothing: says that the blog, and entries with it, may have changed. */
      tellJekyllExported: builder.mutation<null, readonly PostVersion[]>({
        queryFn: () => ({ data: null }),
        invalidatesTags: (_answer, _error, versions) => [
          BLOG_TAG,
          ...versions.map(({ documentId }) => documentTag(POST_UID, documentId)),
        ],
      }),
      getJekyllSummary: builder.query<SummaryResponse, void>({
        query: () => ({ url: at('summary'), method: 'GET' as const }),
        providesTags: [BLOG_TAG],
      }),
      getJekyllReach: builder.query<Reach, ReachQuery>({
        query: ({ model, documentId, locale }) => ({
          url: at('reach', model === TREND_ITEM_UID ? 'items' : 'references', documentId),
          method: 'GET' as const,
          config: { params: { locale } },
        }),
        transformResponse: ({ data }: ReachResponse) => data,
        providesTags: (_answer, _error, { model, documentId }) => [
          BLOG_TAG,
          'Relations',
          documentTag(model, documentId),
        ],
      }),
    }),
  });

export const {
  useGetJekyllOnBlogQuery,
  useGetJekyllChangesQuery,
  useGetJekyllReachQuery,
  useGetJekyllSummaryQuery,
  useTellJekyllExportedMutation,
} = onBlogApi;
