import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { type Person, superAdmin } from '../publishing/people';
import { Checkout, removeCheckouts } from './checkout';
import { Cms, ITEM, POST, type PostView } from './cms';
import { picture, survey } from './texts';

let app: BootedStrapi;
let cms: Cms;
let admin: Person;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  admin = await superAdmin(app.strapi);
});
afterAll(async () => {
  await app.close();
  await removeCheckouts();
});

const NEWS = '_posts/2025-03-02-news.md';
const ITEMS = ['하나', '둘', '셋'].map((title, at) => ({
  title,
  source: `[출처 ${at}](https://example.org/${at})`,
}));
const MORE = ['image: /assets/cover.png'];

interface Version {
  readonly documentId: string;
  readonly status: string;
  readonly updatedAt: string;
  readonly [field: string]: unknown;
}
const address = (uid: string, documentId: string, action = ''): string =>
  `/content-manager/collection-types/${uid}/${documentId}${action && `/actions/${action}`}?locale=ko`;

async function edit(uid: string, documentId: string, data: object): Promise<Version> {
  const { body } = await admin.put(address(uid, documentId)).send(data).expect(200);
  return body.data;
}
const act = async (uid: string, documentId: string, action: string, data: object = {}) => {
  await admin
    .post(address(uid, documentId, action))
    .send(data)
    .expect(200);
};
/** What the list of the content manager calls each version. */
async function listed(uid: string): Promise<string[]> {
  const { body } = await admin
    .get(`/content-manager/collection-types/${uid}?locale=ko&sort=title:ASC`)
    .expect(200);
  return body.results.map(({ title, status }: Version) => `${title}: ${status}`);
}

const shown = ({ title, cover, sections }: PostView) => ({
  title,
  cover: cover !== null,
  items: sections.flatMap(({ items }) =>
    items.map(
      ({ title: item, citations }) =>
        `${item}: ${citations.map(({ reference }) => reference?.url).join()}`,
    ),
  ),
});
const now = async (status: 'draft' | 'published') =>
  shown(await cms.post({ slug: 'news' }, status));
const expected = (title: string, items: readonly string[]) => ({
  title,
  cover: true,
  items: items.map((item, at) => `${item}: https://example.org/${at}`),
});

/** Rows that belong to nobody. */
async function orphans(): Promise<Record<string, number>> {
  const { connection } = app.strapi.db;
  const count = async (rows: ReturnType<typeof connection>): Promise<number> =>
    Number(((await rows.count({ n: 'id' })) as { n: unknown }[])[0]?.n);
  const left = (table: string, cmps: string, uid: string) =>
    count(
      connection(table).whereNotIn(
        'id',
        connection(cmps).where('component_type', uid).select('cmp_id'),
      ),
    );
  return {
    sections: await left('components_post_sections', 'posts_cmps', 'post.section'),
    citations: await left(
      'components_trend_item_citations',
      'trend_items_cmps',
      'trend-item.citation',
    ),
    covers: await count(
      connection('files_related_mph')
        .where('related_type', POST)
        .whereNotIn('related_id', connection('posts').select('id')),
    ),
  };
}

it('a post that was imported is edited, published, withdrawn and deleted like any other', async () => {
  const blog = await Checkout.with({
    [NEWS]: survey('소식', ITEMS, MORE),
    'assets/cover.png': picture('cover'),
  });
  const { totals } = await cms.blog.import({ blogDir: blog.dir });
  expect(totals).toMatchObject({ created: 1, items: 3, media: 1 });
  const titles = ITEMS.map(({ title }) => title);
  expect(await now('published')).toEqual(expected('소식', titles));
  expect(await now('draft')).toEqual(expected('소식', titles));
  expect(await listed(POST)).toEqual(['소식: published']);
  expect(await listed(ITEM)).toEqual(['둘: published', '셋: published', '하나: published']);

  const { documentId, sections } = await cms.post({ slug: 'news' }, 'draft');
  const second = sections[0]!.items[1]!.documentId;
  await edit(POST, documentId, { title: '고친 소식' });
  expect(await listed(POST)).toEqual(['고친 소식: modified']);
  await act(POST, documentId, 'discard');
  expect(await now('draft')).toEqual(expected('소식', titles));
  expect(await listed(POST)).toEqual(['소식: published']);

  await edit(POST, documentId, { title: '새 소식' });
  await act(POST, documentId, 'publish', { title: '새 소식' });
  expect(await now('published')).toEqual(expected('새 소식', titles));

  await edit(ITEM, second, { title: '고친 둘' });
  expect(await now('published')).toEqual(expected('새 소식', titles));
  await act(ITEM, second, 'publish', { title: '고친 둘' });
  expect(await now('published')).toEqual(expected('새 소식', ['하나', '고친 둘', '셋']));

  await act(POST, documentId, 'unpublish');
  expect(await cms.posts()).toEqual([]);
  expect(await listed(POST)).toEqual(['새 소식: draft']);
  await act(POST, documentId, 'publish');
  expect(await now('published')).toEqual(expected('새 소식', ['하나', '고친 둘', '셋']));
  const status = await cms.blog.status({ blogDir: blog.dir });
  expect(status.posts).toHaveLength(1);
  const { files } = await cms.blog.export({ blogDir: blog.dir });
  expect(files.map(({ action }) => action)).toEqual(['change']);
  expect(await blog.text(NEWS)).toBe(
    survey('새 소식', ITEMS, MORE).replace('### 둘', '### 고친 둘'),
  );

  await admin.delete(address(POST, documentId)).expect(200);
  expect(await cms.rows(POST)).toEqual([]);
  expect(await cms.rows(ITEM)).toHaveLength(6);
  expect(await orphans()).toEqual({ sections: 0, citations: 0, covers: 0 });
});
