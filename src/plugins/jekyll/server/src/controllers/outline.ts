import type { Core, UID } from '@strapi/strapi';
import { errors, setCreatorFields } from '@strapi/utils';
import { z } from 'zod';
import { REFERENCE_KINDS } from '../../../contracts/citations';
import {
  type ItemSearchResponse,
  type LeftItemsRequest,
  type LeftItemsResponse,
  NEW_ITEMS_LIMIT,
  type NewItemsResponse,
  type OutlineResponse,
} from '../../../contracts/outline';
import { withoutTracking } from '../../../core/citation/canonical-url';
import { UnknownReferenceError } from '../../../outline/make-items';
import type { ReadFilter } from '../../../outline/search-items';
import { actingAdmin } from '../auto-export/actor';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { type PermissionChecker, permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { OutlineService } from '../services/outline';
import { assertMayReadForm } from './form-rights';
import { documentIdSchema, localeSchema, validated } from './validation';

const formBody = z.strictObject({
  documentId: documentIdSchema.nullable(),
  locale: localeSchema,
  values: z.record(z.string(), z.unknown()),
});

const searchBody = z.strictObject({
  locale: localeSchema,
  q: z.string().max(200).default(''),
  omit: z.array(documentIdSchema).max(500).default([]),
});

const text = z.string().trim().min(1).max(1000);
const newReference = z.strictObject({
  title: text,
  url: z
    .string()
    .max(4000)
    .refine((url) => withoutTracking(url) !== null, 'expected a web address'),
  kind: z.enum(REFERENCE_KINDS),
  publisher: z.string().trim().max(1000).nullable(),
  publishedOn: z.iso.date().nullable(),
});
const itemsBody = z.strictObject({
  locale: localeSchema,
  items: z
    .array(
      z.strictObject({
        title: text,
        references: z
          .array(z.union([z.strictObject({ documentId: documentIdSchema }), newReference]))
          .max(20),
      }),
    )
    .min(1)
    .max(NEW_ITEMS_LIMIT),
});

const leftBody = z.strictObject({
  locale: localeSchema,
  documentIds: z.array(documentIdSchema).min(1).max(200),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown; readonly user?: object };
}

export const createOutlineController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): OutlineService => strapi.plugin(PLUGIN_ID).service('outline');
  const checker = (ctx: Context, model: UID.ContentType): PermissionChecker =>
    permissionChecker(strapi, ctx.state.userAbility, model);
  const assertMayCreate = (may: PermissionChecker, ctx: Context, locale: string): void => {
    const refused = may.cannot.create() || may.cannot.create({ locale, createdBy: ctx.state.user });
    if (refused) throw new errors.ForbiddenError();
  };

  /** @throws ValidationError (400), ForbiddenError (403) without the right to delete items */
  const left = (
    ctx: Context,
    ask: (
      request: LeftItemsRequest,
      mayDelete: (item: object) => boolean,
    ) => Promise<LeftItemsResponse['data']>,
  ) => {
    const may = checker(ctx, TREND_ITEM_UID);
    if (may.cannot.delete()) throw new errors.ForbiddenError();
    return ask(validated(leftBody, ctx.request.body), (item) => !may.cannot.delete(item));
  };

  return {
    /** Which items of the asker's own nobody uses. */
    left: async (ctx: Context): Promise<LeftItemsResponse> => ({
      data: await left(ctx, (request, mayDelete) =>
        service().left(request, actingAdmin(strapi).id, mayDelete),
      ),
    }),

    /** Deletes those of them. */
    discard: async (ctx: Context): Promise<LeftItemsResponse> => ({
      data: await left(ctx, (request, mayDelete) =>
        service().discard(request, actingAdmin(strapi).id, mayDelete),
      ),
    }),

    /**
     * The outline of what a form holds.
     *
     * @throws ValidationError (400), ForbiddenError (403) without the right to read the post in that
     *   locale, NotFoundError (404) for a document that is none
     */
    async read(ctx: Context): Promise<OutlineResponse> {
      if (checker(ctx, POST_UID).cannot.read()) throw new errors.ForbiddenError();
      const form = validated(formBody, ctx.request.body);
      await assertMayReadForm(strapi, ctx.state.userAbility, form);
      const items = checker(ctx, TREND_ITEM_UID);
      const none = items.cannot.read();
      return { data: await service().read(form, (item) => !none && !items.cannot.read(item)) };
    },

    /** @throws ValidationError (400), ForbiddenError (403) without the right to read items */
    async search(ctx: Context): Promise<ItemSearchResponse> {
      const may = checker(ctx, TREND_ITEM_UID);
      if (may.cannot.read()) throw new errors.ForbiddenError();
      const request = validated(searchBody, ctx.request.body);
      const { filters } = await may.sanitizedQuery.read({});
      return { data: await service().search(request, (filters ?? {}) as ReadFilter) };
    },

    /**
     * Makes drafts of items with their references.
     *
     * @throws ValidationError (400), ForbiddenError (403) without the right to create items in that
     *   locale, or references where new ones are named
     */
    async make(ctx: Context): Promise<NewItemsResponse> {
      const items = checker(ctx, TREND_ITEM_UID);
      if (items.cannot.create()) throw new errors.ForbiddenError();
      const request = validated(itemsBody, ctx.request.body);
      assertMayCreate(items, ctx, request.locale);
      const references = checker(ctx, REFERENCE_UID);
      const cited = request.items.flatMap((item) => item.references);
      if (cited.length > 0) {
        const anew = cited.some((one) => !('documentId' in one));
        if (anew) assertMayCreate(references, ctx, request.locale);
        else if (references.cannot.read()) throw new errors.ForbiddenError();
      }
      const setCreator = setCreatorFields({ user: ctx.state.user as never });
      const byEditor = (may: PermissionChecker) => async (data: Record<string, unknown>) => {
        // A known reference may get its first version in this locale.
        assertMayCreate(may, ctx, request.locale);
        return setCreator(await may.sanitizeCreateInput(data)) as Record<string, unknown>;
      };
      try {
        const author = { item: byEditor(items), reference: byEditor(references) };
        return { data: await service().make(request, author) };
      } catch (error) {
        if (!(error instanceof UnknownReferenceError)) throw error;
        throw new errors.ValidationError(`There is no reference ${error.message}.`);
      }
    },
  };
};
