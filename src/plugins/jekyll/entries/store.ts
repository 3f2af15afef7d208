import type { Core } from '@strapi/strapi';
import type { PostContent } from '../core/post';
import type { SurveyItem } from '../core/trend-post';
import type { PostRow } from './rows';
import { POST_UID, TREND_ITEM_UID } from '../server/src/content-model';
import { citationData, citedReference, itemData, postData, referenceKey } from './decompose';
import { documentsOf } from './documents';
import { matchItems } from './match-items';
import { resolveReferences } from './references';

export interface EntryTarget {
  readonly locale: string;
  /** The file says `published: false`, or the caller asked for drafts. */
  readonly draft: boolean;
  readonly coverId: number | null;
  /** The version to change, or null to make one. */
  readonly existing: PostRow | null;
  /** Version of the same post in another locale: the new one joins its document and its items' documents. */
  readonly twin: PostRow | null;
  /** Documents of items that stay exactly as they are: they are shown, not saved. */
  readonly kept?: ReadonlyMap<SurveyItem, string>;
}

/**
 * Stores one post with its items and references in one locale. Runs inside the caller's transaction:
 * all of it is stored or nothing.
 *
 * @returns documentId of the post
 */
export async function storeEntry(
  strapi: Core.Strapi,
  content: PostContent,
  target: EntryTarget,
): Promise<string> {
  const { locale, draft, existing, twin, kept = new Map<SurveyItem, string>() } = target;
  const status = draft ? ('draft' as const) : ('published' as const);
  const items = content.sections.flatMap((section) => section.items);
  const references = await resolveReferences(
    strapi,
    items.flatMap((item) => item.citations),
    locale,
  );
  const documents = matchItems(content, existing, twin, kept);
  const stored: string[] = [];
  for (const [index, item] of items.entries()) {
    const known = documents[index] ?? null;
    stored.push(
      kept.get(item) ?? (await storeItem(strapi, item, known, references, locale, status)),
    );
  }
  const ids = stored.values();
  const data = {
    ...postData(content),
    cover: target.coverId,
    sections: content.sections.map(({ heading, prefix, lead, items: shown }) => ({
      heading,
      prefix,
      lead,
      items: shown.map(() => ids.next().value),
    })),
  };
  const documentId = existing?.documentId ?? twin?.documentId;
  const posts = documentsOf(strapi, POST_UID);
  const post = documentId
    ? await posts.update({ documentId, locale, status, data })
    : await posts.create({ locale, status, data });
  if (!post) throw new Error(`The post "${content.slug}" (${locale}) could not be stored.`);
  return post.documentId;
}

async function storeItem(
  strapi: Core.Strapi,
  item: SurveyItem,
  documentId: string | null,
  references: Awaited<ReturnType<typeof resolveReferences>>,
  locale: string,
  status: 'draft' | 'published',
): Promise<string> {
  const citations = item.citations.map((citation) => {
    const reference = references.get(referenceKey(citedReference(citation)));
    if (!reference) throw new Error(`Reference of "${citation.text}" is missing.`);
    return citationData(citation, reference);
  });
  const data = itemData(item, citations);
  const documents = documentsOf(strapi, TREND_ITEM_UID);
  const stored = documentId
    ? await documents.update({ documentId, locale, status, data })
    : await documents.create({ locale, status, data });
  if (!stored) throw new Error(`The item "${item.title}" could not be stored.`);
  return stored.documentId;
}
