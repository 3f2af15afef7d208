import fc from 'fast-check';
import { type PostContent, readPost, writePost } from './index';

const zone = 'Asia/Seoul';
const context = { zone, folder: '_posts', suffix: '', localeFrontMatter: '' };
const path = '_posts/2024-03-05-hello-world.md';

/** Changes an entry and returns the lines that the file loses (-) and gains (+), in order. */
function edit(text: string, change: Partial<PostContent>, at = path) {
  const { content } = readPost(text, at, zone);
  const written = writePost({ ...content, ...change }, { text, path: at }, context);
  const old = text.split('\n');
  const now = (written.text ?? '').split('\n');
  const removed = old.filter((line) => !now.includes(line)).map((line) => `-${line}`);
  const added = now.filter((line) => !old.includes(line)).map((line) => `+${line}`);
  return { ...written, lines: [...removed, ...added] };
}

const plain = `---
layout: post # every post
title:  'Hello, world'
date: 2024-03-05 10:00:00 +/-TTTT
categories: [Tools, Web]
tags:
- a
- "b c"

# shown in the list
description: Greets the world.
image: /covers/hello.png
---

First paragraph.  
Second line.

Last paragraph.
`;

describe('an edited field', () => {
  it.each<[string, Partial<PostContent>, string[]]>([
    ['title', { title: "It's: new" }, ["-title:  'Hello, world'", "+title:  'It''s: new'"]],
    ['tag', { tags: ['a', 'b c', 'd'] }, ['+- d']],
    [
      'category order',
      { categories: ['Web', 'Tools'] },
      ['-categories: [Tools, Web]', '+categories: [Web, Tools]'],
    ],
    [
      'description',
      { description: 'Says: hi.' },
      ['-description: Greets the world.', '+description: "Says: hi."'],
    ],
    ['a flag', { pin: true }, ['+pin: true']],
    [
      'body',
      { body: 'First paragraph.  \nSecond line!\n\nLast paragraph.' },
      ['-Second line.', '+Second line!'],
    ],
    [
      'cover path',
      { cover: { path: '/covers/x.png', alt: null, lqip: null } },
      ['-image: /covers/hello.png', '+image: /covers/x.png'],
    ],
  ])('%s changes only the lines that spell it', (_, change, lines) => {
    const { problems, lines: changed } = edit(plain, change);
    expect({ problems, changed }).toEqual({ problems: [], changed: lines });
  });

  it('reads back as exactly the change', () => {
    const { content } = readPost(plain, path, zone);
    const change = { title: '가나 "다"', tags: ['x'], mermaid: true };
    const written = edit(plain, change);
    expect(readPost(written.text ?? '', written.path, zone).content).toEqual({
      ...content,
      ...change,
    });
  });

  it('keeps the spelling of a date while the moment is the same', () => {
    const { content } = readPost(plain, path, zone);
    expect(content.date).toBe(Date.parse('2024-03-05T01:00:00Z'));
    expect(writePost(content, { text: plain, path }, context).text).toBe(plain);
  });
});

describe('a cover', () => {
  const cover = { path: 'a.png', alt: 'An a', lqip: null };
  it('becomes a map when it gets an alternative text', () => {
    const { lines } = edit(plain, { cover });
    expect(lines).toEqual([
      '-image: /covers/hello.png',
      '+image:',
      '+  path: a.png',
      '+  alt: An a',
    ]);
  });

  it('keeps the keys of its map that have no field, wherever they are edited', () => {
    const text = '---\ntitle: T\nimage:\n  path: a.png\n  no_bg: true\n---\nx\n';
    const { content } = readPost(text, path, zone);
    expect(content.otherFrontMatter).toBe('image:\n  no_bg: true\n');
    const both = edit(text, { cover, otherFrontMatter: 'image:\n  no_bg: false\n' });
    const back = readPost(both.text ?? '', path, zone).content;
    expect(back.cover).toEqual(cover);
    expect(back.otherFrontMatter).toBe('image:\n  no_bg: false\n');
  });
});

