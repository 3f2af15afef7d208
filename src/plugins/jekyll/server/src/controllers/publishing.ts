import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type { PublishingPreviewResponse, UsageResponse } from '../../../contracts/publishing';
import { POST_UID, TREND_ITEM_UID } from '../content-model';
import { PLUGIN_ID } from '../plugin-id';
import type { PublishingService } from '../services/publishing';

const localeCode = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/);
const documentId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** One value or several of the same name. */
const oneOrMany = <T extends z.ZodType>(type: T) =>
  z
    .union([type, z.array(type).min(1).max(100)])
    .transform((value) => [value].flat() as z.output<T>[]);

const previewQuery = z.strictObject({ locale: localeCode });
const usageQuery = z.strictObject({
  documentId: oneOrMany(documentId),
  locale: z.union([z.literal('*'), oneOrMany(localeCode)]),
  action: z.enum(['unpublish', 'delete']).default('delete'),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly state: { readonly userAbility?: unknown };
}

/** The content manager's checker, as far as it is used here. */
interface PermissionChecker {
  readonly cannot: { read(entity?: object): boolean };
}

export const createPublishingController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): PublishingService => strapi.plugin(PLUGIN_ID).service('publishing');
  const checker = (ctx: Context, model: UID.ContentType): PermissionChecker =>
    strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model });

  const parsed = <T extends z.ZodType>(schema: T, value: unknown): z.output<T> => {
    const result = schema.safeParse(value);
    if (!result.success) throw new errors.ValidationError(z.prettifyError(result.error));
    return result.data;
  };

  const usage = async (
    ctx: Context,
    model: UID.ContentType,
    find: 'postsShowing' | 'itemsCiting',
  ): Promise<UsageResponse> => {
    if (checker(ctx, model).cannot.read()) throw new errors.ForbiddenError();
    const { documentId: documentIds, locale, action } = parsed(usageQuery, ctx.query);
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
      const id = parsed(documentId, ctx.params.documentId);
      const { locale } = parsed(previewQuery, ctx.query);
      const post: object | null = await strapi.db.query(POST_UID).findOne({
        where: { documentId: id, locale, publishedAt: null },
        populate: { createdBy: { populate: { roles: true } } },
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
