import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { PublishingPreviewResponse, UsageResponse } from '../../../contracts/publishing';
import { POST_UID, TREND_ITEM_UID } from '../content-model';
import { CREATOR, type PermissionChecker, permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { PublishingService } from '../services/publishing';
import { documentIdSchema, localeSchema, validated } from './validation';

/** One value or several of the same name. */
const oneOrMany = <T extends z.ZodType>(type: T) =>
  z
    .union([type, z.array(type).min(1).max(100)])
    .transform((value) => [value].flat() as z.output<T>[]);

const previewQuery = z.strictObject({ locale: localeSchema });
const usageQuery = z.strictObject({
  documentId: oneOrMany(documentIdSchema),
  locale: z.union([z.literal('*'), oneOrMany(localeSchema)]),
  action: z.enum(['unpublish', 'delete']).default('delete'),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
}

export const createPublishingController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): PublishingService => strapi.plugin(PLUGIN_ID).service('publishing');
  const checker = (ctx: Context, model: UID.ContentType): PermissionChecker =>
    permissionChecker(strapi, ctx.state.userAbility, model);

  const usage = async (
    ctx: Context,
    model: UID.ContentType,
    find: 'postsShowing' | 'itemsCiting',
  ): Promise<UsageResponse> => {
    if (checker(ctx, model).cannot.read()) throw new errors.ForbiddenError();
    const { documentId: documentIds, locale, action } = validated(usageQuery, ctx.query);
    const scope = locale === '*' ? ('all' as const) : locale;
    return { data: await service()[find]({ documentIds, scope, drafts: action === 'delete' }) };
  };

  return {
    /**
     * What publishing the post would do.
     *
     * @throws ValidationError (400), ForbiddenError (403) without the right to read the post in that
     *   locale, NotFoundError (404) when it has no draft there.
     */
    async preview(ctx: Context): Promise<PublishingPreviewResponse> {
      const may = checker(ctx, POST_UID);
      if (may.cannot.read()) throw new errors.ForbiddenError();
      const id = validated(documentIdSchema, ctx.params.documentId);
      const { locale } = validated(previewQuery, ctx.query);
      const post: object | null = await strapi.db.query(POST_UID).findOne({
        where: { documentId: id, locale, publishedAt: null },
        populate: CREATOR,
      });
      if (!post) throw new errors.NotFoundError();
      if (may.cannot.read(post)) throw new errors.ForbiddenError();
      const data = await service().preview({ documentId: id, locale });
      if (!data) throw new errors.NotFoundError();
      return { data };
    },

    /** Posts that show the items: 403 without the right to read posts. */
    itemUsage: (ctx: Context) => usage(ctx, POST_UID, 'postsShowing'),

    /** Items that cite the references: 403 without the right to read items. */
    referenceUsage: (ctx: Context) => usage(ctx, TREND_ITEM_UID, 'itemsCiting'),
  };
};