describe('what the file does not say', () => {
  const bare = '---\ntags: [x]\n---\nText\n';

  it('is derived as Jekyll derives it and not written', () => {
    const { content } = readPost(bare, path, zone);
    expect(content.title).toBe('Hello World');
    expect(content.date).toBe(Date.parse('2024-03-05T00:00:00+09:00'));
    expect(writePost(content, { text: bare, path }, context).text).toBe(bare);
  });

  it('is written when the editor changes it', () => {
    expect(edit(bare, { title: 'Other' }).lines).toEqual(['+title: "Other"']);
  });

  it('is written when a new file name would say something else', () => {
    const moved = edit(bare, { slug: 'good-bye' });
    expect(moved.path).toBe('_posts/2024-03-05-good-bye.md');
    expect(moved.lines).toEqual(['+title: "Hello World"']);
  });

  it('stays open in a file without front matter', () => {
    const { content } = readPost('Only text\n', path, zone);
    expect(writePost(content, { text: 'Only text\n', path }, context).text).toBe('Only text\n');
  });
});

describe('the path', () => {
  const dated = '---\ntitle: T\ndate: 2024-03-05 08:00:00 +0900\n---\nx\n';
  const day = (text: string) => Date.parse(text);

  it('follows slug and day', () => {
    const { path: moved } = edit(dated, { slug: 'new', date: day('2024-04-01T00:00:00+09:00') });
    expect(moved).toBe('_posts/2024-04-01-new.md');
  });

  it('stays when only the time of the day changes', () => {
    expect(edit(dated, { date: day('2024-03-05T23:00:00+09:00') }).path).toBe(path);
  });

  it('keeps a day that never agreed with the date', () => {
    const odd = '_posts/2024-01-01-hello-world.md';
    expect(edit(dated, { date: day('2024-05-05T00:00:00+09:00') }, odd).path).toBe(odd);
  });

  it('keeps its folder and extension', () => {
    const deep = '_posts/a/2024-03-05-hello-world.markdown';
    expect(edit(dated, { slug: 'b' }, deep).path).toBe('_posts/a/2024-03-05-b.markdown');
  });

  it.each(['../../etc', 'a/b', 'a\0b', '..', 'CON', ''])('refuses the slug %j by name', (slug) => {
    const { text, problems } = edit(dated, { slug });
    expect(text).toBeNull();
    expect(problems).toEqual([expect.objectContaining({ severity: 'error', field: 'slug' })]);
  });
});

describe('a slug in the front matter', () => {
  const text = '---\ntitle: T\nslug: other\n---\nx\n';
  it('is the slug, and an edit changes the key alone', () => {
    expect(readPost(text, path, zone).content.slug).toBe('other');
    const changed = edit(text, { slug: 'third' });
    expect(changed).toMatchObject({ path, lines: ['-slug: other', '+slug: third'] });
  });
});

describe('other front matter', () => {
  it('is refused by name when it is no YAML', () => {
    const { text, problems } = edit(plain, { otherFrontMatter: 'a: [1' });
    expect(text).toBeNull();
    expect(problems[0]).toMatchObject({ severity: 'error', field: 'otherFrontMatter' });
  });

  it('can not leave the front matter', () => {
    const { text, problems } = edit(plain, { otherFrontMatter: 'a: 1\n---\nlayout: evil\n' });
    expect(text).toBeNull();
    expect(problems).not.toEqual([]);
  });

  it('gives way to a field that says the same key', () => {
    const text = '---\ntitle: T\npin: "true"\n---\nx\n';
    expect(readPost(text, path, zone).content).toMatchObject({
      pin: null,
      otherFrontMatter: 'pin: "true"\n',
    });
    expect(edit(text, { pin: false }).text).toContain('pin: false\n');
  });

  it('loses published: false when the entry is published', () => {
    const text = '---\ntitle: T\npublished: false\n---\nx\n';
    const { content, draft } = readPost(text, path, zone);
    expect(draft).toBe(true);
    expect(writePost(content, { text, path }, context).text).toBe('---\ntitle: T\n---\nx\n');
  });
});

