import { rule } from '../types';

/** Items of a published post that readers do not see as the editor does. */
export const itemUnpublished = rule({
  id: 'item-unpublished',
  severity: 'warning',
  advice: true,
  needs: ['unpublishedItems'],
  *check({ facts: { unpublishedItems } }) {
    for (const { title, state, field } of unpublishedItems ?? []) {
      yield {
        place: { field },
        message:
          state === 'changed'
            ? {
                en: `The item "${title}" has changes that are not published: the blog shows its older text. Publish the item, or discard the changes.`,
                ko: `항목 "${title}"에 발행하지 않은 변경이 있어 블로그에는 이전 글이 나옵니다. 항목을 발행하거나 변경을 버리세요.`,
              }
            : {
                en: `The item "${title}" is a draft, so the blog lacks it. It goes out when the post is published again.`,
                ko: `항목 "${title}"이(가) 초안이라 블로그에 없습니다. 글을 다시 발행하면 함께 나갑니다.`,
              },
      };
    }
  },
});
