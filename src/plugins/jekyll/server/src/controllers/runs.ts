import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { QueueResponse, RunResponse, RunsResponse } from '../../../contracts/runs';
import { PLUGIN_ID } from '../plugin-id';
import { postAccess } from '../post-access';
import type { RunsService } from '../services/runs';
import { pageSchema, validated } from './validation';

const pageQuery = pageSchema(25);
const runId = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
}

export const createRunsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): RunsService => strapi.plugin(PLUGIN_ID).service('runs');
  return {
    /** @throws ValidationError (400) for a malformed page */
    async find(ctx: Context): Promise<RunsResponse> {
      return service().page(validated(pageQuery, ctx.query));
    },

    /**
     * The run with the files of posts that one may read.
     *
     * @throws NotFoundError (404) for a run that is not kept
     */
    async findOne(ctx: Context): Promise<RunResponse> {
      const id = runId.safeParse(ctx.params.id);
      const visible = await postAccess(strapi, ctx.state.userAbility).visible();
      const data = id.success ? await service().find(id.data, visible) : null;
      if (!data) throw new errors.NotFoundError();
      return { data };
    },

    /** What waits; titles only of posts that one may read. */
    async queue(ctx: Context): Promise<QueueResponse> {
      return service().queue(await postAccess(strapi, ctx.state.userAbility).visible());
    },
  };
};
