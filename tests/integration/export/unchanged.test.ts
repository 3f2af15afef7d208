import { utimes } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ExportReport } from '../../../src/plugins/jekyll/contracts/report';
import type { ExportRequest } from '../../../src/plugins/jekyll/contracts/service';
import type { Checkout } from '../import/checkout';
import { FILE, ITEM, POST, REFERENCE } from '../import/cms';
import { picture, plain, survey } from '../import/texts';
import { openDesk } from '../sync/two-sides';
import { edit, publishPlain } from './content';
import { uploadPicture } from './upload';

const desk = openDesk();
const SURVEY = '_posts/2025-03-02-news.md';
const NOTE = '_posts/2025-03-03-note.md';
const FILES = {
  '_config.yml': 'title: Blog\n',
  [SURVEY]: survey('소식', [
    { title: '하나', source: '[One](https://example.org/1)' },
    { title: '둘', source: '[Two](https://example.org/2)' },
  ]),
  [NOTE]: plain('글', [], '첫 단락입니다.\n\n둘째 단락입니다.').replace('03-02', '03-03'),
};

const hasText = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && ('body' in row || 'text' in row);

/** How much a run asks the database, and how many rows with texts of posts it gets. */
async function readsOf(run: () => Promise<unknown>): Promise<{ texts: number; all: number }> {
  const reads = { texts: 0, all: 0 };
  const count = (rows: unknown): void => {
    reads.all += 1;
    if (!Array.isArray(rows)) return;
    reads.texts += rows.filter(hasText).length;
  };
  const { connection } = desk.cms.strapi.db;
  connection.on('query-response', count);
  try {
    await run();
  } finally {
    connection.removeListener('query-response', count);
  }
  return reads;
}

const told = ({ files }: ExportReport): string[] =>
  files
    .map(({ path, action, problems }) => [path, action, ...problems.map(({ code }) => code)].join())
    .sort();

/** Two runs, the second of which has nothing to look at any more. */
async function settled(files: Readonly<Record<string, string | Uint8Array>> = FILES) {
  const blog = await desk.imported(files);
  await desk.sync(blog);
  const { texts } = await readsOf(() => desk.sync(blog));
  expect(texts).toBe(0);
  return blog;
}

/** What a run says is what one says that looks at everything. */
async function expectTheSame(blog: Checkout, options: Partial<ExportRequest> = {}) {
  const quick = await desk.sync(blog, { ...options, dryRun: true, diff: true });
  const full = await desk.sync(blog, { ...options, dryRun: true, diff: true, full: true });
  expect(told(quick)).toEqual(told(full));
  return quick;
}

const post = (slug: string) => desk.cms.post({ slug });
const update = (uid: string, documentId: string, data: object) =>
  desk.cms.documents(uid).update({ documentId, locale: 'ko', status: 'published', data });

it('asks neither for texts nor for files where nothing has changed', async () => {
  const blog = await settled();
  const report = await desk.sync(blog);
  expect(told(report)).toEqual([`${SURVEY},same`, `${NOTE},same`]);
  expect(report.files.map(({ slug, locale }) => `${slug} ${locale}`)).toEqual([
    'news ko',
    'note ko',
  ]);
});

it('asks as much for ten posts as for two', async () => {
  const more = Array.from({ length: 8 }, (_, n) => [
    `_posts/2025-03-04-more-${n}.md`,
    plain(`글 ${n}`).replace('03-02', '03-04'),
  ]);
  const few = await readsOf(async () => desk.sync(await settled()));
  await desk.cms.clear();
  const blog = await settled({ ...FILES, ...Object.fromEntries(more) });
  const many = await readsOf(() => desk.sync(blog));
  const again = await readsOf(() => desk.sync(blog));
  expect(many).toEqual(again);
  expect(many.all).toBeLessThanOrEqual(few.all);
});

it('passes a post by that it has just written', async () => {
  const blog = await settled();
  await edit(desk.cms, await post('note'), { title: '다른 글' });
  const written = await desk.sync(blog);
  expect(told(written)).toContain(`${NOTE},change`);
  expect((await readsOf(() => desk.sync(blog))).texts).toBe(0);
  await desk.expectAtRest(blog);
});

it('keeps nothing of a post that the blog holds no more', async () => {
  const blog = await settled();
  const { documentId } = await post('note');
  const marks = () => desk.cms.rows('plugin::jekyll.mark', { post: documentId });
  expect(await marks()).toHaveLength(1);
  await desk.cms.documents(POST).delete({ documentId, locale: '*' });
  expect(told(await desk.sync(blog))).toEqual([`${SURVEY},same`, `${NOTE},delete`]);
  expect(await marks()).toEqual([]);
});

