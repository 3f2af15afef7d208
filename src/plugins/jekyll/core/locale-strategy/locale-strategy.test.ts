import {
  keptFrontMatter,
  languageOf,
  localeFrontMatter,
  localeNamed,
  localePlace,
  LOCALE_STRATEGIES,
  type LocaleRules,
  type VersionPlace,
} from '.';

const rules = (more: Partial<LocaleRules> = {}): LocaleRules => ({
  strategy: null,
  original: 'ko',
  single: 'ko',
  codes: {},
  siteLang: null,
  polyglot: null,
  ...more,
});
const polyglot = (...languages: string[]) => ({
  languages,
  defaultLang: languages[0] ?? 'en',
  langFromPath: false,
});

describe('the place of a locale', () => {
  it.each([
    [null, '/news', '/news-en'],
    ['suffix', '/news', '/news-en'],
    ['polyglot', '/news', 'en/news'],
    ['folder', 'ko/news', 'en/news'],
    ['single', '/news', '/news'],
  ] as const)('with %s', (strategy, ko, en) => {
    const at = (locale: string): string => {
      const { folder, suffix } = localePlace(strategy, locale, rules());
      return `${folder}/news${suffix}`;
    };
    expect([at('ko'), at('en')]).toEqual([ko, en]);
  });

  it.each([null, ...LOCALE_STRATEGIES].filter((strategy) => strategy !== 'single'))(
    'is its own with %s',
    (strategy) => {
      const places = ['ko', 'en', 'ja'].map((locale) => localePlace(strategy, locale, rules()));
      expect(new Set(places.map((place) => JSON.stringify(place))).size).toBe(3);
    },
  );
});

describe('what a site calls a locale', () => {
  it.each([
    ['its own code', 'en', {}, 'en'],
    ['the configured code', 'ko', { codes: { ko: 'ko-KR' } }, 'ko-KR'],
    ['the language of the site', 'ko', { siteLang: 'ko-KR' }, 'ko-KR'],
    ['its own code where the site speaks another language', 'en', { siteLang: 'ko-KR' }, 'en'],
    ['the language of Polyglot', 'ko', { polyglot: polyglot('ko', 'en') }, 'ko'],
    ['a region of Polyglot', 'en', { polyglot: polyglot('ko-KR', 'en_US') }, 'en_US'],
    ['Polyglot before the site', 'ko', { siteLang: 'ko-KR', polyglot: polyglot('ko') }, 'ko'],
    ['the equal one before its regions', 'en', { polyglot: polyglot('en-GB', 'en') }, 'en'],
    [
      'Polyglot’s default language too',
      'ko',
      { polyglot: { ...polyglot('en'), defaultLang: 'ko' } },
      'ko',
    ],
    ['nothing that Polyglot does not know', 'ja', { polyglot: polyglot('ko', 'en') }, null],
    ['no configured code either', 'en', { codes: { en: 'en-US' }, polyglot: polyglot('en') }, null],
  ])('is %s', (_what, locale, more, expected) => {
    expect(languageOf(locale, rules(more))).toBe(expected);
  });

  it.each([
    ['ko', 'ko'],
    ['ko-KR', 'ko'],
    ['KO_kr', 'ko'],
    ['kr', 'ko'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt-BR'],
    ['pt', null],
    ['', null],
    [null, null],
  ])('reads %s as the locale %s', (code, locale) => {
    expect(localeNamed(code, ['ko', 'en', 'pt-BR'], { ko: 'kr' })).toBe(locale);
  });
});

describe('the front matter of a version', () => {
  const alone: VersionPlace = {
    locale: 'en',
    lang: 'en',
    permalink: '/posts/news/',
    pageId: '2025-03-02-news',
    twins: [],
  };
  const twins = [{ lang: 'ko', address: '/posts/news/' }];
  const yaml = (strategy: (typeof LOCALE_STRATEGIES)[number], more = {}, site = {}): string =>
    localeFrontMatter(strategy, { ...alone, ...more }, rules(site));

  it('keeps a post in one language out of the other sites of Polyglot', () => {
    expect(yaml('polyglot')).toBe(
      'lang: en\nlang-exclusive: [en]\npage_id: 2025-03-02-news\npermalink: /posts/news/\n',
    );
  });

  it('lets versions meet at one address of Polyglot', () => {
    expect(yaml('polyglot', { twins })).toBe(
      'lang: en\npage_id: 2025-03-02-news\npermalink: /posts/news/\n',
    );
  });

  it('names the other versions beside a suffix', () => {
    expect(yaml('suffix', { twins })).toBe('lang: en\nalternates:\n  ko: /posts/news/\n');
    expect(yaml('suffix')).toBe('lang: en\n');
  });

  it('says address and other versions in a folder, and leaves the latter to Polyglot', () => {
    const permalink = '/en/posts/news/';
    expect(yaml('folder', { twins, permalink })).toBe(
      `lang: en\npermalink: ${permalink}\nalternates:\n  ko: /posts/news/\n`,
    );
    const site = { polyglot: polyglot('ko', 'en') };
    expect(yaml('folder', { twins, permalink: null }, site)).toBe('lang: en\n');
  });

  it('says a single language only where nothing else does', () => {
    expect(yaml('single')).toBe('lang: en\n');
    expect(yaml('single', {}, { siteLang: 'en' })).toBe('');
    expect(yaml('single', { locale: 'ko', lang: 'ko' })).toBe('');
    expect(yaml('single', { locale: 'ko', lang: 'ko' }, { siteLang: 'en' })).toBe('lang: ko\n');
  });

  it('quotes codes that YAML takes for something else', () => {
    expect(yaml('suffix', { lang: 'no' })).toBe('lang: "no"\n');
  });

  it('is kept as it stands in a file', () => {
    const text = '---\ntitle: "A"\nlang: en # ours\npermalink: "/a/"\nauthor: x\n---\n\nText.\n';
    expect(keptFrontMatter(text)).toBe('lang: en # ours\npermalink: "/a/"\n');
    expect(keptFrontMatter('No front matter.\n')).toBe('');
  });
});
