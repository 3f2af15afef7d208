import { splitEnding } from './endings';
import { type PairFile, pairVersions } from './pair';

const file = (path: string, locale: string, more: Partial<PairFile> = {}): PairFile => {
  const [, day = '', slug = ''] = /(\d{4}-\d\d-\d\d)-(.*)\.md$/.exec(path) ?? [];
  return {
    path,
    locale,
    slug: splitEnding(slug, ['ko', 'en', 'ja']).slug,
    day,
    pageId: null,
    address: null,
    alternates: [],
    document: null,
    ...more,
  };
};
/** Posts as the sorted paths of their versions. */
function groups(files: readonly PairFile[]): string[] {
  const { twins } = pairVersions(files);
  const all = files.map(({ path }) => [path, ...(twins.get(path) ?? [])].sort().join(' '));
  return [...new Set(all)].sort();
}
const ambiguous = (files: readonly PairFile[]) => Object.fromEntries(pairVersions(files).ambiguous);

const A = '2025-01-01-a.md';
const A_EN = '2025-01-01-a-en.md';
const B = '2025-02-02-b.md';

describe('files are versions of one post', () => {
  const CASES: readonly (readonly [string, readonly PairFile[]])[] = [
    [
      'an equal page_id, whatever their names',
      [file(A, 'ko', { pageId: 'x' }), file(B, 'en', { pageId: 'x' })],
    ],
    [
      'the address of one that the other names',
      [file(A, 'ko', { address: '/a/' }), file(B, 'en', { alternates: ['/a/index.html'] })],
    ],
    [
      'one address in two languages',
      [file(A, 'ko', { address: '/a/' }), file(B, 'en', { address: '/a/' })],
    ],
    ['the same name in two folders', [file(`ko/${A}`, 'ko'), file(`en/${A}`, 'en')]],
    ['a name with an ending', [file(A, 'ko'), file(A_EN, 'en')]],
    ['a slug on two days', [file(A, 'ko'), file('2025-03-03-a.md', 'en')]],
    ['three languages', [file(A, 'ko'), file(A_EN, 'en'), file('2025-01-01-a-ja.md', 'ja')]],
    [
      'a known post that lacks the language',
      [file(A, 'ko', { document: 'd' }), file(`en/${A}`, 'en')],
    ],
  ];
  it.each(CASES)('by %s', (_what, files) => {
    const one = files.map(({ path }) => path).sort();
    expect(groups(files)).toEqual([one.join(' ')]);
    expect(groups([...files].reverse())).toEqual([one.join(' ')]);
    expect(ambiguous(files)).toEqual({});
  });
});

describe('files stay apart', () => {
  const CASES: readonly (readonly [string, readonly PairFile[]])[] = [
    ['in one language', [file(A, 'ko'), file('2025-03-03-a.md', 'ko')]],
    ['with another slug', [file(A, 'ko'), file(B, 'en')]],
    [
      'with another page_id',
      [file(A, 'ko', { pageId: 'x' }), file(`en/${A}`, 'en', { pageId: 'y' })],
    ],
    [
      'from a known post that has the language',
      [
        file(A, 'ko', { document: 'd' }),
        file(`en/${A}`, 'en', { document: 'd' }),
        file(A_EN, 'en'),
      ],
    ],
  ];
  it.each(CASES)('%s', (_what, files) => {
    expect(pairVersions(files).twins.get(files.at(-1)?.path ?? '')).toBeUndefined();
    expect(ambiguous(files)).toEqual({});
  });

  it('as versions of two known posts', () => {
    const files = [file(A, 'ko', { document: 'd' }), file(`en/${A}`, 'en', { document: 'e' })];
    expect(groups([...files, file(B, 'ko')])).toHaveLength(3);
  });
});

it('the day tells which of several files with one slug is meant, in any order', () => {
  const files = [
    file('ko/2024-05-05-a.md', 'ko'),
    file('en/2023-01-01-a.md', 'en'),
    file('en/2024-05-05-a.md', 'en'),
  ];
  const expected = ['en/2023-01-01-a.md', 'en/2024-05-05-a.md ko/2024-05-05-a.md'];
  expect(groups(files)).toEqual(expected);
  expect(groups([...files].reverse())).toEqual(expected);
  expect(ambiguous(files)).toEqual({});
});

it('a page_id counts before a name', () => {
  const files = [
    file(A, 'ko', { pageId: 'x' }),
    file(`en/${A}`, 'en'),
    file(B, 'en', { pageId: 'x' }),
  ];
  expect(groups(files)).toEqual([`${A} ${B}`, `en/${A}`]);
});

it('where several files could be the translation, none is, and all are named', () => {
  const files = [file(A, 'ko'), file(`en/${A}`, 'en'), file(A_EN, 'en')];
  expect(pairVersions(files).twins.size).toBe(0);
  expect(ambiguous(files)).toEqual({
    [A]: [A_EN, `en/${A}`],
    [`en/${A}`]: [A],
    [A_EN]: [A],
  });
});

it('a page_id that a careless hand gave twice is settled by the names', () => {
  const files = [
    file(A, 'ko', { pageId: 'x' }),
    file(B, 'ko', { pageId: 'x' }),
    file(`en/${A}`, 'en', { pageId: 'x' }),
  ];
  expect(groups(files)).toEqual([`${A} en/${A}`, B]);
});

it.each([
  ['news-en', 'news', 'en'],
  ['news_EN', 'news', 'en'],
  ['news.en', 'news', 'en'],
  ['news-en-US', 'news', 'en-US'],
  ['news-en_us', 'news', 'en-US'],
  ['seven', 'seven', null],
  ['-en', '-en', null],
  ['en', 'en', null],
])('the ending of %s', (slug, base, ending) => {
  expect(splitEnding(slug, ['ko', 'en', 'en-US'])).toEqual({ slug: base, ending });
});
