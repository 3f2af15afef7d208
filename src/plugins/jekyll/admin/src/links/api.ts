import { adminApi } from '@strapi/strapi/admin';
import { LINKS_PATH, type LinksResponse } from '../../../contracts/links';

export const linksApi = adminApi.injectEndpoints({
  endpoints: (builder) => ({
    getJekyllLinks: builder.query<LinksResponse, { page: number; pageSize: number }>({
      query: (params) => ({ url: LINKS_PATH, method: 'GET' as const, config: { params } }),
    }),
  }),
});

export const { useGetJekyllLinksQuery } = linksApi;
