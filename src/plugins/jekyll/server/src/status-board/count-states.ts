import type { Core } from '@strapi/strapi';
import { createRecords } from '../../../blog/record';
import type { BlogSummary } from '../../../contracts/on-blog';
import { BLOG_STATES, type BlogState } from '../../../contracts/status';
import { PLUGIN_ID } from '../plugin-id';
import { holds, type PostAccess } from '../post-access';
import type { StatusBoard } from './board';
import { listVersions } from './list-versions';

/**
 * How many versions are in which state, from what is known of all posts, and has that looked at.
 * A locale in which a post has no version counts as missing for whoever may read the post in another
 * one.
 */
export async function countStates(
  strapi: Core.Strapi,
  blogDir: string,
  access: PostAccess,
): Promise<BlogSummary> {
  const { snapshot }: StatusBoard = strapi.plugin(PLUGIN_ID).service('statusBoard');
  snapshot.refresh(blogDir);
  const states = Object.fromEntries(BLOG_STATES.map((state) => [state, 0])) as Record<
    BlogState,
    number
  >;
  let behind = 0;
  const visible = await access.visible();
  const listed = (await listVersions(strapi, '')).filter((version) => holds(visible, version));
  const documentIds = new Set(listed.map(({ documentId }) => documentId));
  for (const documentId of documentIds) {
    for (const version of snapshot.get(documentId)?.versions ?? []) {
      const { state, locale } = version;
      if (state !== 'missing' && !holds(visible, { documentId, locale })) continue;
      states[state] += 1;
      if (version.behind) behind += 1;
    }
  }
  // Files that entries left which are gone: nobody's own.
  if (visible === 'all') {
    const withdrawn = await createRecords(strapi).withdrawn();
    states['to-remove'] += withdrawn.filter(({ post }) => !documentIds.has(post)).length;
  }
  const { done, total, working } = snapshot.progress();
  return { states, behind, known: { done, total, working } };
}
