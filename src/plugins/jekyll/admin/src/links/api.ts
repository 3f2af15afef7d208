import { adminApi } from '@strapi/strapi/admin';
import type { JobResponse, JobSummary } from '../../../contracts/jobs';
import { LINKS_PATH, type LinksResponse, LOOK_PATH } from '../../../contracts/links';

export const linksApi = adminApi.enhanceEndpoints({ addTagTypes: ['JekyllJobs'] }).injectEndpoints({
  endpoints: (builder) => ({
    getJekyllLinks: builder.query<LinksResponse, { page: number; pageSize: number }>({
      query: (params) => ({ url: LINKS_PATH, method: 'GET' as const, config: { params } }),
    }),
    lookAtJekyllLinks: builder.mutation<JobSummary, void>({
      query: () => ({ url: LOOK_PATH, method: 'POST' as const, data: {} }),
      transformResponse: ({ data }: JobResponse) => data,
      invalidatesTags: ['JekyllJobs'],
    }),
  }),
});

export const { useGetJekyllLinksQuery, useLookAtJekyllLinksMutation } = linksApi;
