import { adminApi, type QueryArguments } from '@strapi/strapi/admin';
import { isGuarded } from '../seen/seen-version';
import { publishingApi } from './api';
import { withConsent } from './consent';
import { documentTag, POST_UID, TREND_ITEM_UID } from './content-types';
import { refusalInLanguage, storedLanguage } from './language';
import { announcePublishedAlong } from './notices';
import { itemsGoingAlong, itemsGoneAlong, postPublications } from './published-along';
import type { RequestArgs } from './request-args';
import {
  type Answer,
  type BaseQuery,
  isAskedAbout,
  type QueryApi,
  type RequestOf,
  sendAsking,
} from './send';

/** An endpoint of the content manager, as Redux Toolkit keeps it. */
interface Endpoint {
  query?: RequestOf;
  queryFn?: (
    args: RequestArgs,
    api: QueryApi,
    options: unknown,
    baseQuery: BaseQuery,
  ) => Promise<Answer>;
  onQueryStarted?: (args: RequestArgs, api: unknown) => unknown;
  invalidatesTags?: unknown;
  transformResponse?: (answer: unknown, meta: unknown, args: RequestArgs) => unknown;
  transformErrorResponse?: (error: unknown) => unknown;
}

/** Names of the content manager's endpoints (its admin `services/documents`). */
const PUBLICATIONS = ['publishDocument', 'publishManyDocuments'];
const SAVES = ['updateDocument'];
const WITHDRAWALS = [
  'unpublishDocument',
  'unpublishManyDocuments',
  'deleteDocument',
  'deleteManyDocuments',
];
/** Relations that publishing chosen rows would leave out; the question before it warns of them. */
const LOST_RELATIONS = ['getManyDraftRelationCount'];

/**
 * Changes the content manager's own requests, whichever of its actions sends them: withdrawals
 * carry the editor's consent, refusals are shown in the panel's language, saves and publications ask
 * where the server wants to know more, publications tell which items went along, and no post counts
 * items as lost. Endpoints that a later Strapi does not have
 * are passed over; the server then refuses what nobody confirmed.
 */
export function enhanceRequests(): void {
  const each = (names: readonly string[], enhance: (endpoint: Endpoint) => void) =>
    names.map((name) => [name, (endpoint?: Endpoint) => endpoint && enhance(endpoint)]);
  const endpoints: object = Object.fromEntries([
    ...each(SAVES, askWhereRefused),
    ...each(WITHDRAWALS, carryConsent),
    ...each(PUBLICATIONS, nameItemsGoneAlong),
    ...each(LOST_RELATIONS, countNoneForPosts),
  ]);
  adminApi.enhanceEndpoints({ endpoints });
}

function carryConsent(endpoint: Endpoint): void {
  const { query } = endpoint;
  if (!query) return;
  endpoint.query = (args) => withConsent(query(args), args);
  endpoint.transformErrorResponse = inPanelsLanguage;
}

function askWhereRefused(endpoint: Endpoint): void {
  const { query, transformResponse, onQueryStarted } = endpoint;
  if (!query) return;
  keepFormWhenAsked(endpoint);
  // Strapi shows a save as done before it is, and takes that back when it is refused.
  endpoint.onQueryStarted = (args, api) =>
    isGuarded(args.model) ? undefined : onQueryStarted?.(args, api);
  endpoint.query = undefined;
  endpoint.queryFn = async (args, api, _options, baseQuery) => {
    const { data, error } = await sendAsking(args, api, baseQuery, query);
    if (error !== undefined) return { error };
    return { data: transformResponse?.(data, undefined, args) ?? data };
  };
}

/**
 * Strapi loads an entry anew also when its save was refused, and the form then holds what somebody
 * else saved: an editor who chose to go on editing would lose all that was typed.
 */
function keepFormWhenAsked(endpoint: Endpoint): void {
  const { invalidatesTags } = endpoint;
  if (typeof invalidatesTags !== 'function') return;
  endpoint.invalidatesTags = (result: unknown, error: unknown, ...rest: unknown[]): unknown =>
    isAskedAbout(error) ? [] : (invalidatesTags(result, error, ...rest) as unknown);
}

function countNoneForPosts(endpoint: Endpoint): void {
  const { transformResponse } = endpoint;
  endpoint.transformResponse = (answer, meta, args) =>
    args.model === POST_UID ? 0 : (transformResponse?.(answer, meta, args) ?? answer);
}

function nameItemsGoneAlong(endpoint: Endpoint): void {
  const { query } = endpoint;
  if (!query) return;
  keepFormWhenAsked(endpoint);
  endpoint.query = undefined;
  endpoint.queryFn = async (args, api, _options, baseQuery) => {
    const ask = async (request: QueryArguments) => (await baseQuery(request)).data;
    const posts = postPublications(args);
    const before = await Promise.all(posts.map((post) => itemsGoingAlong(post, ask)));
    const answer = await sendAsking(args, api, baseQuery, query);
    if (answer.error !== undefined) return { error: answer.error };

    const along = await Promise.all(
      posts.map(({ locale }, index) => itemsGoneAlong(before[index] ?? [], locale, ask)),
    );
    const items = along.flat();
    if (items.length > 0) {
      const tags = items.map(({ documentId }) => documentTag(TREND_ITEM_UID, documentId));
      api.dispatch(publishingApi.util.invalidateTags(tags));
      announcePublishedAlong(items);
    }
    return { data: answer.data };
  };
}

const inPanelsLanguage = (error: unknown): unknown => refusalInLanguage(error, storedLanguage());
