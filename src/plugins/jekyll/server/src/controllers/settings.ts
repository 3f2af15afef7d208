import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type {
  EditorResponse,
  ExampleResponse,
  LocalesExampleResponse,
  SettingsResponse,
} from '../../../contracts/settings';
import { jekyllConfig } from '../config';
import { POST_UID, TREND_ITEM_UID } from '../content-model';
import { permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { SettingsService } from '../services/settings';
import { postFormFields, settingFields } from '../settings/fields';
import { validated } from './validation';

const settingsBody = z.strictObject({
  ...z.strictObject(settingFields).partial().shape,
  postForm: z.strictObject(postFormFields).partial().optional(),
});
const localesExampleBody = z.strictObject({
  localeStrategy: settingFields.localeStrategy,
  singleLocale: settingFields.singleLocale.nullable(),
});
const exampleBody = z.strictObject(postFormFields);

/** The part of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown };
}

export const createSettingsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): SettingsService => strapi.plugin(PLUGIN_ID).service('settings');
  return {
    find: async (): Promise<SettingsResponse> => ({ data: await service().read() }),

    /** @throws ForbiddenError (403) */
    editor(ctx: Context): EditorResponse {
      const mayRead = ([POST_UID, TREND_ITEM_UID] as const).some(
        (uid) => !permissionChecker(strapi, ctx.state.userAbility, uid).cannot.read(),
      );
      if (!mayRead) throw new errors.ForbiddenError();
      return { data: { imageWidth: jekyllConfig(strapi).postForm.imageWidth } };
    },

    /** @throws ValidationError (400), also for what only the configuration may decide */
    async update(ctx: Context): Promise<SettingsResponse> {
      return { data: await service().save(validated(settingsBody, ctx.request.body)) };
    },

    /** @throws ValidationError (400) */
    async example(ctx: Context): Promise<ExampleResponse> {
      const text = await service().example(validated(exampleBody, ctx.request.body));
      return { data: { text } };
    },

    /** @throws ValidationError (400) */
    async localesExample(ctx: Context): Promise<LocalesExampleResponse> {
      const choice = validated(localesExampleBody, ctx.request.body);
      return { data: await service().localesExample(choice) };
    },
  };
};
