import type { Core } from '@strapi/strapi';
import { planPublication, type PublicationPlan, type PublishChanges } from './plan';
import type { LocaleScope } from './scope';
import { readItemVersions, readPostVersions } from './tree';

/**
 * Plans the publication of a post, one plan for each locale in which it has a draft. Two reads,
 * however many items the post shows.
 */
export async function planPost(
  strapi: Core.Strapi,
  post: { documentId: string; scope: LocaleScope; publishChanges: PublishChanges },
): Promise<PublicationPlan[]> {
  const drafts = await readPostVersions(strapi, { ...post, status: 'draft' });
  const shown = drafts.flatMap(({ sections }) =>
    sections.flatMap(({ items }) => items.map(({ documentId }) => documentId)),
  );
  const published = await readItemVersions(strapi, {
    documentIds: [...new Set(shown)],
    scope: drafts.map(({ locale }) => locale),
    status: 'published',
  });
  return drafts.map((draft) =>
    planPublication(
      draft,
      published.filter(({ locale }) => locale === draft.locale || locale === null),
      post.publishChanges,
    ),
  );
}
