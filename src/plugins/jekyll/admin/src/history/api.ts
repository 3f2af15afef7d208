import { adminApi } from '@strapi/strapi/admin';
import {
  type RunDetail,
  type RunResponse,
  RUNS_PATH,
  type RunsResponse,
} from '../../../contracts/runs';

interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

export const historyApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllRuns'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllRuns: builder.query<RunsResponse, PageRequest>({
        query: (params) => ({ url: RUNS_PATH, method: 'GET' as const, config: { params } }),
        providesTags: ['JekyllRuns'],
      }),
      getJekyllRun: builder.query<RunDetail, number>({
        query: (id) => ({ url: `${RUNS_PATH}/${id}`, method: 'GET' as const }),
        transformResponse: ({ data }: RunResponse) => data,
        providesTags: ['JekyllRuns'],
      }),
    }),
  });

export const { useGetJekyllRunsQuery, useGetJekyllRunQuery } = historyApi;
