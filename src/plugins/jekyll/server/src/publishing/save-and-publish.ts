import type { Core, Modules, UID } from '@strapi/strapi';
import { writeTransaction } from '../database';

/**
 * A middleware of the document service. Strapi's own type spells out every action's answer, which
 * a rule hands through without looking.
 */
export type DocumentMiddleware = (
  context: DocumentContext,
  next: () => Promise<unknown>,
) => Promise<unknown>;
export type DocumentContext = Modules.Documents.Middleware.Context;

/** Parameters of a document action, as far as publishing reads them. */
export interface ActionParams {
  readonly documentId?: string;
  readonly locale?: unknown;
  readonly status?: unknown;
  readonly fields?: unknown;
  readonly populate?: unknown;
  readonly jekyll?: unknown;
}

/** The answer of `publish`, `unpublish`, `delete` and `discardDraft`. */
export interface ActionResult {
  readonly documentId: string;
  readonly entries: readonly { readonly id: number; readonly locale: string }[];
}

/** A document action with its parameters and its answer as they are at run time. */
export const paramsOf = (context: DocumentContext): ActionParams => context.params as ActionParams;

/** `create` and `update` publish what they saved when they are asked for a published version. */
export const savesAndPublishes = (context: DocumentContext): boolean =>
  (context.action === 'create' || context.action === 'update') &&
  paramsOf(context).status === 'published';

/**
 * Saves the draft, then publishes it through the document service. Strapi does the same two steps,
 * but calls its inner `publish`, which no middleware sees: what has to happen between the two could
 * not. Both steps stand in one transaction.
 */
export function saveThenPublish(
  strapi: Core.Strapi,
  context: DocumentContext,
  next: () => Promise<unknown>,
): Promise<unknown> {
  const asked = paramsOf(context);
  return writeTransaction(strapi, async () => {
    setParams(context, { ...asked, status: 'draft' });
    const saved = (await next()) as { documentId?: string } | null | undefined;
    const documentId = asked.documentId ?? saved?.documentId;
    // `update` answers null for a document that does not exist.
    if (!saved || !documentId) return saved;
    const { locale, fields, populate, jekyll } = asked;
    const publish = strapi.documents(context.uid as UID.ContentType).publish as unknown as (
      params: ActionParams,
    ) => Promise<ActionResult>;
    const { entries } = await publish({ documentId, locale, fields, populate, jekyll });
    return entries[0];
  });
}

function setParams(context: DocumentContext, params: ActionParams): void {
  Object.assign(context, { params });
}
