import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { CITATIONS_LIMIT, type CitationsResponse } from '../../../contracts/citations';
import { REFERENCE_UID } from '../content-model';
import { permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { CitationsService } from '../services/citations';
import { localeSchema, validated } from './validation';

const body = z.strictObject({
  addresses: z.array(z.string().min(1).max(4000)).min(1).max(CITATIONS_LIMIT),
  locale: localeSchema,
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown; readonly user?: object };
}

export const createCitationsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * What is known of pasted addresses.
   *
   * @throws ValidationError (400), ForbiddenError (403) without the right to create references in
   *   that locale
   */
  async find(ctx: Context): Promise<CitationsResponse> {
    const may = permissionChecker(strapi, ctx.state.userAbility, REFERENCE_UID);
    if (may.cannot.create()) throw new errors.ForbiddenError();
    const request = validated(body, ctx.request.body);
    if (may.cannot.create({ locale: request.locale, createdBy: ctx.state.user })) {
      throw new errors.ForbiddenError();
    }
    const none = may.cannot.read();
    const service: CitationsService = strapi.plugin(PLUGIN_ID).service('citations');
    const data = await service.lookUp(request, (one) => !none && !may.cannot.read(one));
    return { data };
  },
});
