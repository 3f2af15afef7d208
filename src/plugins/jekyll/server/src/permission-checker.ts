import type { Core, UID } from '@strapi/strapi';

/** Actions on entries that exist. */
export type EntryAction = 'read' | 'update' | 'publish';

type Asked = (entity?: object | null, field?: string) => boolean;

/** The content manager's checker, as far as the plugin asks it. */
export interface PermissionChecker {
  readonly cannot: Readonly<Record<'read' | 'create' | 'update' | 'delete' | 'publish', Asked>>;
  /** Whether a right depends on the entry: without it none has to be looked up. */
  readonly requiresEntity: { read(): boolean };
  /** The query with what keeps the entries to which one has the right. */
  readonly sanitizedQuery: Readonly<
    Record<EntryAction, (query: object) => Promise<{ filters?: object }>>
  >;
  /** Data without the fields that may not be set when an entry is made, or changed. */
  sanitizeCreateInput(data: object): Promise<Record<string, unknown>>;
  sanitizeUpdateInput(entity: object): (data: object) => Promise<Record<string, unknown>>;
}

/** What an administrator may do with entries of a content type. */
export const permissionChecker = (
  strapi: Core.Strapi,
  userAbility: unknown,
  model: UID.ContentType,
): PermissionChecker =>
  strapi.plugin('content-manager').service('permission-checker').create({ userAbility, model });

/** To populate: what conditions such as “is creator” look at. */
export const CREATOR = { createdBy: { populate: { roles: true } } };
