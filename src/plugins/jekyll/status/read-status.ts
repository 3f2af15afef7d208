import type { Core } from '@strapi/strapi';
import type { StatusRequest } from '../contracts/service';
import {
  BLOG_STATES,
  type BlogState,
  type PostStatus,
  type StatusReport,
} from '../contracts/status';
import { readLocales } from '../entries/locales';
import { countPosts } from '../entries/rows';
import type { Run } from '../export/run';
import { withBlog } from '../export/session';
import { documentPages } from './documents';
import { planStatuses } from './plan-statuses';
import { statusOfDeleted } from './state-of';

/**
 * Says of every post, in every locale of the CMS, how it stands to the blog: what an export would do
 * with it. Touches nothing.
 *
 * @throws {BlogFolderError} where the checkout is no blog
 */
export async function readStatus(
  strapi: Core.Strapi,
  request: StatusRequest,
): Promise<StatusReport> {
  const posts: PostStatus[] = [];
  const { slugs, onProgress, signal } = request;
  await withBlog(strapi, 'status', { ...request, dryRun: true }, async (run) => {
    const locales = request.locales ?? (await readLocales(strapi)).all;
    const total = await countPosts(strapi, { status: 'draft', slugs });
    let done = 0;
    const seen = new Set<string>();
    for await (const page of documentPages(strapi, slugs)) {
      signal?.throwIfAborted();
      for (const post of await planStatuses(run, page, locales)) {
        seen.add(post.documentId);
        posts.push(post);
        done += post.versions.filter(({ state }) => state !== 'missing').length;
        onProgress?.({ done: Math.min(done, total), total, label: post.slug ?? '' });
      }
    }
    posts.push(...(await deletedPosts(run, seen, request)));
    return [];
  });
  return { posts, totals: totalsOf(posts) };
}

/** Posts that were deleted in the CMS while the blog still has their files. */
async function deletedPosts(
  run: Run,
  seen: ReadonlySet<string>,
  { slugs, locales }: StatusRequest,
): Promise<PostStatus[]> {
  const left = (await run.records.withdrawn()).filter(
    ({ post, locale }) => !seen.has(post) && (!locales || locales.includes(locale)),
  );
  return left
    .map(statusOfDeleted)
    .filter(({ slug }) => !slugs || (slug !== null && slugs.includes(slug)));
}

function totalsOf(posts: readonly PostStatus[]): Record<BlogState, number> {
  const totals = Object.fromEntries(BLOG_STATES.map((state) => [state, 0])) as Record<
    BlogState,
    number
  >;
  for (const { versions } of posts) for (const { state } of versions) totals[state] += 1;
  return totals;
}
