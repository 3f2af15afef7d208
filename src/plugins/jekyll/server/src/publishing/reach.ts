import type { Core } from '@strapi/strapi';
import { createRecords, recordKey } from '../../../blog/record';
import type { Reach, ReachedPost } from '../../../contracts/on-blog';
import type { UsingDocument } from '../../../contracts/publishing';
import { itemsCiting, postsShowing, type UsageQuery } from './usage';

/** Posts that show one of the items, with the files that the blog has of them. */
export async function reachOfItems(strapi: Core.Strapi, query: UsageQuery): Promise<Reach> {
  return { items: [], posts: await withFiles(strapi, await postsShowing(strapi, query)) };
}

/**
 * Items that cite the reference and the posts that show those. A post counts as published where
 * what it shows to readers cites the reference.
 */
export async function reachOfReferences(strapi: Core.Strapi, query: UsageQuery): Promise<Reach> {
  const items = await itemsCiting(strapi, query);
  const posts = new Map<string, UsingDocument>();
  // Those whose published text cites it last: what they say of a post counts.
  for (const published of [false, true]) {
    const citing = items.filter((item) => item.published === published);
    const documentIds = [...new Set(citing.map(({ documentId }) => documentId))];
    for (const post of await postsShowing(strapi, { ...query, documentIds })) {
      const key = recordKey(post.documentId, post.locale);
      const known = posts.get(key)?.published ?? false;
      posts.set(key, { ...post, published: known || (published && post.published) });
    }
  }
  return { items, posts: await withFiles(strapi, [...posts.values()]) };
}

async function withFiles(
  strapi: Core.Strapi,
  posts: readonly UsingDocument[],
): Promise<ReachedPost[]> {
  const records = await createRecords(strapi).ofPosts([
    ...new Set(posts.map(({ documentId }) => documentId)),
  ]);
  return posts.map((post) => {
    const record = records.get(recordKey(post.documentId, post.locale));
    return { ...post, path: post.published && record?.live ? record.path : null };
  });
}
