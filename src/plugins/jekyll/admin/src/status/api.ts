import { adminApi } from '@strapi/strapi/admin';
import { STATUS_PATH, type StatusFilter, type StatusPageResponse } from '../../../contracts/status';

interface StatusRequest {
  readonly page: number;
  readonly pageSize: number;
  readonly q?: string | undefined;
  readonly state?: StatusFilter | undefined;
  readonly locale?: string | undefined;
}

export const statusApi = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getJekyllStatus: builder.query<StatusPageResponse, StatusRequest>({
      query: ({ q, ...params }) => ({
        url: STATUS_PATH,
        method: 'GET' as const,
        // Strapi's client writes parameters as they are.
        config: { params: { ...params, ...(q ? { q: encodeURIComponent(q) } : {}) } },
      }),
    }),
  }),
});

export const { useGetJekyllStatusQuery } = statusApi;