describe('a plain post', () => {
  it('shows the keywords and the closing text that somebody gave it, once', () => {
    const first = edit(plain, { keywords: ['AI', 'Web'], closing: 'Bye.' });
    expect(first.text).toContain('> AI, Web\n{: .prompt-info }\n');
    expect(first.text?.trimEnd().endsWith('Bye.')).toBe(true);
    const { content } = readPost(plain, path, zone);
    const again = writePost(
      { ...content, keywords: ['AI', 'Web'], closing: 'Bye.' },
      { text: first.text, path },
      context,
    );
    expect(again.text).toBe(first.text);
  });

  it('keeps CRLF on every line that it had, and gives it to new ones', () => {
    const crlf = plain.replace(/\n/g, '\r\n');
    const { text } = edit(crlf, {
      body: 'First paragraph.  \nNew.\n\nLast paragraph.',
      title: 'T',
    });
    expect(text?.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });
});

describe('a survey that cites little', () => {
  const survey = [
    '---',
    'title: T',
    '---',
    '## One',
    '',
    '### A [^1]',
    '* a',
    '',
    '### B [^2]',
    '* b',
    '',
    '[^1]: [A](https://example.com/a)',
    '[^2]: [B](https://example.com/b)',
    '',
  ].join('\n');

  it('keeps its spelling when its citations are taken away one by one', () => {
    const { content } = readPost(survey, path, zone);
    const [section] = content.sections;
    const [a, b] = section?.items ?? [];
    if (!section || !a || !b) throw new Error('the fixture is no survey');
    const without = { ...content, sections: [{ ...section, items: [{ ...a, citations: [] }, b] }] };
    const first = writePost(without, { text: survey, path }, context);
    const second = writePost(without, first, context);
    expect(first.problems).toEqual([]);
    expect(first.text).toBe(
      survey.replace(' [^1]', '').replace('[^1]: [A](https://example.com/a)\n', ''),
    );
    expect(second.text).toBe(first.text);
  });
});

describe('a new post', () => {
  const content: PostContent = {
    ...readPost('', path, zone).content,
    title: '새 글: 시작',
    date: Date.parse('2025-01-02T03:04:05Z'),
    slug: 'new-post',
    tags: ['a', 'c#'],
    authors: ['kim'],
    toc: true,
    cover: { path: 'x.png', alt: '', lqip: null },
    description: 'Short.',
    body: 'Text.',
  };

  it('has the form of Chirpy’s writers', () => {
    expect(writePost(content, null, context)).toEqual({
      path: '_posts/2025-01-02-new-post.md',
      problems: [],
      text: [
        '---',
        'title: "새 글: 시작"',
        'date: 2025-01-02 12:04:05 +0900',
        'tags: [a, c#]',
        'toc: true',
        'author: kim',
        'image:',
        '  path: x.png',
        '  alt: ""',
        'description: Short.',
        '---',
        '',
        'Text.',
        '',
      ].join('\n'),
    });
  });

  it('of another locale says so and has a name of its own', () => {
    const english = { ...context, suffix: '-en', localeFrontMatter: 'lang: en\n' };
    const written = writePost(content, null, english);
    expect(written.path).toBe('_posts/2025-01-02-new-post-en.md');
    expect(written.text).toContain('\nlang: en\n');
    const again = writePost(content, written, english);
    expect(again).toEqual(written);
  });
});

describe('any post', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/[\s\p{C}]/gu, 'x') || 'x');
  const anything = fc.record({
    title: fc
      .string({ unit: 'grapheme', maxLength: 40 })
      .map((text) => text.replace(/\p{C}/gu, '').trim() || 'T'),
    description: fc.option(
      fc.string({ maxLength: 60 }).map((text) => text.replace(/\p{C}/gu, '').trim() || null),
    ),
    tags: fc.uniqueArray(word, { maxLength: 5 }),
    categories: fc.uniqueArray(word, { maxLength: 3 }),
    pin: fc.option(fc.boolean()),
  });

  it('says what was set, with and without a baseline', () => {
    fc.assert(
      fc.property(anything, (change) => {
        const { content } = readPost(plain, path, zone);
        const next: PostContent = { ...content, ...change };
        for (const baseline of [{ text: plain, path }, null]) {
          const written = writePost(next, baseline, context);
          expect(written.problems).toEqual([]);
          const back = readPost(written.text ?? '', written.path, zone).content;
          expect({ ...back, closing: null }).toEqual({ ...next, closing: null });
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