it('finds a post by the slug that it has now', async () => {
  const blog = await settled();
  await edit(desk.cms, await post('note'), { slug: 'other' });
  expect(told(await expectTheSame(blog, { posts: ['note'] }))).toEqual([]);
  const report = await expectTheSame(blog, { posts: ['other'] });
  expect(report.files.map(({ action, slug }) => `${action} ${slug}`)).toEqual(['rename other']);
  const news = await expectTheSame(blog, { posts: ['news'] });
  expect(told(news)).toEqual([`${SURVEY},same`]);
});

describe('looks again at', () => {
  const changes: Record<string, (blog: Checkout) => Promise<unknown>> = {
    'a title': async () => edit(desk.cms, await post('note'), { title: '다른 글' }),
    'a row that was changed past the Document Service': async () =>
      desk.cms.strapi.db
        .query(POST)
        .update({ where: { id: (await post('note')).id }, data: { title: '몰래' } }),
    'an item of a survey': async () =>
      update(ITEM, (await post('news')).sections[0]!.items[0]!.documentId, { body: '- 새 글.' }),
    "an item's citation": async () => {
      const [first, second] = (await post('news')).sections[0]!.items;
      const [citation] = second!.citations;
      const { documentId } = citation!.reference!;
      return update(ITEM, first!.documentId, { citations: [{ reference: documentId }] });
    },
    'a reference': async () => {
      const [first] = (await post('news')).sections[0]!.items;
      const { documentId } = first!.citations[0]!.reference!;
      return update(REFERENCE, documentId, { url: 'https://example.org/moved' });
    },
    'an item that is withdrawn': async () => {
      const { documentId } = (await post('news')).sections[0]!.items[0]!;
      return desk.cms
        .documents(ITEM)
        .unpublish({ documentId, locale: 'ko', jekyll: { confirmed: true } });
    },
    'the order of items': async () => {
      const { documentId, sections } = await post('news');
      const [section] = sections;
      const items = section!.items.map((item) => item.documentId).reverse();
      return update(POST, documentId, { sections: [{ heading: section!.heading, items }] });
    },
    'a post that is withdrawn': async () =>
      desk.cms.documents(POST).unpublish({
        documentId: (await post('note')).documentId,
        locale: 'ko',
      }),
    'a post that is new': () => publishPlain(desk.cms, 'new'),
    'a post that would take the place of one that is passed by': () =>
      publishPlain(desk.cms, 'note', { date: '2025-03-03T00:00:00.000Z' }),
    'a file of another text': (blog) => blog.edit(NOTE, '첫 단락', '끝 단락'),
    'a file of another text, as long and as old as before': async (blog) => {
      await pause(30);
      await blog.edit(NOTE, '첫 단락', '끝 단락');
      await utimes(blog.at(NOTE), 1_700_000_000, 1_700_000_000);
    },
    'a file that is gone': (blog) => blog.remove(NOTE),
    'a file behind a link': async (blog) => {
      await blog.write('elsewhere.md', await blog.text(NOTE));
      await blog.remove(NOTE);
      await blog.link(NOTE, blog.at('elsewhere.md'));
    },
    "the site's configuration": (blog) =>
      blog.write('_config.yml', 'timezone: America/New_York\npermalink: /:title/\n'),
    'a record that lost its text': async () => {
      const [record] = await desk.cms.rows(FILE, { path: NOTE });
      return desk.cms.strapi.db
        .query(FILE as typeof POST)
        .update({ where: { id: record!.id }, data: { text: null, hash: null } as object });
    },
  };

  it.each(Object.entries(changes))('%s', async (_, change) => {
    const blog = await settled();
    await change(blog);
    const { texts } = await readsOf(() => desk.sync(blog, { dryRun: true }));
    await expectTheSame(blog);
    await desk.sync(blog);
    await expectTheSame(blog);
    // Withdrawing a post leaves nothing to look at.
    expect(texts).toBeGreaterThan(0);
  });
});

it('looks again at a post whose image has got another place', async () => {
  const { id, url } = await uploadPicture(desk.cms.strapi, 'cat.png', picture('cat'));
  const blog = await desk.imported(FILES);
  await edit(desk.cms, await post('note'), { body: `![고양이](${url})\n` });
  await desk.sync(blog);
  expect((await readsOf(() => desk.sync(blog))).texts).toBe(0);
  const asset = desk.cms.strapi.db.query('plugin::jekyll.asset' as typeof POST);
  await asset.deleteMany({ where: { fileId: id } as object });
  await asset.create({
    data: {
      path: 'assets/img/elsewhere/cat.png',
      hash: 'x',
      fileId: id,
      origin: 'exported',
    } as object,
  });
  expect(told(await expectTheSame(blog))).toContain(`${NOTE},change`);
});

it('looks at all posts of another checkout', async () => {
  const blog = await settled();
  const other = await desk.imported({ '_config.yml': FILES['_config.yml'] });
  expect(told(await desk.sync(other)).map((line) => line.split(',')[1])).toEqual(['add', 'add']);
  await expectTheSame(blog);
  expect(told(await desk.sync(blog))).toEqual([`${SURVEY},same`, `${NOTE},same`]);
});
