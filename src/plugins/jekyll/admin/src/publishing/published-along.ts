import type { QueryArguments } from '@strapi/strapi/admin';
import type { NamedDocument, PublishingPreviewResponse } from '../../../contracts/publishing';
import { POST_UID, TREND_ITEM_UID } from './content-types';
import { previewRequest } from './preview';
import type { RequestArgs } from './request-args';

/** A post that is about to be published, with the form that is saved by it, if there is one. */
export interface PostPublication {
  /** Undefined for a post that does not exist yet. */
  readonly documentId: string | undefined;
  readonly locale: string;
  readonly data?: unknown;
}

/** The posts that a request publishes, one by one and by locale. */
export function postPublications(args: RequestArgs): PostPublication[] {
  const { model, documentId, documentIds, params, data } = args;
  if (model !== POST_UID) return [];
  const ids = documentIds ?? [documentId];
  return ids.flatMap((id) =>
    [params?.locale ?? []].flat().map((locale) => ({ documentId: id, locale, data })),
  );
}

/** Sends a request; undefined when it fails: then there is nothing to tell. */
export type Ask = (request: QueryArguments) => Promise<unknown>;

/** The largest page of the content manager's lists. */
const PAGE = 100;

/**
 * Items without a published version that the publication may take along: those of the saved draft,
 * and those that the form adds. An item that the form takes out is among them: it is known by
 * staying unpublished.
 */
export async function itemsGoingAlong(post: PostPublication, ask: Ask): Promise<string[]> {
  const { documentId, locale, data } = post;
  const preview = documentId
    ? ((await ask(previewRequest({ documentId, locale }))) as PublishingPreviewResponse | undefined)
    : undefined;
  const saved = preview?.data.publishedAlong.map((item) => item.documentId) ?? [];
  const added = await readItems(connectedDocuments(data), locale, ask);
  const unpublished = added.filter(({ status }) => status === 'draft');
  return [...new Set([...saved, ...unpublished.map((item) => item.documentId)])];
}

/** Those of the items that have a published version now, with their titles. */
export async function itemsGoneAlong(
  items: readonly string[],
  locale: string,
  ask: Ask,
): Promise<NamedDocument[]> {
  const found = await readItems(items, locale, ask);
  return found
    .filter(({ status }) => status !== 'draft')
    .map(({ documentId, title }) => ({ documentId, title: title ?? '' }));
}

/** Document ids that a form connects, at any depth. */
export function connectedDocuments(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(connectedDocuments);
  return Object.entries(data).flatMap(([name, value]) =>
    name === 'connect' && Array.isArray(value)
      ? value.flatMap((link: { documentId?: unknown } | null) =>
          typeof link?.documentId === 'string' ? [link.documentId] : [],
        )
      : connectedDocuments(value),
  );
}

interface ListedItem {
  readonly documentId: string;
  readonly title?: string | null;
  readonly status?: string;
}

async function readItems(
  documentIds: readonly string[],
  locale: string,
  ask: Ask,
): Promise<ListedItem[]> {
  const found: ListedItem[] = [];
  for (let start = 0; start < documentIds.length; start += PAGE) {
    const ids = documentIds.slice(start, start + PAGE);
    const params = { locale, page: 1, pageSize: PAGE, filters: { documentId: { $in: ids } } };
    const url = `/content-manager/collection-types/${TREND_ITEM_UID}`;
    const answer = await ask({ url, method: 'GET', config: { params } });
    found.push(...((answer as { results?: ListedItem[] } | undefined)?.results ?? []));
  }
  return found;
}
