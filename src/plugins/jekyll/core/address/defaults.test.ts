import { defaultValues, readDefaults } from './defaults';

const PATH = 'en/_posts/2024/2024-01-05-a.md';
/** The permalink that sets of defaults give a post, each named by its scope's path. */
const winner = (paths: readonly string[], path = PATH, collectionsDir = ''): unknown =>
  defaultValues(
    readDefaults(paths.map((at) => ({ scope: { path: at }, values: { permalink: at } }))),
    path,
    collectionsDir,
  ).get('permalink');

describe('defaults of a post', () => {
  it.each([
    ['*/_posts/2024'],
    ['*/_posts'],
    ['**/_posts'],
    ['e?/*'],
    ['en/**/*.md'],
    ['en/_posts/2024/*'],
    ['*/'],
  ])('apply by a glob that finds it or a folder above it: %s', (glob) => {
    expect(winner([glob])).toBe(glob);
  });

  it.each([['*/_drafts'], ['*.md'], ['ko/**'], ['/*/_posts'], ['*/_posts/2025']])(
    'do not apply by a glob that finds neither: %s',
    (glob) => {
      expect(winner([glob])).toBeUndefined();
    },
  );

  it('take the longer path, and of equal ones the later', () => {
    expect(winner(['en/_posts', 'en', ''])).toBe('en/_posts');
    expect(winner(['en', '*/'])).toBe('*/');
  });

  it('look at paths below the folder of collections, also where they name it', () => {
    const path = `content/${PATH}`;
    expect(winner(['content/en'], path, 'content')).toBe('content/en');
    expect(winner(['en'], path, 'content')).toBe('en');
    expect(winner(['en'], path)).toBeUndefined();
  });

  it('give each key from the best set that says it', () => {
    const sets = readDefaults([
      { scope: { path: '' }, values: { slug: 'a', permalink: '/a/' } },
      { scope: { path: 'en' }, values: { permalink: '/en/' } },
      { scope: { path: 'en/_posts' }, values: { permalink: null } },
      { scope: { path: '', type: 'pages' }, values: { slug: 'page' } },
    ]);
    expect(Object.fromEntries(defaultValues(sets, PATH, ''))).toEqual({
      slug: 'a',
      permalink: '/en/',
    });
  });
});
