import type { ExportReport } from '../../../src/plugins/jekyll/contracts/report';
import type { Resolution } from '../../../src/plugins/jekyll/contracts/service';
import { edit, fileOf, publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { actions, FILE, POST } from '../import/cms';
import { plain } from '../import/texts';
import { NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT, replaced } from './two-sides';

const desk = openDesk();
const FILES = { [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT };
const OURS = replaced(NOTE_TEXT, { '처음 제목': '고친 제목' });
const THEIRS = replaced(NOTE_TEXT, { '처음 제목': '블로그의 제목', '셋째 단락': '새 단락' });
const MERGED = replaced(NOTE_TEXT, { '처음 제목': '둘의 제목', '셋째 단락': '새 단락' });
const merged: Resolution = { use: 'merged', text: MERGED };

const resolve = (blog: Checkout, resolution: Resolution, slug = 'note'): Promise<ExportReport> =>
  desk.cms.blog.resolve({ blogDir: blog.dir, slug, locale: 'ko', resolution });

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'resolved',
    (error: { name: string; reason?: string }) => `${error.name}: ${error.reason}`,
  );

/** Both sides changed the title. */
async function contested(): Promise<Checkout> {
  const blog = await desk.imported(FILES);
  await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { title: '고친 제목' });
  await blog.write(NOTE, THEIRS);
  return blog;
}

/** The blog deleted the file that the CMS changed. */
async function deleted(): Promise<Checkout> {
  const blog = await contested();
  await blog.remove(NOTE);
  return blog;
}

/** The CMS withdrew the post that the blog changed. */
async function withdrawn(): Promise<Checkout> {
  const blog = await desk.imported(FILES);
  await blog.write(NOTE, THEIRS);
  const { documentId, locale } = await desk.cms.post({ slug: 'note' });
  await desk.cms.documents(POST).unpublish({ documentId, locale });
  return blog;
}

describe('a conflict in the same lines', () => {
  it.each<[string, Resolution, string, string]>([
    ['with the text of the CMS', { use: 'cms' }, OURS, 'change'],
    ['with the text of the blog', { use: 'blog' }, THEIRS, 'same'],
    ['with a text made of both', merged, MERGED, 'change'],
  ])('is settled %s', async (_what, resolution, text, action) => {
    const blog = await contested();

    const report = await resolve(blog, resolution);

    expect(actions(report.files)).toEqual([`${NOTE}: ${action}`]);
    expect(await blog.text(NOTE)).toBe(text);
    for (const status of ['draft', 'published'] as const) {
      const post = await desk.cms.post({ slug: 'note' }, status);
      expect(text).toContain(`title: "${post.title}"`);
      expect(post.body!.includes('새 단락')).toBe(text.includes('새 단락'));
    }
    await desk.expectAtRest(blog);
    expect(await reasonOf(resolve(blog, resolution))).toBe('ResolveError: no-conflict');
  });

  it('keeps a draft that says something else when the blog is chosen', async () => {
    const blog = await contested();
    const { documentId, locale } = await desk.cms.post({ slug: 'note' });
    const data = { title: '초안의 제목' };
    await desk.cms.documents(POST).update({ documentId, locale, data });

    await resolve(blog, { use: 'blog' });

    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ title: '블로그의 제목' });
    expect(await desk.cms.post({ slug: 'note' }, 'draft')).toMatchObject(data);
    await desk.expectAtRest(blog);
  });

  it('touches nothing on a dry run', async () => {
    const blog = await contested();
    const before = [await blog.snapshot(), await desk.cms.posts(), await desk.cms.rows(FILE)];
    for (const resolution of [{ use: 'cms' }, { use: 'blog' }, merged] as const) {
      const request = { blogDir: blog.dir, slug: 'note', locale: 'ko', dryRun: true };
      await desk.cms.blog.resolve({ ...request, resolution });
    }
    expect([await blog.snapshot(), await desk.cms.posts(), await desk.cms.rows(FILE)]).toEqual(
      before,
    );
  });
});

describe('a file that was deleted in the blog', () => {
  it.each<[string, Resolution, string]>([
    ['the CMS', { use: 'cms' }, OURS],
    ['a text made of both', merged, MERGED],
  ])('is written again with %s', async (_what, resolution, text) => {
    const blog = await deleted();

    const report = await resolve(blog, resolution);

    expect(actions(report.files)).toEqual([`${NOTE}: add`]);
    expect(await blog.text(NOTE)).toBe(text);
    await desk.expectAtRest(blog);
  });

  it('withdraws its post when the blog is chosen; published again it comes back', async () => {
    const blog = await deleted();

    await resolve(blog, { use: 'blog' });

    expect(await desk.cms.posts({ slug: 'note' })).toEqual([]);
    await desk.expectAtRest(blog);
    expect(await blog.files()).toEqual([OTHER]);
    const { documentId, locale } = await desk.cms.post({ slug: 'note' }, 'draft');
    await desk.cms.documents(POST).publish({ documentId, locale });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(OURS);
  });
});

