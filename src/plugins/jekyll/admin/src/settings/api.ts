import { adminApi } from '@strapi/strapi/admin';
import {
  type ExampleResponse,
  type LocaleExample,
  type LocalesExampleBody,
  type LocalesExampleResponse,
  type PostForm,
  SETTINGS_PATH,
  type SettingsBody,
  type SettingsResponse,
} from '../../../contracts/settings';

type Data = SettingsResponse['data'];

export const settingsApi = adminApi
  .enhanceEndpoints({ addTagTypes: ['JekyllSettings'] })
  .injectEndpoints({
    endpoints: (builder) => ({
      getJekyllSettings: builder.query<Data, void>({
        query: () => ({ url: SETTINGS_PATH, method: 'GET' as const }),
        transformResponse: ({ data }: SettingsResponse) => data,
        providesTags: ['JekyllSettings'],
      }),
      saveJekyllSettings: builder.mutation<Data, SettingsBody>({
        query: (data) => ({ url: SETTINGS_PATH, method: 'PUT' as const, data }),
        transformResponse: ({ data }: SettingsResponse) => data,
        invalidatesTags: ['JekyllSettings'],
      }),
      getJekyllExample: builder.query<string, PostForm>({
        query: (data) => ({ url: `${SETTINGS_PATH}/example`, method: 'POST' as const, data }),
        transformResponse: ({ data }: ExampleResponse) => data.text,
      }),
      getJekyllLocalesExample: builder.query<readonly LocaleExample[], LocalesExampleBody>({
        query: (data) => ({
          url: `${SETTINGS_PATH}/example/locales`,
          method: 'POST' as const,
          data,
        }),
        transformResponse: ({ data }: LocalesExampleResponse) => data,
      }),
    }),
  });

export const {
  useGetJekyllSettingsQuery,
  useSaveJekyllSettingsMutation,
  useGetJekyllExampleQuery,
  useGetJekyllLocalesExampleQuery,
} = settingsApi;
