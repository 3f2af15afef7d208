import { adminApi } from '@strapi/strapi/admin';
import {
  type AskedImport,
  type ImportBody,
  IMPORTS_PATH,
  type ImportSourcesResponse,
} from '../../../contracts/imports';
import type { JobResponse, JobSummary } from '../../../contracts/jobs';
import { JOBS_PATH } from '../../../contracts/jobs';

export const importApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllJobs', 'JekyllRuns', 'JekyllSources'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllSources: builder.query<ImportSourcesResponse['data'], void>({
        query: () => ({ url: `${IMPORTS_PATH}/sources`, method: 'GET' as const }),
        transformResponse: ({ data }: ImportSourcesResponse) => data,
        providesTags: ['JekyllSources'],
      }),
      planJekyllImport: builder.mutation<JobSummary, ImportBody>({
        query: (data) => ({ url: `${IMPORTS_PATH}/plan`, method: 'POST' as const, data }),
        transformResponse: ({ data }: JobResponse) => data,
        invalidatesTags: ['JekyllJobs'],
      }),
      runJekyllImport: builder.mutation<JobSummary, ImportBody>({
        query: (data) => ({ url: IMPORTS_PATH, method: 'POST' as const, data }),
        transformResponse: ({ data }: JobResponse) => data,
        invalidatesTags: ['JekyllJobs', 'JekyllRuns', 'JekyllSources'],
      }),
      getJekyllImport: builder.query<AskedImport, string>({
        query: (id) => ({ url: `${JOBS_PATH}/${id}/result`, method: 'GET' as const }),
        transformResponse: ({ data }: { data: AskedImport }) => data,
      }),
    }),
  });

export const {
  useGetJekyllSourcesQuery,
  usePlanJekyllImportMutation,
  useRunJekyllImportMutation,
  useGetJekyllImportQuery,
} = importApi;
