import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import {
  type ChangesResponse,
  type PostOnBlogResponse,
  type ReachResponse,
  type StatesResponse,
  type SummaryResponse,
  STATES_LIMIT,
} from '../../../contracts/on-blog';
import type { UsingDocument } from '../../../contracts/publishing';
import { createReader } from '../../../preview/access/rights';
import { loadVersions } from '../../../status/on-blog';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { CREATOR, permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import { postAccess } from '../post-access';
import type { OnBlogService } from '../services/on-blog';
import { documentIdSchema, localeSchema, validated } from './validation';

const versionQuery = z.strictObject({ locale: localeSchema });
const statesQuery = z.strictObject({
  documentId: z
    .union([documentIdSchema, z.array(documentIdSchema).min(1).max(STATES_LIMIT)])
    .transform((value) => [value].flat()),
  locale: localeSchema,
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
}

interface Row {
  readonly documentId: string;
  readonly locale: string;
  readonly publishedAt: unknown;
}

export const createOnBlogController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): OnBlogService => strapi.plugin(PLUGIN_ID).service('onBlog');

  /** Versions, drafts and published ones, that whoever asks may read. */
  async function readable(ctx: Context, uid: UID.ContentType, where: object): Promise<Row[]> {
    const may = permissionChecker(strapi, ctx.state.userAbility, uid);
    if (may.cannot.read()) return [];
    const rows: Row[] = await strapi.db.query(uid).findMany({ where, populate: CREATOR });
    return rows.filter((row) => !may.cannot.read(row));
  }

  /** @throws 403, 404 for a version that may not be read, or is none */
  async function target(ctx: Context, uid: UID.ContentType) {
    const may = permissionChecker(strapi, ctx.state.userAbility, uid);
    if (may.cannot.read()) throw new errors.ForbiddenError();
    const documentId = validated(documentIdSchema, ctx.params.documentId);
    const { locale } = validated(versionQuery, ctx.query);
    const where = { documentId, locale };
    if ((await strapi.db.query(uid).count({ where })) === 0) throw new errors.NotFoundError();
    if ((await readable(ctx, uid, where)).length === 0) throw new errors.ForbiddenError();
    return where;
  }

  /** Of what uses an entry, only what whoever asks may read. */
  async function known<User extends UsingDocument>(
    ctx: Context,
    uid: UID.ContentType,
    users: readonly User[],
  ): Promise<User[]> {
    const ids = [...new Set(users.map(({ documentId }) => documentId))];
    if (ids.length === 0) return [];
    const rows = await readable(ctx, uid, { documentId: { $in: ids } });
    const mine = new Set(rows.map((row) => `${row.documentId}\n${row.locale}`));
    return users.filter((user) => mine.has(`${user.documentId}\n${user.locale}`));
  }

  const reach = async (
    ctx: Context,
    uid: UID.ContentType,
    find: 'reachOfItems' | 'reachOfReferences',
  ): Promise<ReachResponse> => {
    const { documentId, locale } = await target(ctx, uid);
    const query = { documentIds: [documentId], scope: [locale], drafts: true };
    const { items, posts } = await service()[find](query);
    return {
      data: {
        items: await known(ctx, TREND_ITEM_UID, items),
        posts: await known(ctx, POST_UID, posts),
      },
    };
  };

  return {
    /** @throws ValidationError (400), ForbiddenError (403) without the right to read posts */
    async states(ctx: Context): Promise<StatesResponse> {
      const may = permissionChecker(strapi, ctx.state.userAbility, POST_UID);
      if (may.cannot.read()) throw new errors.ForbiddenError();
      const { documentId, locale } = validated(statesQuery, ctx.query);
      const rows = await readable(ctx, POST_UID, { documentId: { $in: documentId }, locale });
      const ids = [...new Set(rows.map((row) => row.documentId))];
      return service().states(ids, locale);
    },

    summary: (ctx: Context): Promise<SummaryResponse> =>
      service().summary(postAccess(strapi, ctx.state.userAbility)),

    /** @throws ValidationError (400), ForbiddenError (403), NotFoundError (404) */
    async post(ctx: Context): Promise<PostOnBlogResponse> {
      const answer = await service().post(await target(ctx, POST_UID));
      if ('reason' in answer) return answer;
      if (!answer.data) throw new errors.NotFoundError();
      return { data: answer.data };
    },

    /**
     * @throws ValidationError (400), NotFoundError (404), ForbiddenError (403) also where the post
     *   shows something that whoever asks may not read: its file says that too
     */
    async changes(ctx: Context): Promise<ChangesResponse> {
      const { documentId, locale } = await target(ctx, POST_UID);
      const reader = createReader(strapi, ctx.state.userAbility);
      const { draft, published } = await loadVersions(strapi, documentId, locale);
      for (const row of [draft, published]) {
        if (!row) continue;
        const version: object | null = await strapi.db
          .query(POST_UID)
          .findOne({ where: { id: row.id }, populate: CREATOR });
        if (!version || !reader.mayReadPost(version)) throw new errors.ForbiddenError();
        if ((await reader.readable(row, version)).leftOut) throw new errors.ForbiddenError();
      }
      return service().changes({ documentId, locale });
    },

    /** Posts that a change of an item touches: 400, 403, 404 as above. */
    itemReach: (ctx: Context) => reach(ctx, TREND_ITEM_UID, 'reachOfItems'),

    /** Items and posts that a change of a reference touches: 400, 403, 404 as above. */
    referenceReach: (ctx: Context) => reach(ctx, REFERENCE_UID, 'reachOfReferences'),
  };
};
