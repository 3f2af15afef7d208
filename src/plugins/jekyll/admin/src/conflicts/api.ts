import { adminApi } from '@strapi/strapi/admin';
import {
  type Conflict,
  type ConflictHead,
  type ConflictResponse,
  CONFLICTS_PATH,
  type ConflictsResponse,
  type Resolved,
  type ResolveBody,
  type ResolveResponse,
} from '../../../contracts/conflicts';
import type { PostVersion } from '../../../contracts/service';

const pathOf = ({ documentId, locale }: PostVersion): string =>
  `${CONFLICTS_PATH}/${documentId}/${locale}`;

export const conflictsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllConflicts', 'JekyllRuns'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllConflicts: builder.query<readonly ConflictHead[], void>({
        query: () => ({ url: CONFLICTS_PATH, method: 'GET' as const }),
        transformResponse: ({ data }: ConflictsResponse) => data,
        providesTags: ['JekyllConflicts'],
      }),
      getJekyllConflict: builder.query<Conflict, PostVersion>({
        query: (version) => ({ url: pathOf(version), method: 'GET' as const }),
        transformResponse: ({ data }: ConflictResponse) => data,
      }),
      resolveJekyllConflict: builder.mutation<
        Resolved,
        PostVersion & { readonly body: ResolveBody }
      >({
        query: ({ body, ...version }) => ({
          url: pathOf(version),
          method: 'POST' as const,
          data: body,
        }),
        transformResponse: ({ data }: ResolveResponse) => data,
        invalidatesTags: ['JekyllConflicts', 'JekyllRuns'],
      }),
    }),
  });

export const {
  useGetJekyllConflictsQuery,
  useGetJekyllConflictQuery,
  useResolveJekyllConflictMutation,
} = conflictsApi;
