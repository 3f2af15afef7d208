import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { actions, Cms, POST } from '../import/cms';
import { fileOf, item, plainFile, publishPlain, reference } from './content';

let app: BootedStrapi;
let cms: Cms;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
});
afterEach(() => cms.clear());
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const KOREAN_FILE = '_posts/2025-03-31-trend-2025-03.md';
const ENGLISH_FILE = '_posts/2025-03-31-trend-2025-03-en.md';

const KOREAN = `---
title: "3월의 소식 #1 | AI Trends"
date: 2025-03-31 21:30:00 +0900
categories: [AI 트렌드]
tags: [ai-trend, survey]
math: true
toc: true
author: haneul
media_subpath: /assets/img/march/
pin: false
image:
  path: cover.png
  alt: 봄
description: 봄에 나온 소식입니다.
---

--------------------

> **<u>KEYWORDS</u>**        
> 3월, AI 소식
{: .prompt-info }

--------------------


&nbsp;
&nbsp;
&nbsp;

## 💡 **Issues**
### 새 규약이 나왔습니다 [^ref-iss-1] [^ref-iss-2]
- 도구를 부르는 방법이 하나로 모입니다.
- 이미 여러 곳에서 씁니다.

![그림](protocol.png){: width="600"}
_규약의 모습_

### 설문 결과 [^ref-iss-3]
- 쓰는 사람이 늘었습니다.


&nbsp;
&nbsp;
&nbsp;

----------------

## 📰 **Papers**
### 작은 모델의 추론 [^ref-pa-1]
- 크기만이 답은 아닙니다.

&nbsp;
&nbsp;
&nbsp;

----------------
## References
[^ref-iss-1]: [The protocol](https://example.org/protocol)

[^ref-iss-2]: 규약을 만든 사람들, [이야기](https://example.org/story), 2025.

[^ref-iss-3]: [The survey](https://example.org/survey)

[^ref-pa-1]: [Small models](https://example.org/small_(models))
`;

const ENGLISH = KOREAN.replace('3월의 소식 #1 | AI Trends', 'News of March #1 | AI Trends')
  .replace('AI 트렌드', 'AI trends')
  .replace('alt: 봄', 'alt: Spring')
  .replace('description: 봄에 나온 소식입니다.\n', 'description: What spring brought.\nlang: en\n')
  .replace('3월, AI 소식', 'March, AI news')
  .replace('새 규약이 나왔습니다', 'A new protocol')
  .replace(
    '- 도구를 부르는 방법이 하나로 모입니다.\n- 이미 여러 곳에서 씁니다.',
    '- One way to call tools.',
  )
  .replace('![그림](protocol.png){: width="600"}\n_규약의 모습_\n\n', '')
  .replace('설문 결과', 'What a survey found')
  .replace('- 쓰는 사람이 늘었습니다.', '- More people use it.')
  .replace('작은 모델의 추론', 'Reasoning of small models')
  .replace('- 크기만이 답은 아닙니다.', '- Size is not all.')
  .replace('규약을 만든 사람들, [이야기]', 'Its makers, [the story]')
  // A single blank line stood behind the figure that is gone.
  .replace('- One way to call tools.\n\n\n', '- One way to call tools.\n\n');

const COMMON = {
  slug: 'trend-2025-03',
  date: '2025-03-31T12:30:00.000Z',
  tags: ['ai-trend', 'survey'],
  authors: ['haneul'],
  math: true,
  toc: true,
  pin: false,
  mediaBase: '/assets/img/march/',
  mediaBaseKey: 'media_subpath',
  coverPath: 'cover.png',
};

/** Writes the survey as editors do: references, items, then the post; English after Korean. */
async function makeSurvey(): Promise<{ documentId: string; items: string[] }> {
  const protocol = await reference(cms, 'The protocol', 'https://example.org/protocol');
  const story = await reference(cms, 'A story', 'https://example.org/story');
  const found = await reference(cms, 'The survey', 'https://example.org/survey');
  const small = await reference(cms, 'Small models', 'https://example.org/small_(models)');
  const items = [
    await item(
      cms,
      {
        title: '새 규약이 나왔습니다',
        body: '- 도구를 부르는 방법이 하나로 모입니다.\n- 이미 여러 곳에서 씁니다.\n\n![그림](protocol.png){: width="600"}\n_규약의 모습_',
        citations: [
          { reference: protocol },
          {
            reference: story,
            text: '규약을 만든 사람들, [이야기](https://example.org/story), 2025.',
          },
        ],
      },
      {
        title: 'A new protocol',
        body: '- One way to call tools.',
        citations: [
          { reference: protocol },
          { reference: story, text: 'Its makers, [the story](https://example.org/story), 2025.' },
        ],
      },
    ),
    await item(
      cms,
      { title: '설문 결과', body: '- 쓰는 사람이 늘었습니다.', citations: [{ reference: found }] },
      {
        title: 'What a survey found',
        body: '- More people use it.',
        citations: [{ reference: found }],
      },
    ),
    await item(
      cms,
      {
        title: '작은 모델의 추론',
        body: '- 크기만이 답은 아닙니다.',
        citations: [{ reference: small }],
      },
      {
        title: 'Reasoning of small models',
        body: '- Size is not all.',
        citations: [{ reference: small }],
      },
    ),
  ];
  const sections = [
    { heading: '💡 **Issues**', prefix: 'iss', items: [items[0], items[1]] },
    { heading: '📰 **Papers**', prefix: 'pa', items: [items[2]] },
  ];
  const { documentId } = await cms.documents(POST).create({
    locale: 'ko',
    status: 'published',
    data: {
      ...COMMON,
      title: '3월의 소식 #1 | AI Trends',
      description: '봄에 나온 소식입니다.',
      categories: ['AI 트렌드'],
      coverAlt: '봄',
      keywords: ['3월', 'AI 소식'],
      sections,
    },
  });
  await cms.documents(POST).update({
    documentId,
    locale: 'en',
    status: 'published',
    data: {
      ...COMMON,
      title: 'News of March #1 | AI Trends',
      description: 'What spring brought.',
      categories: ['AI trends'],
      coverAlt: 'Spring',
      keywords: ['March', 'AI news'],
      sections,
    },
  });
  return { documentId, items };
}

