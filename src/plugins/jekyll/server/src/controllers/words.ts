import type { Core, UID } from '@strapi/strapi';
import { z } from 'zod';
import type { WordsResponse } from '../../../contracts/words';
import { permissionChecker } from '../permission-checker';
import { PLUGIN_ID } from '../plugin-id';
import type { ReadFilter, WordsService } from '../services/words';
import { localeSchema } from './validation';

const querySchema = z.strictObject({
  uid: z.string().max(100),
  field: z.string().max(100),
  locale: localeSchema.optional(),
  q: z.string().max(200).optional(),
});

/** Koa's context as Strapi extends it, as far as it is used here. */
export interface Context {
  query: unknown;
  state: { userAbility?: unknown };
  badRequest(message: string): void;
  forbidden(): void;
}

export const createWordsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Answers 400 for an unknown type, a field that is none of its fields of words, or a malformed
   * query; 403 without the right to read that field.
   */
  async find(ctx: Context): Promise<WordsResponse | void> {
    const parsed = querySchema.safeParse(ctx.query);
    if (!parsed.success) return ctx.badRequest('Invalid query for words');
    const { uid, field } = parsed.data;

    const words: WordsService = strapi.plugin(PLUGIN_ID).service('words');
    if (!words.isWordsField(uid, field)) return ctx.badRequest('Not a field of words');
    const checker = permissionChecker(strapi, ctx.state.userAbility, uid as UID.ContentType);
    if (checker.cannot.read(null, field)) return ctx.forbidden();

    const { filters } = await checker.sanitizedQuery.read({});
    return { data: await words.suggest({ ...parsed.data, uid }, (filters ?? {}) as ReadFilter) };
  },
});
