import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ArchiveImportRequest } from '../../../src/plugins/jekyll/contracts/service';
import { makeZip, type ZipEntry } from '../../../src/plugins/jekyll/import/archive/testing/zip';
import { edit } from '../export/content';
import { fileIn, NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT, replaced } from '../sync/two-sides';
import { Checkout } from './checkout';
import { actions, ASSET, FILE, UPLOAD } from './cms';
import { plain } from './texts';

const desk = openDesk();
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const NEWER = replaced(NOTE_TEXT, { '처음 제목': '보관본의 제목' });
const CONFIG = { name: 'blog-main/_config.yml', content: 'lang: ko\ntimezone: Asia/Seoul\n' };

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-zips-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Imports an archive with these files in its one top folder. */
async function take(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ArchiveImportRequest> = {},
  extra: readonly ZipEntry[] = [],
) {
  const file = path.join(dir, 'upload.zip');
  const entries = Object.entries(files).map(([name, content]) => ({
    name: `blog-main/${name}`,
    content,
  }));
  await writeFile(file, makeZip([CONFIG, ...entries, ...extra]));
  return desk.cms.blog.importArchive({ file, ...options });
}

const everything = async () => [
  await desk.cms.counts(),
  await desk.cms.posts({}, 'draft'),
  await desk.cms.rows(FILE),
  await desk.cms.rows(ASSET),
];

describe('an archive for an empty CMS', () => {
  it('becomes posts that an export writes byte for byte, pictures included', async () => {
    const shows = `${NOTE_TEXT}\n![그림](/assets/img/a.png)\n`;
    const report = await take({ [NOTE]: shows, [OTHER]: OTHER_TEXT, 'assets/img/a.png': PIXEL });
    expect(actions(report.posts)).toEqual([`${NOTE}: created`, `${OTHER}: created`]);
    expect(report.totals).toMatchObject({ posts: 2, created: 2, skipped: 0, media: 1 });
    expect(await desk.cms.rows(UPLOAD)).toHaveLength(1);

    const blog = await Checkout.with({ '_config.yml': '' });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(shows);
    expect(await blog.text(OTHER)).toBe(OTHER_TEXT);
    // The library compresses pictures: what it has is what the blog gets.
    expect((await blog.bytes('assets/img/a.png')).subarray(0, 8)).toEqual(PIXEL.subarray(0, 8));
    await desk.expectAtRest(blog);
  });

  it('is only planned on a dry run, and leaves no file behind', async () => {
    const before = await everything();
    const report = await take({ [NOTE]: NOTE_TEXT }, { dryRun: true });
    expect(actions(report.posts)).toEqual([`${NOTE}: created`]);
    expect(await everything()).toEqual(before);
    const left = (await readdir(os.tmpdir())).filter((name) => name.startsWith('jekyll-import-'));
    expect(left).toEqual([]);
  });

  it('tells of each bad file and takes the others', async () => {
    const link = { name: 'blog-main/_posts/2025-01-05-link.md', content: '/etc/passwd' };
    const report = await take(
      {
        [NOTE]: NOTE_TEXT,
        '_posts/2025-01-02-broken.md': '---\ntitle: "open\n---\n',
        '_posts/2025-01-03-latin.md': Buffer.from([0x2d, 0xff, 0xfe]),
        '_posts/no-date.md': 'x',
      },
      {},
      [{ ...link, mode: 0o120777 }],
    );
    const failed = report.posts.filter(({ action }) => action === 'failed');
    expect(failed.map(({ file }) => path.basename(file)).sort()).toEqual([
      '2025-01-02-broken.md',
      '2025-01-03-latin.md',
      '2025-01-05-link.md',
      'no-date.md',
    ]);
    expect(report.totals).toMatchObject({ created: 1, failed: 4 });
  });
});

