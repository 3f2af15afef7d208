import type { Core } from '@strapi/strapi';

/** What a rule sees of an action of the document service. */
export interface ActionContext {
  readonly uid: string;
  readonly action: string;
  readonly params: {
    documentId?: string;
    locale?: unknown;
    status?: string;
    data?: Record<string, unknown>;
  };
}

export type Rule = (
  strapi: Core.Strapi,
) => (context: ActionContext, next: () => Promise<unknown>) => Promise<unknown>;

export const has = (data: Record<string, unknown> | undefined, key: string): boolean =>
  data !== undefined && Object.prototype.hasOwnProperty.call(data, key);
