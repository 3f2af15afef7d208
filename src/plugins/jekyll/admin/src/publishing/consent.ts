import type { QueryArguments } from '@strapi/strapi/admin';
import type { RequestArgs } from './request-args';

/** How many open dialogs ask about a document. */
const asked = new Map<string, number>();
const key = (model: string, documentId: string): string => `${model}\t${documentId}`;

/**
 * Remembers that the editor sees what withdrawing these documents does: a request that starts
 * meanwhile is the editor's answer to it.
 *
 * @returns Forgets it again, when the dialog closes.
 */
export function giveConsent(model: string, documentIds: readonly string[]): () => void {
  const keys = documentIds.map((id) => key(model, id));
  for (const each of keys) asked.set(each, (asked.get(each) ?? 0) + 1);
  return () => {
    for (const each of keys) {
      const left = (asked.get(each) ?? 1) - 1;
      if (left > 0) asked.set(each, left);
      else asked.delete(each);
    }
  };
}

/** Adds the editor's consent to a request that withdraws what the editor has been asked about. */
export function withConsent(request: QueryArguments, args: RequestArgs): QueryArguments {
  const ids = args.documentIds ?? (args.documentId ? [args.documentId] : []);
  if (ids.length === 0 || !ids.every((id) => asked.has(key(args.model, id)))) return request;
  const params = { ...args.params, jekyll: { confirmed: true } };
  return { ...request, config: { ...request.config, params } };
}
