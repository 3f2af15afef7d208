import { edit, fileOf, publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { actions, POST } from '../import/cms';
import { fileIn, NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT, replaced } from './two-sides';

const desk = openDesk();
const MOVED = '_posts/2025-03-09-memo.md';
const FILES = { [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT };

/** Moves a file as a person does, maybe with an edit. */
async function move(blog: Checkout, from: string, to: string, text?: string): Promise<void> {
  await blog.write(to, text ?? (await blog.text(from)));
  await blog.remove(from);
}

describe('a file that was renamed in the blog', () => {
  it.each([
    ['with its bytes', undefined],
    ['and edited', replaced(NOTE_TEXT, { '둘째 단락': '고친 단락' })],
  ])('%s is known again, and its entry follows', async (_what, text) => {
    const blog = await desk.imported(FILES);
    const { documentId } = await desk.cms.post({ slug: 'note' });
    await move(blog, NOTE, MOVED, text);
    const before = await blog.snapshot();

    const report = await desk.sync(blog);

    expect(actions(report.files).sort()).toEqual([`${MOVED}: same`, `${OTHER}: same`]);
    expect(fileIn(report, MOVED)).toMatchObject({ slug: 'note', pulled: true });
    expect(await blog.snapshot()).toEqual(before);
    for (const status of ['draft', 'published'] as const) {
      expect(await desk.cms.post({ slug: 'memo' }, status)).toMatchObject({ documentId });
    }
    await desk.expectAtRest(blog);
  });

  it('gives a post without a date of its own the day of its new name', async () => {
    const text = replaced(NOTE_TEXT, { 'date: 2025-03-02 09:00:00 +0900\n': '' });
    const blog = await desk.imported({ [NOTE]: text, [OTHER]: OTHER_TEXT });
    await move(blog, NOTE, MOVED);

    await desk.sync(blog);

    const { date } = await desk.cms.post({ slug: 'memo' });
    expect(new Date(date as string).toISOString()).toBe('2025-03-08T15:00:00.000Z');
    expect(await blog.text(MOVED)).toBe(text);
    await desk.expectAtRest(blog);
  });

  it('keeps the name of its locale out of the slug that the entry takes', async () => {
    const blog = await desk.imported({ [OTHER]: OTHER_TEXT });
    await publishPlain(desk.cms, 'first', { body: 'An English text.' }, 'en');
    await desk.sync(blog);
    const moved = fileOf('memo-en');
    await move(blog, fileOf('first-en'), moved);
    const before = await blog.snapshot();

    const report = await desk.sync(blog);

    expect(fileIn(report, moved)).toMatchObject({ action: 'same', pulled: true, problems: [] });
    expect(await blog.snapshot()).toEqual(before);
    expect((await desk.cms.post({ locale: 'en' })).slug).toMatch(/^memo/);
    await desk.expectAtRest(blog);
    await edit(desk.cms, await desk.cms.post({ locale: 'en' }), { title: 'New title' });
    expect(fileIn(await desk.sync(blog), moved)).toMatchObject({ action: 'change' });
  });

  it('takes what the CMS changed in its text, at its new place', async () => {
    const blog = await desk.imported(FILES);
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { title: '고친 제목' });
    await move(blog, NOTE, MOVED);

    const report = await desk.sync(blog);

    expect(fileIn(report, MOVED)).toMatchObject({ action: 'change', pulled: true });
    expect(await blog.files()).toEqual([MOVED, OTHER].sort());
    expect(await blog.text(MOVED)).toBe(replaced(NOTE_TEXT, { '처음 제목': '고친 제목' }));
    await desk.expectAtRest(blog);
  });

  it('is a conflict where the CMS renamed it too', async () => {
    const blog = await desk.imported(FILES);
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { slug: 'notes' });
    await move(blog, NOTE, MOVED);
    const before = await blog.snapshot();

    const report = await desk.sync(blog);

    expect(actions(report.files).sort()).toEqual([
      '_posts/2025-03-02-notes.md: conflict moved-on-both-sides',
      `${OTHER}: same`,
    ]);
    expect(await blog.snapshot()).toEqual(before);
  });

  it('is none where the CMS gave it the same name', async () => {
    const blog = await desk.imported(FILES);
    const data = { slug: 'memo', date: '2025-03-09T00:00:00.000Z' };
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), data);
    await move(blog, NOTE, MOVED);

    const report = await desk.sync(blog);

    // The date moves its address, for which this site has no redirect.
    const problems = [expect.objectContaining({ code: 'address-moved', severity: 'warning' })];
    expect(fileIn(report, MOVED)).toMatchObject({ action: 'change', problems });
    expect(await blog.text(MOVED)).toBe(replaced(NOTE_TEXT, { '2025-03-02': '2025-03-09' }));
    await desk.expectAtRest(blog);
  });

  it('is not removed unseen where its post was unpublished in the CMS', async () => {
    const blog = await desk.imported(FILES);
    const { documentId, locale } = await desk.cms.post({ slug: 'note' });
    await desk.cms.documents(POST).unpublish({ documentId, locale });
    await move(blog, NOTE, MOVED);
    const before = await blog.snapshot();

    const report = await desk.sync(blog);

    expect(fileIn(report, MOVED)).toMatchObject({
      action: 'conflict',
      problems: [{ code: 'changed-in-blog' }],
    });
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe('a file that was deleted in the blog', () => {
  it('is a conflict and is not written again, whether or not the CMS changed it', async () => {
    const blog = await desk.imported(FILES);
    await blog.remove(NOTE);
    for (const title of ['처음 제목', '고친 제목']) {
      await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { title });
      expect(fileIn(await desk.sync(blog), NOTE)).toMatchObject({
        action: 'conflict',
        problems: [{ code: 'deleted-in-blog' }],
        conflict: { base: NOTE_TEXT, blog: null },
      });
      expect(await blog.files()).toEqual([OTHER]);
    }
  });

  it('is written with all others into an empty folder', async () => {
    await desk.imported(FILES);
    const empty = await Checkout.with();

    const report = await desk.sync(empty);

    expect(actions(report.files).sort()).toEqual([`${NOTE}: add`, `${OTHER}: add`]);
    expect(await empty.text(NOTE)).toBe(NOTE_TEXT);
    expect(await empty.text(OTHER)).toBe(OTHER_TEXT);
  });
});

describe('a file that says `published: false` by hand', () => {
  const typed = replaced(NOTE_TEXT, { 'categories: [AI]': 'published: false\ncategories: [AI]' });

  it('takes its entry off the site, and published again the entry takes the key away', async () => {
    const blog = await desk.imported(FILES);
    await blog.write(NOTE, typed);

    const report = await desk.sync(blog);

    expect(fileIn(report, NOTE)).toMatchObject({ action: 'same', pulled: true });
    expect(await blog.text(NOTE)).toBe(typed);
    expect(await desk.cms.posts({ slug: 'note' })).toEqual([]);
    const { documentId, locale } = await desk.cms.post({ slug: 'note' }, 'draft');
    await desk.expectAtRest(blog);
    expect(await blog.text(NOTE)).toBe(typed);

    await desk.cms.documents(POST).publish({ documentId, locale });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(NOTE_TEXT);
    await desk.expectAtRest(blog);
  });
});

describe('a file that was broken in the blog', () => {
  it.each([
    ['no YAML', replaced(NOTE_TEXT, { '[one, two]': '[one, two' }), 'unreadable-in-blog'],
    ['no UTF-8', Buffer.from(NOTE_TEXT.replace('첫', '\xe9'), 'latin1'), 'not-utf8'],
  ])('is a conflict and stays as it is, and so does the entry: %s', async (_what, bytes, code) => {
    const blog = await desk.imported(FILES);
    await blog.write(NOTE, bytes);
    const before = [await blog.snapshot(), await desk.cms.posts()];

    const report = await desk.sync(blog);

    expect(actions(report.files).sort()).toEqual([`${NOTE}: conflict ${code}`, `${OTHER}: same`]);
    expect([await blog.snapshot(), await desk.cms.posts()]).toEqual(before);

    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { body: '고친 글.' });
    expect(fileIn(await desk.sync(blog), NOTE)).toMatchObject({ action: 'conflict' });
    expect(await blog.snapshot()).toEqual(before[0]);
  });
});
