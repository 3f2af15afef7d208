import { adminApi } from '@strapi/strapi/admin';
import {
  type JobKind,
  type JobResponse,
  type JobResults,
  JOBS_PATH,
  type JobsResponse,
  type JobSummary,
} from '../../../contracts/jobs';

/** Jobs of the server. Whoever starts one invalidates `JekyllJobs`: then it is found and followed. */
export const jobsApi = adminApi.enhanceEndpoints({ addTagTypes: ['JekyllJobs'] }).injectEndpoints({
  endpoints: (builder) => ({
    getJekyllJobs: builder.query<readonly JobSummary[], JobKind>({
      query: (kind) => ({ url: JOBS_PATH, method: 'GET' as const, config: { params: { kind } } }),
      transformResponse: ({ data }: JobsResponse) => data,
      providesTags: ['JekyllJobs'],
    }),
    getJekyllJob: builder.query<JobSummary, string>({
      query: (id) => ({ url: `${JOBS_PATH}/${id}`, method: 'GET' as const }),
      transformResponse: ({ data }: JobResponse) => data,
    }),
    getJekyllJobResult: builder.query<JobResults[JobKind], string>({
      query: (id) => ({ url: `${JOBS_PATH}/${id}/result`, method: 'GET' as const }),
      transformResponse: ({ data }: { data: JobResults[JobKind] }) => data,
    }),
    cancelJekyllJob: builder.mutation<JobSummary, string>({
      query: (id) => ({ url: `${JOBS_PATH}/${id}/cancel`, method: 'POST' as const }),
      transformResponse: ({ data }: JobResponse) => data,
      invalidatesTags: ['JekyllJobs'],
    }),
  }),
});

export const {
  useGetJekyllJobsQuery,
  useGetJekyllJobQuery,
  useGetJekyllJobResultQuery,
  useCancelJekyllJobMutation,
} = jobsApi;
