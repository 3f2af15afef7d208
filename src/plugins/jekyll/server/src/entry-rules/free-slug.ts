import type { Core } from '@strapi/strapi';
import { suggestSlug } from '../../../core/post-file';
import { POST_UID } from '../content-model';

/**
 * A slug for a post that has none: from its title, with a number behind it where another post of the
 * locale has that one already.
 */
export async function freeSlug(
  strapi: Core.Strapi,
  post: { readonly documentId: string; readonly locale: string; readonly title: string | null },
): Promise<string> {
  const slug = suggestSlug(post.title ?? '');
  const rows: { slug: string | null }[] = await strapi.db.query(POST_UID).findMany({
    where: {
      locale: post.locale,
      documentId: { $ne: post.documentId },
      slug: { $startsWith: slug },
    },
    select: ['slug'],
  });
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
  }
}
