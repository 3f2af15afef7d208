import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import {
  addressOfText,
  decodeAddress,
  readAddressRules,
} from '../../../src/plugins/jekyll/core/address';
import { scanPosts } from '../../../src/plugins/jekyll/blog/scan';
import { itWithJekyll } from '../../helpers/programs';
import { sharedDir } from '../../helpers/shared';
import { Checkout, removeCheckouts } from '../import/checkout';
import { buildSite, removeSite } from './site';

const LIMIT = 120_000;
const built: string[] = [];
afterAll(async () => {
  for (const dir of built) await removeSite(dir);
  await removeCheckouts();
}, LIMIT);

/** A page that says what Jekyll itself takes for the address of each post. */
const LIST =
  '---\npermalink: /list.txt\n---\n{% for post in site.posts %}{{ post.relative_path }}\t{{ post.url }}\n{% endfor %}';

/** Addresses by path as the real Jekyll gives them. */
async function jekyllAddresses(blog: Checkout, collectionsDir = ''): Promise<Map<string, string>> {
  await blog.write('list.txt', LIST);
  built.push(blog.dir);
  const site = await buildSite(blog.dir);
  const lines = (await site.bytes('/list.txt')).toString('utf8').split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const [file = '', url = ''] = line.split('\t');
      return [path.posix.join(collectionsDir, file), decodeAddress(url)];
    }),
  );
}

/** Addresses by path as the product gives them. */
async function ownAddresses(blog: Checkout, config: string): Promise<Map<string, string>> {
  const rules = readAddressRules(parse(config, { version: '1.1' }));
  const addresses = new Map<string, string>();
  for (const file of await scanPosts(blog.dir)) {
    const text = await blog.text(file);
    addresses.set(file, addressOfText(text, file, rules.timezone ?? 'UTC', rules));
  }
  return addresses;
}

/** Addresses of the product that Jekyll gives otherwise. */
const differences = (own: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>) =>
  [...own]
    .filter(([file, address]) => address !== expected.get(file))
    .map(([file, address]) => ({ file, address, expected: expected.get(file) }));

const NAMES = [
  '2024-01-05-plain',
  '2024-1-5-short-day',
  '24-1-5-two-digit-year',
  '2021-01-03-iso-week-of-last-year',
  '2024-12-31-iso-week-of-next-year',
  '2024-02-29-leap-day',
  '2023-01-02-Upper-Case_and_underscore',
  '2023-01-03-hello.en',
  '2023-01-04-dots...',
  '2023-01-05-a..b.-c',
  '2023-01-06-with blanks  (and) [brackets]',
  '2023-01-07-한글-이름',
  '2023-01-08-한글-분해'.normalize('NFD'),
  '2023-01-09-100%25-real #1',
  "2023-01-10-it's-a-$&'()+,;=@-thing!",
  '2023-01-11--hyphens--',
  '2023-01-12-ΣΑΣ-ÉCLAIR',
  '2023-01-13-🙂-emoji',
  '2023-01-14-2023-01-15-two-dates',
  '2023-01-16-',
  '2023-01-17-ﬁne·punctuation…',
];

const FRONT_MATTER: Readonly<Record<string, string>> = {
  nothing: '',
  'date-east': 'date: 2024-03-09 23:30:00 -0800',
  'date-utc': 'date: 2024-03-09 16:30:00',
  'date-quoted': 'date: "2024-03-09 23:30:05"',
  'date-bare': 'date: 2024-03-09',
  'date-tutorial': 'date: 2024-03-09 23:30:00 +/-TTTT',
  slug: 'slug: Another Slug_here!',
  'slug-korean': 'slug: 다른 슬러그',
  'slug-null': 'slug:',
  'permalink-own': 'permalink: /own/:year/:title/:slug/',
  'permalink-file': 'permalink: /own/:title.htm',
  'permalink-ext': 'permalink: own/:categories/:title:output_ext',
  'permalink-encoded': 'permalink: /%ED%95%9C/:title/100%/',
  'permalink-odd': 'permalink: ../a/./b//:month_:day/x/',
  'permalink-null': 'permalink:',
  'permalink-false': 'permalink: false',
  'categories-list': 'categories: [Two Words, C++, two words, 한글, "50%"]',
  'categories-text': 'categories: One two  One',
  'categories-numbers': 'categories: [2024, true, a, ~]',
  category: 'category: One Two',
  'category-list': 'category: [x, Y]\ncategories: [z, x]',
  'category-and-text': 'category: x\ncategories: y z',
  'categories-slash': 'categories: [a/b, "..", "c.", ./d]',
};

/** Every name without front matter, every front matter under one name, in several folders. */
function posts(folders: readonly string[]): Record<string, string> {
  const files: Record<string, string> = {};
  const [first = ''] = folders;
  for (const name of NAMES) {
    files[`${first}/${name}.md`] = '---\ntitle: x\n---\n';
    files[`${first}/${name}.markdown`] = '---\ntitle: x\n---\n';
  }
  files[`${first}/2023-02-01-page.html`] = '---\ntitle: x\n---\n';
  for (const folder of folders) {
    for (const [name, yaml] of Object.entries(FRONT_MATTER)) {
      files[`${folder}/2023-03-01-${name}.md`] = `---\ntitle: x\n${yaml}\n---\nText.\n`;
    }
  }
  return files;
}

