import { adminApi } from '@strapi/strapi/admin';
import {
  type ExportChangesResponse,
  type ExportPageResponse,
  EXPORTS_PATH,
  type ListedAction,
  type PlanExportRequest,
  type RunExportRequest,
} from '../../../contracts/exports';
import type { JobResponse, JobSummary } from '../../../contracts/jobs';
import type { ExportedFile } from '../../../contracts/report';

interface PageRequest {
  readonly id: string;
  readonly page: number;
  readonly action?: ListedAction | undefined;
}
interface ChangesRequest {
  readonly documentId: string;
  readonly locale: string;
  readonly force: boolean;
  readonly ignoreChecks: boolean;
}

export const exportApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllJobs', 'JekyllRuns'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      planJekyllExport: builder.mutation<JobSummary, PlanExportRequest>({
        query: (data) => ({ url: `${EXPORTS_PATH}/plan`, method: 'POST' as const, data }),
        transformResponse: ({ data }: JobResponse) => data,
        invalidatesTags: ['JekyllJobs'],
      }),
      runJekyllExport: builder.mutation<JobSummary, RunExportRequest>({
        query: (data) => ({ url: EXPORTS_PATH, method: 'POST' as const, data }),
        transformResponse: ({ data }: JobResponse) => data,
        invalidatesTags: ['JekyllJobs', 'JekyllRuns'],
      }),
      getJekyllExport: builder.query<ExportPageResponse, PageRequest>({
        query: ({ id, ...params }) => ({
          url: `${EXPORTS_PATH}/${id}`,
          method: 'GET' as const,
          config: { params },
        }),
      }),
      getJekyllPlannedChanges: builder.query<readonly ExportedFile[], ChangesRequest>({
        query: (params) => ({
          url: `${EXPORTS_PATH}/changes`,
          method: 'GET' as const,
          config: { params },
        }),
        transformResponse: ({ data }: ExportChangesResponse) => data.files,
      }),
    }),
  });

export const {
  usePlanJekyllExportMutation,
  useRunJekyllExportMutation,
  useGetJekyllExportQuery,
  useGetJekyllPlannedChangesQuery,
} = exportApi;
