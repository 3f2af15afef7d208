import type { Core } from '@strapi/strapi';
import type {
  NamedDocument,
  PublishingPreview,
  UsingDocument,
} from '../../../contracts/publishing';
import { planPost } from '../publishing/plan-post';
import { notPermitted } from '../publishing/rights';
import { translationNotice } from '../translations/notice';
import { itemsCiting, postsShowing, type UsageQuery } from '../publishing/usage';

/** What the rules of publishing would say, before anything is done. */
export const createPublishingService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * What publishing a post in a locale would do.
   *
   * @returns null when the post has no draft in that locale.
   */
  async preview(post: { documentId: string; locale: string }): Promise<PublishingPreview | null> {
    const { documentId, locale } = post;
    const [plan] = await planPost(strapi, { documentId, scope: [locale], publishChanges: false });
    if (!plan) return null;
    const forbidden: NamedDocument[] = await notPermitted(strapi, plan.publishedAlong, locale);
    return {
      documentId,
      locale,
      publishedAlong: plan.publishedAlong,
      keptOlder: plan.keptOlder,
      missing: plan.missing,
      duplicates: plan.duplicates,
      notPermitted: forbidden,
      translation: await translationNotice(strapi, post),
    };
  },

  /** Posts that would lose one of the items. */
  postsShowing: (query: UsageQuery): Promise<UsingDocument[]> => postsShowing(strapi, query),

  /** Items that would lose one of the references. */
  itemsCiting: (query: UsageQuery): Promise<UsingDocument[]> => itemsCiting(strapi, query),
});

export type PublishingService = ReturnType<typeof createPublishingService>;
