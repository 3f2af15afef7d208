import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { WordsResponse } from '../../../contracts/words';
import { PLUGIN_ID } from '../plugin-id';
import type { ReadFilter, WordsService } from '../services/words';

const querySchema = z.strictObject({
  uid: z.string().max(100),
  field: z.string().max(100),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/)
    .optional(),
  q: z.string().max(200).optional(),
});

/** The content manager's checker, as far as it is used here. */
interface PermissionChecker {
  cannot: { read(entity?: null, field?: string): boolean };
  sanitizedQuery: { read(query: object): Promise<{ filters?: ReadFilter }> };
}

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
    const checker: PermissionChecker = strapi
      .plugin('content-manager')
      .service('permission-checker')
      .create({ userAbility: ctx.state.userAbility, model: uid });
    if (checker.cannot.read(null, field)) return ctx.forbidden();

    const { filters } = await checker.sanitizedQuery.read({});
    return { data: await words.suggest({ ...parsed.data, uid }, filters ?? {}) };
  },
});
