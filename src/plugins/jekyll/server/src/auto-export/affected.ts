import type { Core } from '@strapi/strapi';
import type { PostVersion } from '../../../contracts/service';
import { knowsTwins, LOCALE_STRATEGIES } from '../../../core/locale-strategy';
import { jekyllConfig } from '../config';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { FILE_UID } from '../plugin-id';
import type { DocumentContext } from '../publishing/save-and-publish';
import { localeCondition, type LocaleScope } from '../publishing/scope';
import { itemsCiting, postsShowing } from '../publishing/usage';

/** A document that an action changes, in some locales. */
export interface ChangedDocument {
  readonly uid: string;
  readonly documentId: string;
  readonly scope: LocaleScope;
}

/**
 * When to ask which published posts an action reaches: before what they show goes, after it came;
 * null for actions that change nothing published. A new reference is cited by nobody yet.
 */
export function whenToLook({ uid, action }: DocumentContext): 'before' | 'after' | null {
  if (uid === POST_UID || uid === TREND_ITEM_UID) {
    if (action === 'publish') return 'after';
    return action === 'unpublish' || action === 'delete' ? 'before' : null;
  }
  if (uid !== REFERENCE_UID) return null;
  if (action === 'update') return 'after';
  return action === 'delete' ? 'before' : null;
}

/** Published versions of posts whose file says something of the document. */
export async function affectedPosts(
  strapi: Core.Strapi,
  { uid, documentId, scope }: ChangedDocument,
): Promise<PostVersion[]> {
  if (uid === POST_UID) {
    return publishedVersions(strapi, documentId, await reachOf(strapi, documentId, scope));
  }
  const items =
    uid === REFERENCE_UID
      ? (await itemsCiting(strapi, { documentIds: [documentId], scope, drafts: false })).map(
          (item) => item.documentId,
        )
      : [documentId];
  const documentIds = [...new Set(items)];
  const posts = await postsShowing(strapi, { documentIds, scope, drafts: false });
  return posts.map((post) => ({ documentId: post.documentId, locale: post.locale }));
}

const LINKED = LOCALE_STRATEGIES.filter(knowsTwins);

/**
 * Where the files of a post name its other versions, a change of one reaches all: under the strategy
 * that counts now, or the one under which a file was written.
 */
async function reachOf(
  strapi: Core.Strapi,
  documentId: string,
  scope: LocaleScope,
): Promise<LocaleScope> {
  if (knowsTwins(jekyllConfig(strapi).localeStrategy)) return 'all';
  const linked = await strapi.db
    .query(FILE_UID)
    .count({ where: { post: documentId, strategy: { $in: LINKED } } });
  return linked > 0 ? 'all' : scope;
}

function publishedVersions(
  strapi: Core.Strapi,
  documentId: string,
  scope: LocaleScope,
): Promise<PostVersion[]> {
  return strapi.db.query(POST_UID).findMany({
    where: { documentId, publishedAt: { $notNull: true }, ...localeCondition(scope) },
    select: ['documentId', 'locale'],
  });
}