describe('a post that was made in the CMS', () => {
  it('is written as a survey in the form of the house, each language in its own file', async () => {
    const blog = await Checkout.with();
    await makeSurvey();

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(report.files).toEqual([
      { path: KOREAN_FILE, slug: 'trend-2025-03', locale: 'ko', action: 'add', problems: [] },
      { path: ENGLISH_FILE, slug: 'trend-2025-03', locale: 'en', action: 'add', problems: [] },
    ]);
    expect(report.totals).toMatchObject({ add: 2, conflict: 0, refused: 0 });
    expect(report.commit).toBeNull();
    expect(await blog.text(KOREAN_FILE)).toBe(KOREAN);
    expect(await blog.text(ENGLISH_FILE)).toBe(ENGLISH);
  });

  it('comes back from its file: an import says all same, in the same database', async () => {
    const blog = await Checkout.with();
    await makeSurvey();
    await cms.blog.export({ blogDir: blog.dir });
    const counts = await cms.counts();

    const report = await cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${ENGLISH_FILE}: same`, `${KOREAN_FILE}: same`]);
    expect(await cms.counts()).toEqual(counts);
  });

  it('comes back from its file into an empty database as one document, and stays byte for byte', async () => {
    const blog = await Checkout.with();
    await makeSurvey();
    await cms.blog.export({ blogDir: blog.dir });
    await cms.clear();
    const before = await blog.snapshot();

    const report = await cms.blog.import({ blogDir: blog.dir });
    expect(report.totals).toMatchObject({ created: 2, items: 6, citations: 8 });
    const posts = await cms.posts();
    expect(new Set(posts.map(({ documentId }) => documentId)).size).toBe(1);
    const exported = await cms.blog.export({ blogDir: blog.dir });

    expect(exported.totals).toMatchObject({ same: 2, add: 0, change: 0 });
    expect(await blog.snapshot()).toEqual(before);
  });

  it('is written as a plain post where it has no sections', async () => {
    const blog = await Checkout.with();
    await publishPlain(cms, 'plain', {
      title: 'C# "정리": 값 #1',
      description: '설명: 하나',
      categories: ['개발', '언어'],
      tags: ['csharp'],
      redirects: ['/old/plain/'],
      otherFrontMatter: 'hidden: true\nseries: {name: c, part: 1}\n',
      body: '```cs\nvar a = 1;\n```\n{: file="a.cs" }\n\n> 알림\n{: .prompt-tip }',
    });
    await cms.blog.export({ blogDir: blog.dir });
    expect(await blog.text(fileOf('plain'))).toBe(
      [
        '---',
        'title: "C# \\"정리\\": 값 #1"',
        'date: 2025-03-02 09:00:00 +0900',
        'categories: [개발, 언어]',
        'tags: [csharp]',
        'description: "설명: 하나"',
        'redirect_from: [/old/plain/]',
        'hidden: true',
        'series: {name: c, part: 1}',
        '---',
        '',
        '```cs',
        'var a = 1;',
        '```',
        '{: file="a.cs" }',
        '',
        '> 알림',
        '{: .prompt-tip }',
        '',
      ].join('\n'),
    );
  });

  it('is written once: a second export writes no file', async () => {
    const blog = await Checkout.with();
    await makeSurvey();
    await publishPlain(cms, 'plain');
    await cms.blog.export({ blogDir: blog.dir });
    const before = await blog.snapshot();

    const report = await cms.blog.export({ blogDir: blog.dir });

    expect(report.files.map(({ action }) => action)).toEqual(['same', 'same', 'same']);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('is not written while it is a draft, and its file does not say what only a draft says', async () => {
    const blog = await Checkout.with();
    await cms.documents(POST).create({
      locale: 'ko',
      data: { title: '쓰는 중', slug: 'writing', date: '2025-03-02T00:00:00.000Z', body: '비밀' },
    });
    const published = await publishPlain(cms, 'plain');
    await cms
      .documents(POST)
      .update({ documentId: published.documentId, locale: 'ko', data: { body: '아직 비밀' } });

    await cms.blog.export({ blogDir: blog.dir });

    expect(await blog.files()).toEqual([fileOf('plain')]);
    expect(await blog.text(fileOf('plain'))).toBe(plainFile('plain'));
  });
});
