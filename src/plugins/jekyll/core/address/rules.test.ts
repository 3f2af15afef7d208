import { addressOfText } from './post-address';
import { type AddressRules, readAddressRules } from './rules';

const DEFAULTS: AddressRules = {
  template: '/:categories/:year/:month/:day/:title:output_ext',
  defaults: [],
  collectionsDir: '',
  markdownExtensions: ['markdown', 'mkdown', 'mkdn', 'mkd', 'md'],
  timezone: null,
  polyglot: null,
};

describe('the rules of a site', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'title: x'],
    ['a list', ['permalink']],
    ['an empty map', {}],
    ['a permalink that is no text', { permalink: 5 }],
    ['an empty permalink', { permalink: '' }],
    ['defaults that are a map', { defaults: { permalink: '/x/' } }],
    ['collections as a list', { collections: ['posts'] }],
    [
      'a permalink of the collection that is no text',
      { collections: { posts: { permalink: null } } },
    ],
    ['a zone that is no text', { timezone: 9 }],
    ['plugins that are a text', { plugins: 'jekyll-polyglot' }],
    ['languages without anything of Polyglot', { languages: ['ko', 'en'] }],
    ['extensions that are a list', { markdown_ext: ['md'] }],
    ['a folder of collections that is the root', { collections_dir: '/' }],
  ])('are those of Jekyll where the configuration holds %s', (_what, config) => {
    expect(readAddressRules(config)).toEqual(DEFAULTS);
  });

  it('leave out sets of defaults that Jekyll would not take', () => {
    const defaults = [
      null,
      'text',
      { scope: { path: 'a' } },
      { scope: { path: 'a' }, values: 'x' },
      { scope: 'a', values: { slug: 'x' } },
      { scope: { path: 5, type: 'post' }, values: {} },
    ];
    expect(readAddressRules({ defaults }).defaults).toEqual([
      { scope: { path: '', type: null }, values: new Map([['slug', 'x']]) },
      { scope: { path: '', type: 'posts' }, values: new Map() },
    ]);
  });

  it('take a style by its name for the site, and as a text for the collection', () => {
    expect(readAddressRules({ permalink: 'pretty' }).template).toBe(
      '/:categories/:year/:month/:day/:title/',
    );
    expect(readAddressRules({ permalink: 'constructor' }).template).toBe('constructor');
    const collections = { posts: { permalink: 'pretty' } };
    expect(readAddressRules({ permalink: 'none', collections }).template).toBe('pretty');
  });

  it.each([
    [
      'a plugin',
      { plugins: ['jekyll-polyglot'] },
      [],
      { languages: ['en'], defaultLang: 'en', langFromPath: false },
    ],
    [
      'a gem of the configuration',
      { gems: ['jekyll-polyglot'] },
      [],
      { languages: ['en'], defaultLang: 'en', langFromPath: false },
    ],
    [
      'a gem of the Gemfile',
      {},
      ['jekyll-polyglot'],
      { languages: ['en'], defaultLang: 'en', langFromPath: false },
    ],
    [
      'its settings',
      { languages: ['ko', 'en'], default_lang: 'ko', lang_from_path: true },
      [],
      { languages: ['ko', 'en'], defaultLang: 'ko', langFromPath: true },
    ],
  ])('know Polyglot by %s', (_how, config, gems, expected) => {
    expect(readAddressRules(config, gems).polyglot).toEqual(expected);
  });
});

describe('an address that Jekyll can not build', () => {
  const at = (text: string, config: object): string =>
    addressOfText(text, '_posts/2024-01-05-a.md', 'Asia/Seoul', readAddressRules(config));

  it('keeps a name that Jekyll does not know', () => {
    expect(at('---\n---\n', { permalink: '/:nonsense/:title/' })).toBe('/:nonsense/a/');
  });

  it('takes the day of the file where the date can not be read', () => {
    expect(at('---\ndate: someday\n---\n', { permalink: '/:year/:title/' })).toBe('/2024/a/');
  });

  it('never leads out of the site', () => {
    expect(at('---\npermalink: ../../../etc/passwd\n---\n', {})).not.toContain('..');
  });
});
