import type { Core, UID } from '@strapi/strapi';
import type { UsingDocument } from '../../../contracts/publishing';
import {
  CITATION_FIELDS,
  POST_FIELDS,
  POST_UID,
  SECTION_FIELDS,
  TREND_ITEM_FIELDS,
  TREND_ITEM_UID,
} from '../content-model';
import { localeCondition, type LocaleScope } from './scope';

/** What is looked for: users of these documents, in these locales. */
export interface UsageQuery {
  readonly documentIds: readonly string[];
  readonly scope: LocaleScope;
  /** Also those whose draft alone uses them: a deletion reaches drafts, a withdrawal does not. */
  readonly drafts: boolean;
}

/** Posts whose sections show one of the items. */
export const postsShowing = (strapi: Core.Strapi, query: UsageQuery): Promise<UsingDocument[]> =>
  findUsers(strapi, query, {
    uid: POST_UID,
    title: POST_FIELDS.title,
    link: {
      [POST_FIELDS.sections]: {
        [SECTION_FIELDS.items]: { documentId: { $in: [...query.documentIds] } },
      },
    },
  });

/** Items that cite one of the references. */
export const itemsCiting = (strapi: Core.Strapi, query: UsageQuery): Promise<UsingDocument[]> =>
  findUsers(strapi, query, {
    uid: TREND_ITEM_UID,
    title: TREND_ITEM_FIELDS.title,
    link: {
      [TREND_ITEM_FIELDS.citations]: {
        [CITATION_FIELDS.reference]: { documentId: { $in: [...query.documentIds] } },
      },
    },
  });

async function findUsers(
  strapi: Core.Strapi,
  query: UsageQuery,
  user: { uid: UID.ContentType; title: string; link: object },
): Promise<UsingDocument[]> {
  if (query.documentIds.length === 0) return [];
  const rows: Readonly<Record<string, unknown>>[] = await strapi.db.query(user.uid).findMany({
    where: {
      ...localeCondition(query.scope),
      ...(query.drafts ? {} : { publishedAt: { $notNull: true } }),
      ...user.link,
    },
    select: ['id', 'documentId', 'locale', 'publishedAt', user.title],
    orderBy: { id: 'asc' },
  });
  const users = new Map<string, UsingDocument>();
  for (const row of rows) {
    const key = `${String(row.documentId)}\t${String(row.locale)}`;
    const published = row.publishedAt != null;
    // The title that readers see, where there is a published version.
    if (users.get(key)?.published) continue;
    if (users.has(key) && !published) continue;
    const title = row[user.title];
    users.set(key, {
      documentId: String(row.documentId),
      locale: String(row.locale),
      title: typeof title === 'string' ? title : '',
      published,
    });
  }
  return [...users.values()];
}
