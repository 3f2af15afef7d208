import type { PostForm } from '../../../contracts/settings';
import { EMPTY_COVER, imageAttributes, type PostContent, writePost } from '../../../core/post';

/** As the editor inserts it. */
const IMAGE = '![books](books.png)';
const item = (title: string, body: string, label: string, source: string) => ({
  title,
  body,
  citations: [{ label, text: source }],
});

/** A short survey: what an editor would have entered. */
export const CONTENT: PostContent = {
  slug: 'trends-of-the-week',
  title: 'Trends of the week | 이번 주 동향',
  date: Date.UTC(2025, 0, 12, 0, 0),
  description: null,
  categories: ['AI', 'Survey'],
  tags: ['llm', 'robotics'],
  authors: [],
  cover: EMPTY_COVER,
  math: null,
  mermaid: null,
  toc: null,
  pin: null,
  comments: null,
  mediaBase: { value: '/assets/img/posts/2025-01-12', key: null },
  redirects: [],
  otherFrontMatter: '',
  keywords: ['LLM', 'Robotics'],
  body: '',
  sections: [
    {
      heading: '🗞️ News',
      prefix: 'news',
      lead: '',
      items: [
        item(
          'A model that reads whole books',
          `- It keeps a million words in view\n\n${IMAGE}\n_The books_`,
          'ref-news-1',
          '[Example](https://example.org/books)',
        ),
        item(
          '표를 읽는 모델',
          '- 머리글이 없는 표도 읽습니다',
          'ref-news-2',
          '[예시](https://example.org/tables)',
        ),
      ],
    },
    {
      heading: '🤖 Robots',
      prefix: 'rob',
      lead: '',
      items: [
        item(
          'Smaller robots learn from video',
          '- Ten minutes are enough',
          'ref-rob-1',
          '[Example](https://example.org/robots)',
        ),
      ],
    },
  ],
  closing: null,
};

/** A new post in a form, written with the code of the export. */
export function exampleOf(form: PostForm, zone: string): string {
  const sections = CONTENT.sections.map((section) => ({
    ...section,
    items: section.items.map((one) => ({
      ...one,
      body: one.body.replace(IMAGE, IMAGE + imageAttributes(form)),
    })),
  }));
  const context = { zone, folder: '_posts', suffix: '', localeFrontMatter: '', form };
  return writePost({ ...CONTENT, sections }, null, context).text ?? '';
}
