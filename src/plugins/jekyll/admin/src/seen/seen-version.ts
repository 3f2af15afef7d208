import type { SeenVersion } from '../../../contracts/seen';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../publishing/content-types';
import type { RequestArgs } from '../publishing/request-args';

const GUARDED: readonly string[] = [POST_UID, TREND_ITEM_UID, REFERENCE_UID];

/** The content manager's cache of its requests, as Redux Toolkit keeps it. */
export interface CachedQueries {
  readonly [key: string]:
    | {
        readonly endpointName?: string;
        readonly originalArgs?: unknown;
        readonly data?: unknown;
      }
    | undefined;
}

/** Whether a save of this type asks before it replaces what somebody else saved. */
export const isGuarded = (model: string): boolean => GUARDED.includes(model);

const savedHere = new Map<string, string>();
const keyOf = (documentId: string, locale: string): string => `${documentId}\n${locale}`;

/** Remembers what a request of this panel saved: until it is loaded anew, the cache is behind that. */
export function rememberSaved({ documentId, locale, updatedAt }: SeenVersion): void {
  savedHere.set(keyOf(documentId, locale), updatedAt);
}

/**
 * The version that the form of a request started from: the one that the content manager has in its
 * cache, of several the oldest. Null for requests that carry no form, and for other types.
 */
export function seenVersion(args: RequestArgs, cache: CachedQueries): SeenVersion | null {
  const { model, documentId, params, data } = args;
  const [locale] = [params?.locale].flat();
  if (!isGuarded(model) || !documentId || !locale || !hasValues(data)) return null;
  const times = Object.values(cache).flatMap((query) => {
    if (query?.endpointName !== 'getDocument') return [];
    const asked = query.originalArgs as Partial<RequestArgs> & { params?: { status?: string } };
    if (asked.model !== model || asked.documentId !== documentId) return [];
    if (asked.params?.status === 'published') return [];
    const { data: found } = (query.data ?? {}) as {
      data?: { updatedAt?: unknown; locale?: unknown };
    };
    return found?.locale === locale && typeof found.updatedAt === 'string' ? [found.updatedAt] : [];
  });
  const [oldest] = times.sort((a, b) => Date.parse(a) - Date.parse(b));
  if (oldest === undefined) return null;
  const own = savedHere.get(keyOf(documentId, locale));
  const updatedAt = own !== undefined && Date.parse(own) > Date.parse(oldest) ? own : oldest;
  return { documentId, locale, updatedAt };
}

const hasValues = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.keys(data).length > 0;

/**
 * The form once more for a version in which somebody removed sections or citations: those are made
 * anew. Without that Strapi refuses them as parts of another entry.
 */
export function withoutLostComponents(
  data: unknown,
  components: Readonly<Record<string, readonly number[]>>,
): unknown {
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]: [string, unknown]) => {
      const known = components[name];
      if (!known || !Array.isArray(value)) return [name, value];
      return [
        name,
        value.map((one: unknown) => {
          const { id, ...rest } = one as { id?: number };
          return id === undefined || known.includes(id) ? one : rest;
        }),
      ];
    }),
  );
}
