import { type PostContent, readPost } from '../../../src/plugins/jekyll/core/post';
import { differences } from './harness/content';
import { splitFile, withoutKeys } from './harness/lines';
import { type Reach, strayLines } from './harness/locality';

const PATH = '_posts/2024-01-01-a-survey.md';
const TEXT = `---
title: "A survey" # note: quoted
tags: [a, b]
# note: below the tags
math: true
---

Intro.

## One
### First [^ref-o-1]
- A bullet.  

### Second [^ref-o-2]
- Another bullet.

## References

[^ref-o-1]: [A](https://example.com/a)

[^ref-o-2]: [B](https://example.com/b)
`;
const OLD = readPost(TEXT, PATH, 'Asia/Seoul').content;

const reach = (part: Partial<Reach>): Reach => ({
  keys: [],
  body: false,
  structural: false,
  relabels: false,
  ...part,
});
const judge = (from: string, to: string, after: PostContent, part: Partial<Reach>): string[] => {
  expect(TEXT).toContain(from);
  return strayLines(TEXT, TEXT.replace(from, to), OLD, after, reach(part));
};
const BULLET = (content: PostContent): PostContent => ({
  ...content,
  sections: content.sections.map((section) => ({
    ...section,
    items: section.items.map((item, index) =>
      index === 1 ? { ...item, body: '- A changed bullet.' } : item,
    ),
  })),
});

describe('the judge of locality', () => {
  it('lets the lines of the edited key change', () => {
    expect(judge('"A survey"', 'Another', OLD, { keys: ['title'] })).toEqual([]);
    expect(judge('tags: [a, b]', 'tags:\n  - a\n- b', OLD, { keys: ['tags'] })).toEqual([]);
  });

  it.each([
    ['a comment that is gone', '# note: below the tags\n', ''],
    ['another key respelled', 'math: true', 'math:  true'],
    ['a trailing blank of the body trimmed', 'A bullet.  \n', 'A bullet.\n'],
    ['a blank line of the body gone', 'Intro.\n\n', 'Intro.\n'],
    ['another fence', '---\n\nIntro', '--- \n\nIntro'],
  ])('sees %s', (_name, from, to) => {
    expect(judge(from, to, OLD, { keys: ['title'] })).not.toEqual([]);
  });

  it('lets the lines of an edited text change, and no others', () => {
    const after = BULLET(OLD);
    const edited = 'Another bullet.';
    expect(judge(edited, 'A changed bullet.', after, { body: true })).toEqual([]);
    expect(judge(edited, 'A changed bullet.\n- More.', after, { body: true })).not.toEqual([]);
    expect(judge(edited, 'A changed bullet.\n', after, { body: true })).not.toEqual([]);
    expect(judge('Intro.', 'Intro!', after, { body: true })).not.toEqual([]);
  });

  it('sees labels given anew where nothing asked for it', () => {
    const anew = TEXT.replaceAll('ref-o-2', 'ref-o-3');
    expect(strayLines(TEXT, anew, OLD, OLD, reach({ body: true }))).not.toEqual([]);
    expect(strayLines(TEXT, anew, OLD, OLD, reach({ body: true, relabels: true }))).toEqual([]);
  });

  it('sees ends of line that change elsewhere', () => {
    const anew = TEXT.replaceAll('\n', '\r\n').replace('Another bullet.', 'A changed bullet.');
    expect(strayLines(TEXT, anew, OLD, BULLET(OLD), reach({ body: true }))).not.toEqual([]);
  });
});

describe('the comparison of contents', () => {
  it('takes unset for empty, and labels for what they point to', () => {
    const anew = readPost(TEXT.replaceAll('ref-o-', 'ref-o-1'), PATH, 'Asia/Seoul').content;
    expect(differences({ ...anew, description: '' }, OLD)).toEqual([]);
  });

  it.each([
    ['title', { title: 'A Survey' }],
    ['date', { date: 1 }],
    ['tags', { tags: ['b', 'a'] }],
    ['math', { math: null }],
    ['other', { otherFrontMatter: 'key: 1\n' }],
    ['body', { body: 'Intro' }],
    ['sections', { sections: [] }],
    ['closing', { closing: '## Sources' }],
  ])('sees another %s', (field, part) => {
    const found = differences({ ...OLD, ...part }, OLD);
    expect(found.map((text) => text.split(':')[0])).toContain(field);
  });
});

describe('the reader of front matter lines', () => {
  it('takes a key with its elements, and leaves comments below it', () => {
    const { front } = splitFile('---\na: 1\nb:\n  # inside\n  - x\n- y\n# below\n"c d": 2\n---\n');
    expect(withoutKeys(front ?? [], new Set(['b']))).toEqual(['a: 1\n', '# below\n', '"c d": 2\n']);
    expect(withoutKeys(front ?? [], new Set(['c d', 'a'])).join('')).not.toMatch(/c d|a: 1/);
  });
});
