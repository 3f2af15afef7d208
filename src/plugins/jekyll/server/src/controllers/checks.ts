import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { CheckFormResponse } from '../../../contracts/checks';
import { checkForm } from '../checks/check-form';
import { POST_UID, TREND_ITEM_UID } from '../content-model';
import { type PermissionChecker, permissionChecker } from '../permission-checker';
import { assertMayReadForm } from './form-rights';
import { documentIdSchema, localeSchema, validated } from './validation';

const body = z.strictObject({
  documentId: documentIdSchema.nullable(),
  locale: localeSchema,
  values: z.record(z.string(), z.unknown()),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown };
}

export const createChecksController = ({ strapi }: { strapi: Core.Strapi }) => {
  const checker = (ctx: Context, model: UID.ContentType): PermissionChecker =>
    permissionChecker(strapi, ctx.state.userAbility, model);

  return {
    /**
     * What the fast rules find in unsaved values.
     *
     * @throws ValidationError (400), ForbiddenError (403) without the right to read the post in that
     *   locale, NotFoundError (404) for a document that is none.
     */
    async check(ctx: Context): Promise<CheckFormResponse> {
      const may = checker(ctx, POST_UID);
      if (may.cannot.read()) throw new errors.ForbiddenError();
      const form = validated(body, ctx.request.body);
      await assertMayReadForm(strapi, ctx.state.userAbility, form);
      const items = checker(ctx, TREND_ITEM_UID);
      const none = items.cannot.read();
      const data = await checkForm(strapi, form, (item) => !none && !items.cannot.read(item));
      return { data };
    },
  };
};
