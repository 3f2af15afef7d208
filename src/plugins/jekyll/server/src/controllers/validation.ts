import { errors } from '@strapi/utils';
import { z } from 'zod';

export const documentIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
/** A locale's code, such as `ko` or `pt-BR`. */
export const localeSchema = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/);

/** A page of a list, from 1. */
export const pageSchema = (pageSize: number) =>
  z.strictObject({
    page: z.coerce.number().int().min(1).max(1_000_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(pageSize),
  });

/** @throws ValidationError (400) that says what is wrong where */
export function validated<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw new errors.ValidationError(z.prettifyError(result.error));
  return result.data;
}
