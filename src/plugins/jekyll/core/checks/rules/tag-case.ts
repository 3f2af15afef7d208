import { rule } from '../types';

/** Chirpy: "TAG names should always be lowercase" (https://chirpy.cotes.page/posts/write-a-new-post/). */
export const tagCase = rule({
  id: 'tag-case',
  severity: 'warning',
  advice: true,
  *check({ post }) {
    const raised = post.fields.tags.filter((tag) => tag !== tag.toLowerCase());
    if (raised.length === 0) return;
    const wanted = raised.map((tag) => tag.toLowerCase()).join(', ');
    yield {
      place: { key: post.entries.has('tags') ? 'tags' : 'tag' },
      message: {
        en: `Tags are written in lower case: ${raised.join(', ')}. Write ${wanted}.`,
        ko: `태그는 소문자로 씁니다: ${raised.join(', ')}. ${wanted}(으)로 쓰세요.`,
      },
    };
  },
});
