import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { EXPORT_ACTION } from '../../../contracts/rights';
import { STATUS_FILTERS, type StatusPageResponse } from '../../../contracts/status';
import { PLUGIN_ID } from '../plugin-id';
import { postAccess } from '../post-access';
import type { StatusBoard } from '../status-board';
import { localeSchema, pageSchema, validated } from './validation';

const pageQuery = z.strictObject({
  ...pageSchema(20).shape,
  q: z.string().trim().max(200).default(''),
  state: z.enum(STATUS_FILTERS).optional(),
  locale: localeSchema.optional(),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly query: unknown;
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
}

export const createStatusController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ValidationError (400) for a malformed query, ApplicationError (400) without a blog */
  find(ctx: Context): Promise<StatusPageResponse> {
    const query = validated(pageQuery, ctx.query);
    const board: StatusBoard = strapi.plugin(PLUGIN_ID).service('statusBoard');
    const { userAbility } = ctx.state;
    const mayExport = userAbility?.can(EXPORT_ACTION) === true;
    return board.page(query, postAccess(strapi, userAbility), mayExport);
  },
});
