import type { Core } from '@strapi/strapi';
import { POST_UID, REFERENCE_UID } from '../content-model';
import { writeTransaction } from '../database';
import { PLUGIN_ID } from '../plugin-id';
import { itemsCiting, postsShowing } from '../publishing/usage';
import type { StatusBoard } from '../status-board';
import type { TranslatedUid } from './versions';

/**
 * Has the status look again at the posts whose translation may be behind now, or no longer: a
 * post's own rows don't tell what was saved in an item, a reference, or another locale.
 */
export async function tellStatus(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
): Promise<void> {
  const { snapshot }: StatusBoard = strapi.plugin(PLUGIN_ID).service('statusBoard');
  if (snapshot.isEmpty) return;
  const posts = await postsOf(strapi, uid, documentId);
  await writeTransaction(strapi, async ({ onCommit }) => onCommit(() => snapshot.forget(posts)));
}

async function postsOf(
  strapi: Core.Strapi,
  uid: TranslatedUid,
  documentId: string,
): Promise<string[]> {
  if (uid === POST_UID) return [documentId];
  const query = { scope: 'all' as const, drafts: true };
  const citing =
    uid === REFERENCE_UID
      ? (await itemsCiting(strapi, { ...query, documentIds: [documentId] })).map(
          (item) => item.documentId,
        )
      : [documentId];
  const posts = await postsShowing(strapi, { ...query, documentIds: [...new Set(citing)] });
  return [...new Set(posts.map((post) => post.documentId))];
}
