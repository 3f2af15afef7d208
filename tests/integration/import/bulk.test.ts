import { cp } from 'node:fs/promises';
import path from 'node:path';
import { appDir } from '../../helpers/environment';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from './checkout';
import { actions, Cms } from './cms';
import { type Dump, dump } from './dump';
import { picture, plain, survey } from './texts';

afterAll(removeCheckouts);

const RELEASE = '[릴리스 노트](https://example.org/release)';
const TOOL = '[도구](https://example.org/tool)';
const items = (name: string) => [
  { title: `${name} 하나`, source: RELEASE },
  { title: `${name} 둘`, source: `${name} 뉴스 <https://example.org/${name}> 참고` },
  { title: `${name} 셋`, source: '주소 없는 출처' },
  { title: `${name} 넷` },
];

/** Two languages, one post also in a third; posts that only the Document Service may store between them. */
const LANGUAGES: Readonly<Record<string, string>> = {
  '_posts/2025-03-01-first.md': survey('처음', items('first')),
  '_posts/2025-03-01-first-en.md': survey('First', items('first'), ['lang: en']),
  '_posts/2025-03-01-first-ja.md': survey('はじめ', items('first'), ['lang: ja']),
  '_posts/2025-03-02-second-en.md': survey('Second', items('second'), ['lang: en']),
  '_posts/2025-03-02-second.md': survey('둘째', items('second')),
  '_posts/2025-03-03-too-long.md': plain('가'.repeat(100_001)),
  '_posts/2025-03-04-hidden.md': survey('숨은', items('hidden'), ['published: false']),
  '_posts/2025-03-04-hidden-en.md': survey('Hidden', items('hidden'), ['lang: en']),
  '_posts/2025-03-05-own-order.md': survey('순서', [
    { title: '다른 순서', source: TOOL },
    { title: '같은 출처', source: TOOL },
    { title: '같은 출처 또', source: `${RELEASE}를 보세요` },
  ]),
  '_posts/2025-03-06-cover.md': plain('표지', ['image: { path: /assets/cover.png, alt: 표지 }']),
  '_posts/2025-03-06-cover-en.md': plain('Cover', ['lang: en', 'image: /assets/cover.png']),
  // Both may be the other's: neither is.
  '_posts/2025-03-07-either.md': plain('어느 쪽', ['page_id: either']),
  '_posts/2025-03-07-either-b.md': plain('다른 쪽', ['page_id: either']),
  '_posts/2025-03-07-either-c.md': plain('Either', ['page_id: either', 'lang: en']),
};

/** More than are stored at once, so that twins stand in several transactions. */
const MANY = Object.fromEntries(
  Array.from({ length: 60 }, (_, at) => {
    const day = `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + at)
      .padStart(2, '0')
      .slice(-2)}`;
    const own = [{ title: `소식 ${at}`, source: `[출처](https://example.org/${at % 7})` }];
    return [
      [`_posts/${day}-many-${at}.md`, at % 5 === 0 ? survey(`${at}`, own) : plain(`글 ${at}`)],
      [
        `_posts/en/${day}-many-${at}.md`,
        at % 5 === 0 ? survey(`No. ${at}`, own) : plain(`Post ${at}`),
      ],
    ] as const;
  }).flat(),
);

async function mixedBlog(): Promise<Checkout> {
  const blog = await Checkout.with({ ...LANGUAGES, ...MANY });
  for (const folder of ['examples/blog', 'tests/fixtures/odd-blog']) {
    await cp(path.join(appDir, folder), blog.dir, { recursive: true });
  }
  await blog.write('assets/cover.png', picture('cover'));
  return blog;
}

/** What two imports of a blog leave: the second brings what was added, and what changed. */
async function importBothWays(blog: Checkout, bulkImport: boolean): Promise<Imported> {
  const app: BootedStrapi = await bootStrapi();
  try {
    const { strapi } = app;
    strapi.config.set('plugin::jekyll.bulkImport', bulkImport);
    await strapi.plugin('i18n').service('locales').create({ code: 'ja', name: 'Japanese (ja)' });
    const cms = new Cms(strapi);
    const creates = countCreates(strapi);
    const first = await cms.blog.import({ blogDir: blog.dir });
    const created = creates();
    const rows = await dump(strapi);
    const again = await cms.blog.import({ blogDir: blog.dir });
    return {
      posts: actions(first.posts),
      totals: first.totals,
      again: actions(again.posts).filter((post) => !post.includes(': same')),
      rows,
      rowsAgain: await dump(strapi),
      created,
    };
  } finally {
    await app.close();
  }
}

interface Imported {
  readonly posts: readonly string[];
  readonly totals: object;
  readonly again: readonly string[];
  readonly rows: Dump;
  readonly rowsAgain: Dump;
  /** Posts that went through the Document Service. */
  readonly created: number;
}

/** Counts the posts that the Document Service makes. */
function countCreates(strapi: BootedStrapi['strapi']): () => number {
  let count = 0;
  strapi.documents.use((context, next) => {
    const makes = context.action === 'create' || context.action === 'update';
    if (context.uid === 'api::post.post' && makes) count += 1;
    return next();
  });
  return () => count;
}

describe('an import that writes many posts at once', () => {
  let blog: Checkout;
  let bulk: Imported;
  let alone: Imported;
  beforeAll(async () => {
    blog = await mixedBlog();
    alone = await importBothWays(blog, false);
    bulk = await importBothWays(blog, true);
  }, 600_000);

  it('reports what an import through the Document Service does', () => {
    expect(bulk.posts).toEqual(alone.posts);
    expect(bulk.totals).toEqual(alone.totals);
    expect(bulk.again).toEqual(alone.again);
  });

  it('leaves the same rows in every table', () => {
    for (const name of Object.keys(alone.rows)) {
      expect({ [name]: bulk.rows[name] }).toEqual({ [name]: alone.rows[name] });
    }
    expect(Object.keys(bulk.rows)).toEqual(Object.keys(alone.rows));
  });

  it('compares what is there', () => {
    const tables = Object.entries(alone.rows).filter(([, rows]) => rows.length > 0);
    expect(tables.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'components_post_sections',
        'components_post_sections_items_lnk',
        'components_trend_item_citations',
        'components_trend_item_citations_reference_lnk',
        'files_related_mph',
        'jekyll_files',
        'jekyll_translations',
        'posts',
        'posts_cmps',
        'references',
        'trend_items',
        'trend_items_cmps',
      ]),
    );
    expect(JSON.stringify(alone.rows)).not.toContain('no row of');
  });

  it('changes nothing the second time', () => {
    expect(bulk.rowsAgain).toEqual(bulk.rows);
  });

  it('asks the Document Service for those alone that it has to look at', () => {
    expect(alone.created).toBeGreaterThan(150);
    expect(bulk.created).toBeLessThan(5);
  });
});
