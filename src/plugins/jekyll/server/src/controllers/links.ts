import type { Core } from '@strapi/strapi';
import type { LinksResponse } from '../../../contracts/links';
import { PLUGIN_ID } from '../plugin-id';
import type { LinksService } from '../services/links';
import { pageSchema, validated } from './validation';

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
}

const pageQuery = pageSchema(20);

export const createLinksController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ValidationError (400) for a malformed page */
  find(ctx: Context): Promise<LinksResponse> {
    const service: LinksService = strapi.plugin(PLUGIN_ID).service('links');
    return service.page(validated(pageQuery, ctx.query), ctx.state.userAbility);
  },
});
