import type { Core } from '@strapi/strapi';
import { errors, setCreatorFields } from '@strapi/utils';
import { z } from 'zod';
import type { NewSurveyResponse } from '../../../contracts/surveys';
import { POST_UID } from '../content-model';
import { permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { SurveysService } from '../services/surveys';
import { documentIdSchema, localeSchema, validated } from './validation';

const body = z.strictObject({ locale: localeSchema, from: documentIdSchema.optional() });

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown; readonly user?: object };
}

export const createSurveysController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Starts a survey from the last one.
   *
   * @throws ValidationError (400), ForbiddenError (403) without the rights to create posts in that
   *   locale and to read them
   */
  async start(ctx: Context): Promise<NewSurveyResponse> {
    const may = permissionChecker(strapi, ctx.state.userAbility, POST_UID);
    if (may.cannot.create() || may.cannot.read()) throw new errors.ForbiddenError();
    const request = validated(body, ctx.request.body);
    const { locale } = request;
    if (may.cannot.create({ locale, createdBy: ctx.state.user })) throw new errors.ForbiddenError();
    const { filters } = await may.sanitizedQuery.read({});
    const setCreator = setCreatorFields({ user: ctx.state.user as never });
    const service: SurveysService = strapi.plugin(PLUGIN_ID).service('surveys');
    const data = await service.startNext(
      request,
      (filters ?? {}) as never,
      async (fields) => setCreator(await may.sanitizeCreateInput(fields)) as typeof fields,
    );
    return { data };
  },
});
