import { edit, fileOf, publishPlain } from '../export/content';
import { Checkout } from '../import/checkout';
import { actions, FILE, POST } from '../import/cms';
import { plain } from '../import/texts';
import { NOTE, NOTE_TEXT, openDesk, OTHER, OTHER_TEXT, replaced } from './two-sides';

const desk = openDesk();
const THIRD = '_posts/2025-05-01-third.md';
const FOURTH = '_posts/2025-05-02-fourth.md';
const FILES = {
  [NOTE]: NOTE_TEXT,
  [OTHER]: OTHER_TEXT,
  [THIRD]: plain('셋째 글', [], '셋째 글의 내용입니다.'),
  [FOURTH]: plain('넷째 글', [], '넷째 글의 내용입니다.'),
};

describe('an import of a checkout that moved on', () => {
  it('takes exactly what was edited, moved, deleted and added', async () => {
    const blog = await desk.imported(FILES);
    const ids = new Map((await desk.cms.posts()).map((post) => [post.slug, post]));
    await blog.edit(NOTE, '둘째 단락', '고친 단락');
    await blog.write('_posts/2025-04-02-moved.md', await blog.text(OTHER));
    await blog.remove(OTHER);
    await blog.remove(THIRD);
    await blog.write('_posts/2025-06-01-new.md', plain('새 글', [], '아주 다른 내용입니다!'));
    const before = await blog.snapshot();

    const report = await desk.cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts).sort()).toEqual(
      [
        `${NOTE}: updated`,
        '_posts/2025-04-02-moved.md: updated',
        `${FOURTH}: same`,
        '_posts/2025-06-01-new.md: created',
        `${THIRD}: updated unpublished-with-blog`,
      ].sort(),
    );
    expect((await desk.cms.post({ slug: 'note' })).body).toContain('고친 단락');
    expect(await desk.cms.post({ slug: 'moved' })).toMatchObject({
      documentId: ids.get('other')!.documentId,
    });
    expect(await desk.cms.post({ slug: 'fourth' })).toEqual(ids.get('fourth'));
    expect(await desk.cms.posts({ slug: 'third' })).toEqual([]);
    expect(await desk.cms.post({ slug: 'third' }, 'draft')).toMatchObject({ title: '셋째 글' });
    await desk.expectAtRest(blog);
    expect(await blog.snapshot()).toEqual(before);
    const again = await desk.cms.blog.import({ blogDir: blog.dir });
    expect(again.totals).toMatchObject({ same: 4, updated: 0, created: 0, failed: 0 });
  });

  it('leaves a deleted post alone that was changed in the CMS', async () => {
    const blog = await desk.imported(FILES);
    await edit(desk.cms, await desk.cms.post({ slug: 'third' }), { title: '고친 글' });
    await blog.remove(THIRD);

    const report = await desk.cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toContain(`${THIRD}: failed deleted-in-blog`);
    expect(await desk.cms.posts({ slug: 'third' })).toHaveLength(1);
  });

  it('unpublishes nothing where suspiciously many are gone', async () => {
    const blog = await desk.imported(FILES);
    await blog.remove(THIRD);
    await blog.remove(OTHER);

    const report = await desk.cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts).sort()).toEqual(
      [
        `${NOTE}: same`,
        `${FOURTH}: same`,
        `${OTHER}: failed mass-deletion`,
        `${THIRD}: failed mass-deletion`,
      ].sort(),
    );
    expect(await desk.cms.posts()).toHaveLength(4);
  });

  it.each([
    ['is withdrawn', NOTE_TEXT, 'published: false\n'],
    ['is published', replaced(NOTE_TEXT, { 'tags:': 'published: false\ntags:' }), ''],
  ])('takes it over when a post %s in the blog', async (_what, text, key) => {
    const blog = await desk.imported({ [NOTE]: text, [OTHER]: OTHER_TEXT });
    await blog.write(NOTE, replaced(NOTE_TEXT, { 'tags:': `${key}tags:` }));

    const report = await desk.cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NOTE}: updated`, `${OTHER}: same`]);
    expect(await desk.cms.posts({ slug: 'note' })).toHaveLength(key === '' ? 1 : 0);
    expect(await desk.cms.posts({ slug: 'note' }, 'draft')).toHaveLength(1);
    await desk.expectAtRest(blog);
  });

  it('leaves the file of a post standing that both sides withdrew', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT });
    const { documentId, locale } = await desk.cms.post({ slug: 'note' });
    await desk.cms.documents(POST).unpublish({ documentId, locale });
    const typed = replaced(NOTE_TEXT, { 'tags:': 'published: false\ntags:' });
    await blog.write(NOTE, typed);

    const report = await desk.cms.blog.import({ blogDir: blog.dir });

    expect(actions(report.posts)).toEqual([`${NOTE}: same`, `${OTHER}: same`]);
    await desk.expectAtRest(blog);
    expect(await blog.text(NOTE)).toBe(typed);
  });

  it('leaves a post published that the CMS published and the blog still withholds', async () => {
    const text = replaced(NOTE_TEXT, { 'tags:': 'published: false\ntags:' });
    const blog = await desk.imported({ [NOTE]: text, [OTHER]: OTHER_TEXT });
    const { documentId, locale } = await desk.cms.post({ slug: 'note' }, 'draft');
    await desk.cms.documents(POST).publish({ documentId, locale });
    await blog.edit(NOTE, '둘째 단락', '고친 단락');

    await desk.cms.blog.import({ blogDir: blog.dir });

    expect((await desk.cms.post({ slug: 'note' })).body).toContain('고친 단락');
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(replaced(NOTE_TEXT, { '둘째 단락': '고친 단락' }));
    await desk.expectAtRest(blog);
  });
});

describe('a database restored from an older copy', () => {
  /** Every row of posts and records, for {@link restore}. */
  async function backup(): Promise<Map<string, Record<string, unknown>[]>> {
    const rows = new Map<string, Record<string, unknown>[]>();
    for (const uid of [POST, FILE]) {
      const { tableName } = desk.app.strapi.db.metadata.get(uid);
      rows.set(tableName, await desk.app.strapi.db.connection(tableName).select('*'));
    }
    return rows;
  }

  async function restore(rows: Map<string, Record<string, unknown>[]>): Promise<void> {
    for (const [table, saved] of rows) {
      await desk.app.strapi.db.connection(table).delete();
      if (saved.length > 0) await desk.app.strapi.db.connection(table).insert(saved);
    }
  }

  it('never rolls the blog back: what the blog says more is taken in', async () => {
    const blog = await Checkout.with();
    const first = await publishPlain(desk.cms, 'first');
    const second = await publishPlain(desk.cms, 'second', { body: '둘째 글의 내용입니다.' });
    const third = await publishPlain(desk.cms, 'third', { body: '셋째 글은 아주 다릅니다.' });
    await desk.sync(blog);
    const old = await backup();
    await edit(desk.cms, first, { title: '새 제목', body: '새 글.' });
    await edit(desk.cms, second, { slug: 'moved' });
    await desk.cms.documents(POST).unpublish({ documentId: third.documentId, locale: 'ko' });
    await publishPlain(desk.cms, 'fourth', { body: '넷째 글.' });
    await desk.sync(blog);
    const before = await blog.snapshot();
    expect(Object.keys(before).sort()).toEqual(['first', 'fourth', 'moved'].map(fileOf));

    await restore(old);
    const report = await desk.sync(blog);

    expect(actions(report.files).sort()).toEqual(
      [
        `${fileOf('first')}: same`,
        `${fileOf('moved')}: same`,
        `${fileOf('third')}: conflict deleted-in-blog`,
      ].sort(),
    );
    expect(await blog.snapshot()).toEqual(before);
    expect(await desk.cms.post({ slug: 'first' })).toMatchObject({
      title: '새 제목',
      body: '새 글.',
    });
    expect(await desk.cms.posts({ slug: 'moved' })).toHaveLength(1);
  });

  it('without any row leaves the blog as it is', async () => {
    const blog = await Checkout.with();
    await publishPlain(desk.cms, 'first');
    await desk.sync(blog);
    const before = await blog.snapshot();
    await desk.cms.clear();

    expect((await desk.sync(blog)).files).toEqual([]);
    await publishPlain(desk.cms, 'first', { body: '옛 글.' });
    const report = await desk.sync(blog);

    expect(actions(report.files)).toEqual([`${fileOf('first')}: conflict not-ours`]);
    expect(await blog.snapshot()).toEqual(before);
  });
});
