import { z } from 'zod';
import { rule } from '../types';

const options = z.strictObject({
  /** Characters that a description may have: search engines show about as many. */
  max: z.int().min(1).default(160),
});

/** Without a description, lists and search engines show the beginning of the text. */
export const description = rule<z.output<typeof options>>({
  id: 'description',
  severity: 'warning',
  advice: true,
  options,
  *check({ post, options: { max } }) {
    const { description: text } = post.fields;
    if (
      text === null &&
      post.entries.has('description') &&
      post.entries.get('description')?.value !== null
    )
      return;
    const length = [...(text ?? '').trim()].length;
    if (length > 0 && length <= max) return;
    yield {
      place: post.entries.has('description') ? { key: 'description' } : { field: 'description' },
      message:
        length === 0
          ? {
              en: 'The post has no description: lists and search engines show the beginning of its text. Say in a sentence what it is about.',
              ko: '설명이 없어 목록과 검색 결과에 글의 첫머리가 나옵니다. 무엇에 관한 글인지 한 문장으로 쓰세요.',
            }
          : {
              en: `The description has ${length} characters; search engines show about ${max}. Shorten it.`,
              ko: `설명이 ${length}자입니다. 검색 결과에는 ${max}자쯤 나옵니다. 줄이세요.`,
            },
    };
  },
});
