import type { QueryArguments } from '@strapi/strapi/admin';
import type { ChecksRefusal } from '../../../contracts/checks';
import { type ChangedSince, printSeen } from '../../../contracts/seen';
import { ask } from '../questions/questions';
import {
  type CachedQueries,
  isGuarded,
  rememberSaved,
  seenVersion,
  withoutLostComponents,
} from '../seen/seen-version';
import { publishingApi } from './api';
import { documentTag } from './content-types';
import { inLanguage, refusalInLanguage, storedLanguage } from './language';
import type { RequestArgs } from './request-args';

export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
}
export type BaseQuery = (request: QueryArguments) => PromiseLike<Answer>;
export interface QueryApi {
  dispatch(action: unknown): unknown;
  getState(): unknown;
}
export type RequestOf = (args: RequestArgs) => QueryArguments;

/**
 * Sends a request that saves or publishes. Where the server refuses it for something that the editor
 * may decide, asks, and sends it once more with the answer: errors of the checks, and what somebody
 * else saved meanwhile.
 */
export async function sendAsking(
  args: RequestArgs,
  { dispatch, getState }: QueryApi,
  baseQuery: BaseQuery,
  requestOf: RequestOf,
): Promise<Answer> {
  let current = args;
  const choices: Record<string, unknown> = {};
  const seen = seenVersion(args, cacheOf(getState()));
  if (seen) choices['seen'] = printSeen(seen);
  for (;;) {
    const answer = await baseQuery(withChoices(requestOf(current), choices));
    if (answer.error === undefined) {
      remember(current, answer.data);
      return answer;
    }
    const details = detailsOf(answer.error);
    const refusal = refusalInLanguage(answer.error, storedLanguage());
    if (details?.code === 'CHECKS_FAILED' && choices['ignoreChecks'] === undefined) {
      if ((await ask({ kind: 'checks', refusal: details })) !== 'go-on') {
        return { error: shortly(refusal) };
      }
      choices['ignoreChecks'] = true;
    } else if (details?.code === 'CHANGED_SINCE') {
      const given = await ask({ kind: 'changed', model: args.model, changed: details });
      if (given === 'reload') {
        dispatch(
          publishingApi.util.invalidateTags([documentTag(args.model, details.seen.documentId)]),
        );
      }
      if (given !== 'go-on') return { error: asUnsaved(details) };
      choices['seen'] = printSeen(details.seen);
      current = { ...current, data: withoutLostComponents(current.data, details.components) };
    } else return { error: refusal };
  }
}

function withChoices(request: QueryArguments, choices: object): QueryArguments {
  if (Object.keys(choices).length === 0) return request;
  const { params } = (request.config ?? {}) as { params?: object };
  return { ...request, config: { ...request.config, params: { ...params, jekyll: choices } } };
}

const cacheOf = (state: unknown): CachedQueries =>
  (state as { adminApi?: { queries?: CachedQueries } }).adminApi?.queries ?? {};

function remember({ model, documentId }: RequestArgs, answer: unknown): void {
  const { data } = (answer ?? {}) as { data?: { locale?: unknown; updatedAt?: unknown } };
  const { locale, updatedAt } = data ?? {};
  if (!isGuarded(model) || !documentId) return;
  if (typeof locale !== 'string' || typeof updatedAt !== 'string') return;
  rememberSaved({ documentId, locale, updatedAt });
}

function detailsOf(error: unknown): ChecksRefusal | ChangedSince | undefined {
  const { details } = (error ?? {}) as { details?: ChecksRefusal | ChangedSince };
  return details;
}

/** Whether the editor was asked about a refusal, and did not go on. */
export const isAskedAbout = (error: unknown): boolean =>
  ['CHECKS_FAILED', 'CHANGED_SINCE'].includes(detailsOf(error)?.code ?? '');

/**
 * As the one kind of error after which Strapi still knows that the form is not saved: after any other
 * it calls what was typed saved, and lets nobody save it again.
 */
const asUnsaved = (details: ChangedSince): unknown => ({
  name: 'ValidationError',
  status: 409,
  message: inLanguage(details.messages, storedLanguage()),
  details: { ...details, errors: [] },
});

/** What a notification says after the window that told all of it: the first line. */
function shortly(refused: unknown): unknown {
  const { message } = refused as { message?: unknown };
  if (typeof message !== 'string') return refused;
  return { ...(refused as object), message: message.split('\n')[0] };
}
