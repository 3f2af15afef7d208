import { adminApi } from '@strapi/strapi/admin';
import { EDITOR_PATH, type EditorResponse } from '../../../contracts/settings';

export const editorApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllSettings'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllEditor: builder.query<EditorResponse['data'], void>({
        query: () => ({ url: EDITOR_PATH, method: 'GET' as const }),
        transformResponse: ({ data }: EditorResponse) => data,
        providesTags: ['JekyllSettings'],
      }),
    }),
  });

export const { useGetJekyllEditorQuery } = editorApi;
