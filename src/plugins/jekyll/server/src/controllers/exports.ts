import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { IGNORE_CHECKS_ACTION } from '../../../contracts/checks';
import {
  type ExportChangesResponse,
  type ExportPageResponse,
  VERSIONS_LIMIT,
} from '../../../contracts/exports';
import type { JobResponse } from '../../../contracts/jobs';
import { actingAdmin } from '../auto-export/actor';
import type { Exporter, ExportsService } from '../exports';
import { PLUGIN_ID } from '../plugin-id';
import { postAccess } from '../post-access';
import { documentIdSchema, localeSchema, pageSchema, validated } from './validation';

const version = z.strictObject({ documentId: documentIdSchema, locale: localeSchema });
const versions = z.array(version).max(VERSIONS_LIMIT);
const options = { force: z.boolean().default(false), ignoreChecks: z.boolean().default(false) };

const planBody = z.strictObject({
  ...options,
  documents: versions.min(1).optional(),
  again: z.uuid().optional(),
});
const runBody = z.union([
  z.strictObject({ plan: z.uuid(), without: versions.default([]) }),
  z.strictObject({ ...options, documents: versions.min(1) }),
]);
const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');
const changesQuery = z.strictObject({ ...version.shape, force: flag, ignoreChecks: flag });
const pageQuery = z.strictObject({
  ...pageSchema(50).shape,
  action: z.enum(['add', 'change', 'rename', 'delete', 'conflict', 'refused']).optional(),
});

/** The parts of a Koa context that the controller reads and sets. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
  status: number;
}

export const createExportsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): ExportsService => strapi.plugin(PLUGIN_ID).service('exports');
  const exporter = (ctx: Context): Exporter => ({
    actor: actingAdmin(strapi),
    access: postAccess(strapi, ctx.state.userAbility),
  });
  /** @throws ForbiddenError (403) for errors passed over without the right to */
  const assertMayIgnore = (ctx: Context, { ignoreChecks }: { ignoreChecks: boolean }): void => {
    if (ignoreChecks && !ctx.state.userAbility?.can(IGNORE_CHECKS_ACTION)) {
      throw new errors.ForbiddenError();
    }
  };

  return {
    /**
     * @throws ValidationError and ApplicationError (400), ForbiddenError (403) for posts that one
     *   may not export, TooManyJobsError (429)
     */
    async plan(ctx: Context): Promise<JobResponse> {
      const body = validated(planBody, ctx.request.body ?? {});
      assertMayIgnore(ctx, body);
      const data = await service().plan(exporter(ctx), body);
      ctx.status = 202;
      return { data };
    },

    /** @throws as `plan`; NotFoundError (404) for a plan that is not kept, JobBusyError (409) */
    async run(ctx: Context): Promise<JobResponse> {
      const body = validated(runBody, ctx.request.body);
      if (!('plan' in body)) assertMayIgnore(ctx, body);
      const data =
        'plan' in body
          ? await service().runPlan(exporter(ctx), body)
          : await service().run(exporter(ctx), body);
      ctx.status = 202;
      return { data };
    },

    /** @throws as `plan` */
    async changes(ctx: Context): Promise<ExportChangesResponse> {
      const { documentId, locale, ...how } = validated(changesQuery, ctx.query);
      assertMayIgnore(ctx, how);
      const files = await service().changes(exporter(ctx), { documentId, locale }, how);
      return { data: { files } };
    },

    /** @throws NotFoundError (404) for a job that is not one's own, or not done */
    page(ctx: Context): ExportPageResponse {
      const id = z.uuid().safeParse(ctx.params.id);
      const { action, ...page } = validated(pageQuery, ctx.query);
      const asked = { ...page, ...(action ? { action } : {}) };
      const answer = id.success ? service().page(id.data, actingAdmin(strapi), asked) : null;
      if (!answer) throw new errors.NotFoundError();
      return answer;
    },
  };
};
