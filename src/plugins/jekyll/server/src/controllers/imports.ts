import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import {
  type ImportBody,
  type ImportSourcesResponse,
  UPLOAD_FIELD,
  type UploadResponse,
} from '../../../contracts/imports';
import type { JobResponse, JobSummary } from '../../../contracts/jobs';
import { readLocales } from '../../../entries/locales';
import { actingAdmin } from '../auto-export/actor';
import { notOneFile } from '../imports/refusals';
import { mayImport } from '../imports/rights';
import type { ReceivedFile } from '../imports/uploads';
import type { JobActor } from '../jobs';
import { PLUGIN_ID } from '../plugin-id';
import type { ImportsService } from '../services/imports';
import { localeSchema, validated } from './validation';

const body = z.strictObject({
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('checkout') }),
    z.strictObject({ kind: z.literal('archive'), id: z.uuid() }),
  ]),
  locale: localeSchema.optional(),
  draft: z.boolean().optional(),
});

type File = ReceivedFile & { readonly size: number };

/** The parts of a Koa context that the controller reads and sets. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly request: {
    readonly body?: unknown;
    readonly files?: Readonly<Record<string, File | File[] | undefined>>;
  };
  readonly state: { readonly userAbility?: unknown };
  status: number;
}

/** All throw what contracts/imports.ts names an `ImportRefusal`. */
export const createImportsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): ImportsService => strapi.plugin(PLUGIN_ID).service('imports');

  async function start(
    ctx: Context,
    work: (asked: ImportBody, actor: JobActor) => JobSummary,
  ): Promise<JobResponse> {
    const asked = validated(body, ctx.request.body);
    const { all } = await readLocales(strapi);
    if (asked.locale !== undefined && !all.includes(asked.locale)) {
      throw new errors.ValidationError(`locale: expected one of ${all.join(', ')}`);
    }
    const locales = asked.locale === undefined ? all : [asked.locale];
    const rights = { locales, publish: asked.draft !== true };
    if (!mayImport(strapi, ctx.state.userAbility, rights)) throw new errors.ForbiddenError();
    const data = work(asked, actingAdmin(strapi));
    ctx.status = 202;
    return { data };
  }

  return {
    async sources(): Promise<ImportSourcesResponse> {
      return { data: await service().sources(actingAdmin(strapi).id) };
    },

    async upload(ctx: Context): Promise<UploadResponse> {
      const fields = Object.entries(ctx.request.files ?? {});
      const files = fields.flatMap(([, file]) => file ?? []);
      const [file] = files;
      const wanted = fields.every(([field]) => field === UPLOAD_FIELD) && files.length === 1;
      if (!wanted || !file) {
        await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
        throw notOneFile();
      }
      return { data: await service().upload(file, actingAdmin(strapi).id) };
    },

    async discard(ctx: Context): Promise<{ data: null }> {
      const id = z.uuid().safeParse(ctx.params.id);
      if (id.success) await service().discard(id.data, actingAdmin(strapi).id);
      return { data: null };
    },

    /**
     * @throws ValidationError (400), ForbiddenError (403) without the rights to the entries, and what
     *   starting a job throws
     */
    plan: (ctx: Context) => start(ctx, (asked, actor) => service().plan(asked, actor)),

    /** @throws as `plan` */
    run: (ctx: Context) => start(ctx, (asked, actor) => service().run(asked, actor)),
  };
};
