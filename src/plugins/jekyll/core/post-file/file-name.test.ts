import fc from 'fast-check';
import {
  assertSafeSlug,
  jekyllSlug,
  printFileName,
  readFileName,
  suggestSlug,
  titleFromSlug,
} from './index';

describe('readFileName', () => {
  it.each([
    [
      '_posts/2024-01-05-hello.md',
      { dir: '_posts', date: '2024-01-05', slug: 'hello', ext: '.md' },
    ],
    [
      'a/_posts/b/2024-1-5-x.y.markdown',
      { dir: 'a/_posts/b', date: '2024-1-5', slug: 'x.y', ext: '.markdown' },
    ],
    ['2024-01-05-[x] y.md', { dir: '', date: '2024-01-05', slug: '[x] y', ext: '.md' }],
    ['_posts/about.md', { dir: '_posts', date: null, slug: 'about', ext: '.md' }],
    ['_posts/2024-01-05.md', { dir: '_posts', date: null, slug: '2024-01-05', ext: '.md' }],
  ])('splits %s, and printFileName joins it', (path, parts) => {
    expect(readFileName(path)).toEqual(parts);
    expect(printFileName(parts)).toBe(path);
  });

  it('is null without an extension', () => {
    expect(readFileName('a.b/LICENSE')).toBeNull();
  });

  it('brings the name to NFC', () => {
    const path = '_posts/2024-01-05-한글.md';
    expect(readFileName(path.normalize('NFD'))?.slug).toBe('한글'.normalize('NFC'));
    expect(
      printFileName({
        dir: '_posts',
        date: '2024-01-05',
        slug: '한글'.normalize('NFD'),
        ext: '.md',
      }),
    ).toBe(path.normalize('NFC'));
  });
});

describe('assertSafeSlug', () => {
  it.each([
    ['', 'slug-empty'],
    ['a/b', 'slug-separator'],
    ['..\\b', 'slug-separator'],
    ['.', 'slug-dots'],
    ['..', 'slug-dots'],
    ['a\u0000', 'slug-control-character'],
    ['a\nb', 'slug-control-character'],
    ['CON', 'slug-reserved-name'],
    ['lpt1.x', 'slug-reserved-name'],
    ['가'.repeat(79), 'slug-too-long'],
  ])('refuses %j as %s', (slug, code) => {
    expect(assertSafeSlug(slug)?.code).toBe(code);
  });

  it.each(['hello', '인공지능-2024', 'C++', '.NET-8', '[ React ] x', 'console', '가'.repeat(78)])(
    'takes %s',
    (slug) => {
      expect(assertSafeSlug(slug)).toBeNull();
    },
  );
});

describe('names', () => {
  it.each([
    ['ai-trend-2024-2', 'Ai Trend 2024 2'],
    ['hello-WORLD.', 'Hello World'],
    ['인공지능-éCOLE', '인공지능 École'],
    ['-x--y-', ' X  Y'],
  ])('titleFromSlug(%j) is %j', (slug, title) => {
    expect(titleFromSlug(slug)).toBe(title);
  });

  it.each([
    ['Hello World_[x]', 'Hello-World_-x'],
    ['한글 제목', '한글-제목'],
    ['hello.en', 'hello.en'],
    ["C++ (it's)", "C++-(it's)"],
  ])('jekyllSlug(%j) is %j', (name, slug) => {
    expect(jekyllSlug(name)).toBe(slug);
  });

  it('suggestSlug romanizes, is never empty and always safe', () => {
    expect(suggestSlug('2024년 AI 기술 트렌드 #2')).toBe('2024nyeon-ai-gisul-teurendeu-2');
    expect(suggestSlug('🤖')).toBe('post');
    expect(suggestSlug('CON')).toBe('post-con');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        expect(suggestSlug(title)).toMatch(/^[a-z0-9-]{1,80}$/);
        expect(assertSafeSlug(suggestSlug(title))).toBeNull();
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