describe('an archive beside a blog', () => {
  it('adds what is new and leaves alone what the CMS has, whatever it lacks', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT });
    const added = '_posts/2025-06-01-added.md';
    const before = await desk.cms.post({ slug: 'note' });

    const report = await take({ [NOTE]: NEWER, [added]: plain('새 글') });

    expect(actions(report.posts)).toEqual([`${NOTE}: skipped known-already`, `${added}: created`]);
    expect(report.totals).toMatchObject({ skipped: 1, failed: 0 });
    expect(await desk.cms.post({ slug: 'note' })).toEqual(before);
    expect(await desk.cms.posts()).toHaveLength(3);
    const { files } = await desk.sync(blog);
    expect(files.map(({ path: at, action }) => `${at}: ${action}`).sort()).toEqual([
      `${NOTE}: same`,
      `${OTHER}: same`,
      `${added}: add`,
    ]);
    await desk.expectAtRest(blog);
  });

  it('changes nothing the second time, and knows a post in another folder', async () => {
    await take({ [NOTE]: NOTE_TEXT });
    const before = await everything();
    expect(actions((await take({ [NOTE]: NOTE_TEXT })).posts)).toEqual([`${NOTE}: same`]);
    const moved = '_posts/2025/2025-03-02-note.md';
    expect(actions((await take({ [moved]: NEWER })).posts)).toEqual([
      `${moved}: skipped known-already`,
    ]);
    expect(await everything()).toEqual(before);
  });

  it('does not own a file of the blog that says something else', async () => {
    await take({ [NOTE]: NEWER });
    const blog = await Checkout.with({ '_config.yml': '', [NOTE]: NOTE_TEXT });

    const report = await desk.sync(blog);
    expect(fileIn(report, NOTE)).toMatchObject({
      action: 'conflict',
      problems: [{ code: 'not-ours' }],
    });
    expect(await blog.text(NOTE)).toBe(NOTE_TEXT);
    const request = { blogDir: blog.dir, slug: 'note', locale: 'ko' };
    await expect(
      desk.cms.blog.resolve({ ...request, resolution: { use: 'cms' } }),
    ).rejects.toMatchObject({ reason: 'not-ours' });

    // Withdrawn here, it still is none of ours to remove.
    const { documentId } = await desk.cms.post({ slug: 'note' });
    await desk.cms.documents('api::post.post').unpublish({ documentId, locale: 'ko' });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(NOTE_TEXT);
  });

  it('takes the text of the blog when somebody imports that', async () => {
    await take({ [NOTE]: NEWER });
    const blog = await Checkout.with({ '_config.yml': '', [NOTE]: NOTE_TEXT });
    const { posts } = await desk.cms.blog.import({ blogDir: blog.dir });
    expect(actions(posts)).toEqual([`${NOTE}: updated`]);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ title: '처음 제목' });
    await desk.expectAtRest(blog);
  });

  it('owns a file that the blog was seen to hold just so', async () => {
    await take({ [NOTE]: NOTE_TEXT });
    const blog = await Checkout.with({ '_config.yml': '', [NOTE]: NOTE_TEXT });
    expect(actions((await desk.cms.blog.import({ blogDir: blog.dir })).posts)).toEqual([
      `${NOTE}: same`,
    ]);
    const post = await desk.cms.post({ slug: 'note' });
    await edit(desk.cms, post, { title: '고친 제목' });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(replaced(NOTE_TEXT, { '처음 제목': '고친 제목' }));
    await desk.expectAtRest(blog);
  });

  it('keeps the picture that is known at a path', async () => {
    const shows = (title: string) => `${plain(title)}\n![그림](/assets/img/a.png)\n`;
    const blog = await desk.imported({ [NOTE]: shows('하나'), 'assets/img/a.png': PIXEL });
    const assets = await desk.cms.rows(ASSET);
    const other = '_posts/2025-06-01-added.md';

    const report = await take({ [other]: shows('둘'), 'assets/img/a.png': Buffer.from('other') });

    expect(actions(report.posts)).toEqual([`${other}: created medium-known-already`]);
    expect(await desk.cms.rows(ASSET)).toEqual(assets);
    await desk.sync(blog);
    expect(await blog.bytes('assets/img/a.png')).toEqual(PIXEL);
  });
});
