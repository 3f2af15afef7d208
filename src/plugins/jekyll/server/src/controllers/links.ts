import type { Core } from '@strapi/strapi';
import type { JobResponse } from '../../../contracts/jobs';
import type { LinksResponse } from '../../../contracts/links';
import { actingAdmin } from '../auto-export/actor';
import { PLUGIN_ID } from '../plugin-id';
import type { LinksService } from '../services/links';
import { pageSchema, validated } from './validation';

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
  status: number;
}

const pageQuery = pageSchema(20);

const service = (strapi: Core.Strapi): LinksService => strapi.plugin(PLUGIN_ID).service('links');

export const createLinksController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** @throws ValidationError (400) for a malformed page */
  find(ctx: Context): Promise<LinksResponse> {
    return service(strapi).page(validated(pageQuery, ctx.query), ctx.state.userAbility);
  },

  /** @throws JobBusyError (409) where somebody looks already, TooManyJobsError (429) */
  look(ctx: Context): JobResponse {
    const data = service(strapi).look(actingAdmin(strapi));
    ctx.status = 202;
    return { data };
  },
});
