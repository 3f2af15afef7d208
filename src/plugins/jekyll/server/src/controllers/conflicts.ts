import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import type {
  ConflictResponse,
  ConflictsResponse,
  ResolveResponse,
} from '../../../contracts/conflicts';
import type { PostVersion } from '../../../contracts/service';
import { actingAdmin } from '../auto-export/actor';
import { PLUGIN_ID } from '../plugin-id';
import type { ConflictsService } from '../services/conflicts';
import { documentIdSchema, localeSchema, validated } from './validation';

/** Characters of a text that takes the place of both sides: no post is larger. */
const TEXT_LIMIT = 5_000_000;

const body = z.strictObject({
  version: z.string().regex(/^[0-9a-f]{64}$/),
  resolution: z.discriminatedUnion('use', [
    z.strictObject({ use: z.literal('cms') }),
    z.strictObject({ use: z.literal('blog') }),
    z.strictObject({ use: z.literal('merged'), text: z.string().max(TEXT_LIMIT) }),
  ]),
});

/** The parts of a Koa context that the controller reads. */
export interface Context {
  readonly params: Readonly<Record<string, unknown>>;
  readonly request: { readonly body?: unknown };
  readonly state: { readonly userAbility?: unknown };
}

const versionOf = ({ params }: Context): PostVersion => ({
  documentId: validated(documentIdSchema, params.documentId),
  locale: validated(localeSchema, params.locale),
});

/** @throws NotFoundError (404), ForbiddenError (403) */
function found<T extends object>(answer: T | 'forbidden' | null): T {
  if (answer === null) throw new errors.NotFoundError();
  if (answer === 'forbidden') throw new errors.ForbiddenError();
  return answer;
}

/** All throw what contracts/conflicts.ts names a `ConflictRefusal`. */
export const createConflictsController = ({ strapi }: { strapi: Core.Strapi }) => {
  const service = (): ConflictsService => strapi.plugin(PLUGIN_ID).service('conflicts');
  return {
    async find(ctx: Context): Promise<ConflictsResponse> {
      return { data: await service().list(ctx.state.userAbility) };
    },

    /** @throws ForbiddenError (403) where a field is not to be read by the asker, NotFoundError (404) */
    async findOne(ctx: Context): Promise<ConflictResponse> {
      return { data: found(await service().find(versionOf(ctx), ctx.state.userAbility)) };
    },

    /** @throws ValidationError (400), ForbiddenError (403), NotFoundError (404) */
    async resolve(ctx: Context): Promise<ResolveResponse> {
      const answer = validated(body, ctx.request.body);
      const asker = { actor: actingAdmin(strapi), userAbility: ctx.state.userAbility };
      return { data: found(await service().resolve(versionOf(ctx), answer, asker)) };
    },
  };
};
