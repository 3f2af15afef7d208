import { saidLanguage, withoutLanguage } from './polyglot';

const rules = (langFromPath: boolean) => ({
  languages: ['ko', 'en', 'pt-BR'],
  defaultLang: 'ko',
  langFromPath,
});

describe('the language that a post says', () => {
  it.each([
    ['front matter', 'en', '_posts/ko/a.md', 'en'],
    ['a folder of posts', undefined, '_posts/en/a.md', 'en'],
    ['a folder with a region', undefined, '_posts/pt-BR/a.md', 'pt-BR'],
    ['a folder over the posts', undefined, 'en/_posts/a.md', 'en'],
    ['no folder of another kind', undefined, '_posts/2024/a.md', null],
    ['nothing', undefined, '_posts/a.md', null],
    ['nothing that is no text', false, '_posts/a.md', null],
  ])('comes from %s', (_what, lang, path, expected) => {
    expect(saidLanguage(lang, path, rules(true))).toBe(expected);
  });

  it('comes from front matter alone unless the site reads it from the path', () => {
    expect(saidLanguage(undefined, '_posts/en/a.md', rules(false))).toBeNull();
    expect(saidLanguage(undefined, '_posts/en/a.md', null)).toBeNull();
    expect(saidLanguage('en', '_posts/a.md', null)).toBe('en');
  });
});

it.each([
  ['/en/posts/a/', '/posts/a/'],
  ['/posts/a.en/', '/posts/a/'],
  ['/posts/enough/', '/posts/enough/'],
  ['/pt-BR/a/', '/a/'],
])('Polyglot takes %s for %s', (address, same) => {
  expect(withoutLanguage(address, rules(false))).toBe(same);
});
