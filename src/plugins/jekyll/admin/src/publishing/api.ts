import { adminApi } from '@strapi/strapi/admin';
import type {
  PublishingPreview,
  PublishingPreviewResponse,
  UsageResponse,
  UsingDocument,
} from '../../../contracts/publishing';
import { documentTag, POST_UID, TREND_ITEM_UID } from './content-types';
import { previewRequest, type PostVersion } from './preview';
import { usageUrl, type Withdrawal } from './withdrawal';

/**
 * The plugin's reads about publishing. They carry the content manager's own tags, so that its
 * saves and publications reload them.
 */
export const publishingApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['Document', 'Relations'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllPublishing: builder.query<PublishingPreview, PostVersion>({
        query: previewRequest,
        transformResponse: ({ data }: PublishingPreviewResponse) => data,
        providesTags: (preview, _error, { documentId }) => [
          'Relations',
          documentTag(POST_UID, documentId),
          ...[...(preview?.publishedAlong ?? []), ...(preview?.keptOlder ?? [])].map((item) =>
            documentTag(TREND_ITEM_UID, item.documentId),
          ),
        ],
      }),
      getJekyllUsage: builder.query<readonly UsingDocument[], Withdrawal>({
        query: (withdrawal) => ({ url: usageUrl(withdrawal), method: 'GET' as const }),
        transformResponse: ({ data }: UsageResponse) => data,
      }),
    }),
  });

export const { useGetJekyllPublishingQuery, useGetJekyllUsageQuery, useLazyGetJekyllUsageQuery } =
  publishingApi;