const FOLDERS = ['_posts', '_posts/deep/er', 'News/Äpfel/_posts', 'en/_posts/2024'];
const ALL_DATES =
  '/:year/:month/:i_month/:day/:i_day/:y_day/:short_year/:short_month/:long_month/:short_day/:long_day/:week/:w_year/:w_day/:hour/:minute/:second/:title/';
const ALL_NAMES =
  '/:collection/:path/n-:name/:slug/c-:categories/:slugified_categories/:title:output_ext';

const CONFIGS: readonly (readonly [name: string, config: string, collectionsDir?: string])[] = [
  ['no permalink', 'timezone: Asia/Seoul'],
  ...['pretty', 'ordinal', 'weekdate', 'none'].map(
    (style) => [style, `timezone: America/New_York\npermalink: ${style}`] as const,
  ),
  ['every part of a date', `timezone: Asia/Seoul\npermalink: ${ALL_DATES}`],
  ['every name', `timezone: Asia/Seoul\npermalink: ${ALL_NAMES}`],
  [
    'a permalink of the collection',
    'timezone: Asia/Seoul\npermalink: pretty\ncollections:\n  posts:\n    permalink: /c/:title/\n',
  ],
  [
    'no slash in front, collections as a list',
    'timezone: Europe/Berlin\npermalink: blog/:year/:title\ncollections: [tabs]',
  ],
  [
    'collections in a folder',
    [
      'timezone: Asia/Seoul',
      'collections_dir: content',
      'permalink: /:path/',
      'defaults:',
      '  - scope: { path: content/en }',
      '    values: { permalink: /en/:title/ }',
      '  - scope: { path: _posts/deep }',
      '    values: { categories: deep }',
    ].join('\n'),
    'content',
  ],
  [
    'defaults by scope',
    [
      'timezone: Asia/Seoul',
      'permalink: /site/:categories/:title/',
      'defaults:',
      // Jekyll fails on a set without a scope that is not the first.
      '  - values: { date: 2001-02-03 04:05:06 +0000, categories: one two }',
      '  - scope: { path: "", type: post }',
      '    values: { permalink: "/posts/:categories/:title/", categories: [All Posts, x] }',
      '  - scope: { path: "", type: pages }',
      '    values: { permalink: /pages/ }',
      '  - scope: { path: _posts/deep, type: posts }',
      '    values: { permalink: "/deep/:title/", category: Deep Water }',
      '  - scope: { path: _posts/deep }',
      '    values: { permalink: /untyped/:title/ }',
      '  - scope: { path: /_posts }',
      '    values: { permalink: /never/:title/ }',
      '  - scope: { path: "*/_posts/2024" }',
      '    values: { permalink: "/glob/:title", slug: same-slug }',
      '  - scope: { path: "News/**" }',
      '    values: { permalink: /news/:title.html }',
      '  - scope: { path: en/_posts/2024/2023-03-01-n }',
      '    values: { permalink: }',
      '  - nonsense',
      '  - scope: { path: en }',
      '    values: { date: 2002-02-03 04:05:06 +0000, permalink: /en/:year/:title/ }',
    ].join('\n'),
  ],
];

describe('the address of a post', () => {
  it.each(CONFIGS.map(([name]) => [name]))('is tried with %s', (name) => {
    expect(CONFIGS.filter(([other]) => other === name)).toHaveLength(1);
  });

  for (const [name, config, collectionsDir = ''] of CONFIGS) {
    itWithJekyll(
      `is the one that Jekyll gives: ${name}`,
      async () => {
        const files = posts(FOLDERS.map((folder) => path.posix.join(collectionsDir, folder)));
        const blog = await Checkout.with({ '_config.yml': config, ...files });
        const expected = await jekyllAddresses(blog, collectionsDir);
        expect(expected.size).toBe(Object.keys(files).length);
        const own = await ownAddresses(blog, config);
        // The scan of the product leaves HTML posts alone.
        expect(differences(own, expected)).toEqual([]);
        expect(own.size).toBe(expected.size - 1);
      },
      LIMIT,
    );
  }
});

const shared = sharedDir();
describe.each(['ko', 'en'])('every address of the %s blog', (folder) => {
  const test = shared === null ? it.skip : itWithJekyll;
  test(
    'is the one that Jekyll gives',
    async () => {
      const source = path.join(shared ?? '', 'corpus', folder);
      const original = await readFile(path.join(source, '_config.yml'), 'utf8');
      // Neither theme nor plugins are here, and neither says anything of the addresses of posts.
      const config = original.replace(/^(?:theme|plugins|exclude):.*$(?:\n[ -].*$)*/gm, '');
      const files: Record<string, string> = {};
      for (const file of await scanPosts(source)) {
        const text = await readFile(path.join(source, file), 'utf8');
        // Liquid of the theme would fail here; addresses come from the front matter.
        files[file] = /^---\r?\n[^]*?^---\s*$/m.exec(text)?.[0] ?? text;
      }
      const blog = await Checkout.with({ '_config.yml': config, ...files });
      const expected = await jekyllAddresses(blog);
      const own = await ownAddresses(blog, config);
      expect(expected.size).toBeGreaterThan(80);
      expect(own.size).toBe(expected.size);
      expect(differences(own, expected)).toEqual([]);
    },
    LIMIT,
  );
});
