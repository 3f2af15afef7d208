import { z } from 'zod';
import { rule } from '../types';

const options = z.strictObject({
  /** Categories that a post may have. */
  max: z.int().min(1).default(2),
});

/** Chirpy shows a category and one below it (https://chirpy.cotes.page/posts/write-a-new-post/). */
export const categoryCount = rule<z.output<typeof options>>({
  id: 'category-count',
  severity: 'warning',
  advice: true,
  options,
  *check({ post, options: { max } }) {
    const { length } = post.fields.categories;
    if (length <= max) return;
    yield {
      place: { key: post.entries.has('categories') ? 'categories' : 'category' },
      message: {
        en: `The post has ${length} categories; the theme shows ${max}. Make the others tags.`,
        ko: `카테고리가 ${length}개입니다. 테마는 ${max}개까지 보여 줍니다. 나머지는 태그로 옮기세요.`,
      },
    };
  },
});
