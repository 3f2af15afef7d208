import { getFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';
import {
  type FoundItem,
  ITEM_SEARCH_PATH,
  type ItemSearchRequest,
  type ItemSearchResponse,
} from '../../../contracts/outline';

const PAUSE = 200;
/** What a request may name. */
const MAX_OMIT = 500;

export interface ItemSearch {
  readonly state: 'waiting' | 'failed' | 'done';
  readonly items: readonly FoundItem[];
}

/** Items to add, anew after each pause; null searches nothing. */
export function useItemSearch(request: ItemSearchRequest | null): ItemSearch {
  const [search, setSearch] = React.useState<ItemSearch>({ state: 'waiting', items: [] });
  const asked =
    request === null
      ? null
      : JSON.stringify({
          ...request,
          omit: request.omit.slice(0, MAX_OMIT),
          q: request.q.slice(0, 200),
        });
  React.useEffect(() => {
    if (asked === null) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      getFetchClient()
        .post<ItemSearchResponse>(ITEM_SEARCH_PATH, JSON.parse(asked), { signal: abort.signal })
        .then(({ data }) => setSearch({ state: 'done', items: data.data }))
        .catch(() => {
          if (!abort.signal.aborted) setSearch({ state: 'failed', items: [] });
        });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [asked]);
  return search;
}
