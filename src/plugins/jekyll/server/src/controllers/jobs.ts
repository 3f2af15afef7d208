import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type {
  JobKind,
  JobResponse,
  JobResultResponse,
  JobsResponse,
} from '../../../contracts/jobs';
import { SETTINGS_ACTION } from '../../../contracts/rights';
import { actingAdmin } from '../auto-export/actor';
import { JOB_KINDS, type Jobs } from '../jobs';
import { PLUGIN_ID } from '../plugin-id';
import { validated } from './validation';

const ALL_KINDS = Object.keys(JOB_KINDS) as JobKind[];

const listQuery = z.strictObject({ kind: z.enum(ALL_KINDS).optional() });

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
}

export const createJobsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const jobs = (): Jobs => strapi.plugin(PLUGIN_ID).service('jobs');

  /** Kinds of jobs that the asker may start. */
  const kindsOf = ({ state }: Context): JobKind[] =>
    ALL_KINDS.filter((kind) => state.userAbility?.can(JOB_KINDS[kind].action) === true);

  const found = (ctx: Context): JobResponse => {
    const id = z.uuid().safeParse(ctx.params.id);
    const data = id.success ? jobs().find(id.data, kindsOf(ctx), actingAdmin(strapi)) : null;
    if (!data) throw new errors.NotFoundError();
    return { data };
  };

  return {
    /** @throws ValidationError (400) for a kind that is none */
    find(ctx: Context): JobsResponse {
      const { kind } = validated(listQuery, ctx.query);
      const kinds = kindsOf(ctx).filter((one) => kind === undefined || one === kind);
      return { data: jobs().list(kinds, actingAdmin(strapi)) };
    },

    /** @throws NotFoundError (404) for a job that is not kept, as all that follow */
    findOne: (ctx: Context): JobResponse => found(ctx),

    result(ctx: Context): JobResultResponse<JobKind> {
      const { id } = found(ctx).data;
      const data = jobs().result(id, kindsOf(ctx), actingAdmin(strapi));
      if (!data) throw new errors.NotFoundError();
      return { data };
    },

    /** @throws ForbiddenError (403) for a job of somebody else without the right to the settings */
    cancel(ctx: Context): JobResponse {
      const { id, mine } = found(ctx).data;
      if (!mine && !ctx.state.userAbility?.can(SETTINGS_ACTION)) throw new errors.ForbiddenError();
      jobs().cancel(id);
      return found(ctx);
    },
  };
};
