import type { Blog } from '../publishing/blog';
import { ITEM, POST, REFERENCE } from '../publishing/blog';

/** A Korean survey as an editor writes one: two sections, three items, two references. */
export interface Survey {
  readonly post: string;
  readonly items: readonly [string, string, string];
  readonly references: readonly [string, string];
}

export async function koreanSurvey(blog: Blog): Promise<Survey> {
  const make = async (uid: string, data: object): Promise<string> =>
    (await blog.documents(uid).create({ locale: 'ko', data })).documentId;
  const reference = (title: string, url: string) =>
    make(REFERENCE, { title, url, kind: 'article', publisher: '신문' });
  const first = await reference('첫 출처', 'https://example.com/1');
  const second = await reference('둘째 출처', 'https://example.com/2');
  const item = (title: string, citations: object[]) =>
    make(ITEM, { title, body: `- ${title} 본문`, topic: '주제', notes: '비밀', citations });
  const a = await item('첫 항목', [{ reference: first, label: 'ref-iss-1' }]);
  const b = await item('둘째 항목', [
    { reference: second, text: '[둘째](https://example.com/2), 신문' },
    { reference: first },
  ]);
  const c = await item('셋째 항목', []);
  const post = await make(POST, {
    title: '동향',
    slug: 'trends',
    date: '2025-05-01T00:00:00.000Z',
    description: '설명',
    tags: ['ai', '로봇'],
    authors: ['kim'],
    body: '머리말',
    closing: '## 참고',
    math: true,
    mediaBase: '/assets/img/trends',
    mediaBaseKey: 'media_subpath',
    redirects: ['/old/'],
    otherFrontMatter: 'lang: ko\nlayout: post\n',
    sections: [
      { heading: '이슈', prefix: 'iss', lead: '이슈 소개', items: [b, a] },
      { heading: '논문', prefix: 'pa', items: [c] },
    ],
  });
  return { post, items: [a, b, c], references: [first, second] };
}
