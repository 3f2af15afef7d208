import { getFetchClient } from '@strapi/strapi/admin';
import {
  ON_BLOG_PATH,
  type StateOnBlog,
  STATES_LIMIT,
  type StatesResponse,
} from '../../../contracts/on-blog';
import { type Batch, createBatch } from './batch';

const batches = new Map<string, Batch<StateOnBlog>>();

/** Asks for the states of the rows of a list together, by locale. */
export function listStates(locale: string): Batch<StateOnBlog> {
  const known = batches.get(locale);
  if (known) return known;
  const batch = createBatch(async (documentIds) => {
    const params = new URLSearchParams(documentIds.map((id) => ['documentId', id]));
    params.set('locale', locale);
    const { data } = await getFetchClient().get<StatesResponse>(
      `${ON_BLOG_PATH}?${params.toString()}`,
    );
    return new Map((data.data ?? []).map((state) => [state.documentId, state]));
  }, STATES_LIMIT);
  batches.set(locale, batch);
  return batch;
}

const listeners = new Set<() => void>();
let changes = 0;

/** Tells the lists that the blog has changed. */
export function blogHasChanged(): void {
  changes += 1;
  for (const listener of listeners) listener();
}

export const blogChanges = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  count: (): number => changes,
};