describe('a post that was withdrawn in the CMS and changed in the blog', () => {
  it('loses its file with the CMS', async () => {
    const blog = await withdrawn();
    expect(actions((await desk.sync(blog)).files)).toContain(`${NOTE}: conflict changed-in-blog`);

    expect(actions((await resolve(blog, { use: 'cms' })).files)).toEqual([`${NOTE}: delete`]);

    expect(await blog.files()).toEqual([OTHER]);
    expect(await desk.cms.posts({ slug: 'note' }, 'draft')).toHaveLength(1);
    await desk.expectAtRest(blog);
  });

  it.each<[string, Resolution, string]>([
    ['the blog', { use: 'blog' }, THEIRS],
    ['a text made of both', merged, MERGED],
  ])('is published again with %s', async (_what, resolution, text) => {
    const blog = await withdrawn();

    await resolve(blog, resolution);

    expect(await blog.text(NOTE)).toBe(text);
    const post = await desk.cms.post({ slug: 'note' });
    expect(text).toContain(`title: "${post.title}"`);
    await desk.expectAtRest(blog);
  });

  it('loses its file also where somebody moved it', async () => {
    const blog = await desk.imported(FILES);
    const { documentId, locale } = await desk.cms.post({ slug: 'note' });
    await desk.cms.documents(POST).unpublish({ documentId, locale });
    const moved = '_posts/2025-03-02-memo.md';
    await blog.write(moved, NOTE_TEXT);
    await blog.remove(NOTE);

    expect(actions((await resolve(blog, { use: 'cms' })).files)).toEqual([`${moved}: delete`]);
    expect(await blog.files()).toEqual([OTHER]);
    await desk.expectAtRest(blog);
  });
});

describe('a file that was moved on both sides', () => {
  const [THEIR_PLACE, OUR_PLACE] = ['_posts/2025-03-02-memo.md', '_posts/2025-03-02-notes.md'];

  it.each<[string, Resolution, string, string]>([
    ['the CMS', { use: 'cms' }, OUR_PLACE, NOTE_TEXT],
    ['the blog', { use: 'blog' }, THEIR_PLACE, NOTE_TEXT],
    ['a text made of both', merged, OUR_PLACE, MERGED],
  ])('stands where it is with %s', async (_what, resolution, path, text) => {
    const blog = await desk.imported(FILES);
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { slug: 'notes' });
    await blog.write(THEIR_PLACE, NOTE_TEXT);
    await blog.remove(NOTE);

    await resolve(blog, resolution, 'notes');

    expect(await blog.files()).toEqual([path, OTHER].sort());
    expect(await blog.text(path)).toBe(text);
    const slug = path === OUR_PLACE ? 'notes' : 'memo';
    expect(await desk.cms.posts({ slug })).toHaveLength(1);
    await desk.expectAtRest(blog);
  });
});

describe('a file that nobody can read', () => {
  it.each([
    ['no YAML', replaced(NOTE_TEXT, { '[one, two]': '[one, two' })],
    ['no UTF-8', Buffer.from('---\ntitle: \xe9\n---\n', 'latin1')],
  ])(
    'gives way to the CMS or to a text made by hand, never to itself: %s',
    async (_what, bytes) => {
      const blog = await desk.imported(FILES);
      await blog.write(NOTE, bytes);

      expect(await reasonOf(resolve(blog, { use: 'blog' }))).toBe('ResolveError: not-readable');
      const broken: Resolution = { use: 'merged', text: '---\ntitle: [\n---\n' };
      expect(await reasonOf(resolve(blog, broken))).toBe('ResolveError: not-readable');
      expect(await blog.bytes(NOTE)).toEqual(Buffer.from(bytes));

      await resolve(blog, merged);
      expect(await blog.text(NOTE)).toBe(MERGED);
      await desk.expectAtRest(blog);
      await blog.write(NOTE, bytes);
      await resolve(blog, { use: 'cms' });
      expect(await blog.text(NOTE)).toBe(MERGED);
      await desk.expectAtRest(blog);
    },
  );
});

describe('a file that is not ours', () => {
  const TEXT = plain('남의 글', ['tags: [theirs]'], '남의 글입니다.');

  it('becomes the text of a new post at its place with the blog, and is overwritten by nothing', async () => {
    const blog = await Checkout.with({ [fileOf('first')]: TEXT });
    await publishPlain(desk.cms, 'first');
    const own: Resolution = { use: 'merged', text: TEXT };
    for (const resolution of [{ use: 'cms' } as const, own]) {
      expect(await reasonOf(resolve(blog, resolution, 'first'))).toBe('ResolveError: not-ours');
    }

    const report = await resolve(blog, { use: 'blog' }, 'first');

    expect(actions(report.files)).toEqual([`${fileOf('first')}: same`]);
    expect(await blog.text(fileOf('first'))).toBe(TEXT);
    for (const status of ['draft', 'published'] as const) {
      expect(await desk.cms.post({ slug: 'first' }, status)).toMatchObject({
        title: '남의 글',
        tags: ['theirs'],
      });
    }
    await desk.expectAtRest(blog);
  });

  it('holds up a post that would move there, whatever is chosen', async () => {
    const blog = await desk.imported(FILES);
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { slug: 'notes' });
    await blog.write('_posts/2025-03-02-notes.md', TEXT);
    const before = await blog.snapshot();

    for (const resolution of [{ use: 'cms' }, { use: 'blog' }, merged] as const) {
      expect(await reasonOf(resolve(blog, resolution, 'notes'))).toBe('ResolveError: not-ours');
    }
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe('nothing is resolved', () => {
  it('where there is no such post, no conflict, or no file that the CMS can write', async () => {
    const blog = await contested();
    expect(await reasonOf(resolve(blog, { use: 'cms' }, 'nobody'))).toBe('ResolveError: no-post');
    expect(await reasonOf(resolve(blog, { use: 'cms' }, 'other'))).toBe(
      'ResolveError: no-conflict',
    );
    const broken = { otherFrontMatter: 'a: b: c' };
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), broken);
    expect(await reasonOf(resolve(blog, { use: 'cms' }))).toBe('ResolveError: not-writable');
    expect(await blog.text(NOTE)).toBe(THEIRS);
  });
});
