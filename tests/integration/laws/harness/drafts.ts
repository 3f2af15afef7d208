import { POST_UID, TREND_ITEM_UID } from '../../../../src/plugins/jekyll/server/src/content-model';
import type { LawPost, LawSession } from './session';

/** Stands in every draft and must stand in no file. */
export const DRAFT_MARK = 'seen-by-editors-only';

/** Leaves an edit in every text of a post's draft and of its items' drafts. */
export async function leaveDraft(session: LawSession, post: LawPost): Promise<void> {
  const { documentId, locale } = post;
  const row = await session.draftOf(post);
  await session.documents(POST_UID).update({
    documentId,
    locale,
    status: 'draft',
    data: {
      title: DRAFT_MARK,
      description: DRAFT_MARK,
      slug: DRAFT_MARK,
      tags: [DRAFT_MARK],
      categories: [DRAFT_MARK],
      keywords: [DRAFT_MARK],
      coverPath: `/${DRAFT_MARK}.png`,
      coverAlt: DRAFT_MARK,
      body: DRAFT_MARK,
      closing: DRAFT_MARK,
      otherFrontMatter: `key: ${DRAFT_MARK}\n`,
      sections: row.sections.map(({ prefix, items }) => ({
        heading: DRAFT_MARK,
        prefix,
        lead: DRAFT_MARK,
        items: items.map((item) => item.documentId),
      })),
    },
  });
  for (const item of row.sections.flatMap(({ items }) => items)) {
    const data = { title: DRAFT_MARK, body: DRAFT_MARK, citations: [] };
    const { documentId: itemId } = item;
    await session
      .documents(TREND_ITEM_UID)
      .update({ documentId: itemId, locale, status: 'draft', data });
  }
}
