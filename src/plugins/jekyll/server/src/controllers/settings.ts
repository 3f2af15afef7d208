import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { ExampleResponse, SettingsResponse } from '../../../contracts/settings';
import { PLUGIN_ID } from '../plugin-id';
import type { SettingsService } from '../services/settings';
import { postFormFields, settingFields } from '../settings/fields';
import { validated } from './validation';

const settingsBody = z.strictObject({
  ...z.strictObject(settingFields).partial().shape,
  postForm: z.strictObject(postFormFields).partial().optional(),
});
const exampleBody = z.strictObject(postFormFields);

/** The part of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
}

export const createSettingsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): SettingsService => strapi.plugin(PLUGIN_ID).service('settings');
  return {
    find: async (): Promise<SettingsResponse> => ({ data: await service().read() }),

    /** @throws ValidationError (400), also for what only the configuration may decide */
    async update(ctx: Context): Promise<SettingsResponse> {
      return { data: await service().save(validated(settingsBody, ctx.request.body)) };
    },

    /** @throws ValidationError (400) */
    async example(ctx: Context): Promise<ExampleResponse> {
      const text = await service().example(validated(exampleBody, ctx.request.body));
      return { data: { text } };
    },
  };
};
