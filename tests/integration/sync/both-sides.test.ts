import { actions, ITEM } from '../import/cms';
import { edit, fileOf, publishPlain } from '../export/content';
import {
  fileIn,
  NEWS,
  NEWS_TEXT,
  NOTE,
  NOTE_TEXT,
  openDesk,
  OTHER,
  OTHER_TEXT,
  replaced,
} from './two-sides';

const desk = openDesk();

const IN_BLOG = { '[one, two]': '[one, two, three]', '셋째 단락': '블로그에서 고친 단락' };
const IN_CMS = { title: '고친 제목' };
const BOTH = replaced(NOTE_TEXT, { '처음 제목': '고친 제목', ...IN_BLOG });

describe('what was changed in the CMS and in the blog', () => {
  it('is brought together in the file and in both versions of the entry', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await blog.write(NOTE, replaced(NOTE_TEXT, IN_BLOG));

    const report = await desk.sync(blog);

    expect(actions(report.files)).toEqual([`${OTHER}: same`, `${NOTE}: change`]);
    expect(report.files[1]).toMatchObject({ merged: true, pulled: true, problems: [] });
    expect(await blog.text(NOTE)).toBe(BOTH);
    for (const status of ['published', 'draft'] as const) {
      const post = await desk.cms.post({ slug: 'note' }, status);
      expect(post).toMatchObject({ title: '고친 제목', tags: ['one', 'two', 'three'] });
      expect(post.body).toContain('블로그에서 고친 단락');
    }
    await desk.expectAtRest(blog);
  });

  it('is said on a dry run, which touches neither side', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await blog.write(NOTE, replaced(NOTE_TEXT, IN_BLOG));
    const before = [await blog.snapshot(), await desk.cms.posts()];

    const report = await desk.sync(blog, { dryRun: true });

    expect(report.files).toMatchObject([{ action: 'change', merged: true, pulled: true }]);
    expect([await blog.snapshot(), await desk.cms.posts()]).toEqual(before);
  });

  it('is taken back where the blog alone changed, and no byte is written', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await blog.write(NOTE, replaced(NOTE_TEXT, IN_BLOG));
    const before = await blog.snapshot();

    const report = await desk.sync(blog);

    expect(actions(report.files)).toEqual([`${NOTE}: same`]);
    expect(report.files[0]).toMatchObject({ pulled: true });
    expect(report.files[0]).not.toHaveProperty('merged');
    expect(await blog.snapshot()).toEqual(before);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ tags: ['one', 'two', 'three'] });
    await desk.expectAtRest(blog);
  });

  it('keeps the line ends of a file that Windows wrote', async () => {
    const windows = (text: string): string => text.replaceAll('\n', '\r\n');
    const blog = await desk.imported({ [NOTE]: windows(NOTE_TEXT) });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await blog.write(NOTE, windows(replaced(NOTE_TEXT, IN_BLOG)));

    const report = await desk.sync(blog);

    expect(report.files).toMatchObject([{ action: 'change', merged: true, pulled: true }]);
    expect(await blog.text(NOTE)).toBe(windows(BOTH));
    await desk.expectAtRest(blog);
  });

  it('is not sent back to the CMS where nobody wants it, and stays in the file run after run', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await blog.write(NOTE, replaced(NOTE_TEXT, IN_BLOG));

    const first = await desk.sync(blog, { pull: false });

    expect(first.files).toMatchObject([{ action: 'change', merged: true }]);
    expect(first.files[0]).not.toHaveProperty('pulled');
    expect(await blog.text(NOTE)).toBe(BOTH);
    expect(await desk.cms.post({ slug: 'note' })).toMatchObject({ tags: ['one', 'two'] });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), { title: '또 고친 제목' });
    for (const action of ['change', 'same']) {
      const again = await desk.sync(blog, { pull: false });
      expect(again.files).toMatchObject([{ action, problems: [] }]);
    }
    const now = replaced(BOTH, { '고친 제목': '또 고친 제목' });
    expect(await blog.text(NOTE)).toBe(now);

    const later = await desk.sync(blog);

    expect(later.files).toMatchObject([{ action: 'same', pulled: true }]);
    expect(await blog.text(NOTE)).toBe(now);
    const post = await desk.cms.post({ slug: 'note' });
    expect(post).toMatchObject({ title: '또 고친 제목', tags: ['one', 'two', 'three'] });
    expect(post.body).toContain('블로그에서 고친 단락');
    await desk.expectAtRest(blog);
  });
});

describe('a survey that was changed on both sides', () => {
  it('gets an item, a citation and a changed text from the blog, and the rest stays its own', async () => {
    const blog = await desk.imported({ [NEWS]: NEWS_TEXT });
    const before = await desk.cms.post({ slug: 'news' });
    const [one, , three] = before.sections[0]!.items;
    await desk.cms.documents(ITEM).update({
      documentId: one!.documentId,
      locale: 'ko',
      status: 'published',
      data: { body: '- CMS에서 고친 하나입니다.' },
    });
    await blog.edit(NEWS, '- 셋에 대한 짧은', '- 블로그에서 고친 셋의');
    await blog.edit(
      NEWS,
      '\n\n## References',
      '\n\n### 넷 [^ref-iss-4]\n- 블로그에서 쓴 넷입니다.\n\n## References',
    );
    await blog.write(
      NEWS,
      `${await blog.text(NEWS)}\n[^ref-iss-4]: [Four](https://example.org/4)\n`,
    );
    const typed = await blog.text(NEWS);

    const report = await desk.sync(blog);

    expect(report.files).toMatchObject([{ action: 'change', merged: true, pulled: true }]);
    expect(await blog.text(NEWS)).toBe(
      replaced(typed, { '- 하나에 대한 짧은 설명입니다.': '- CMS에서 고친 하나입니다.' }),
    );
    for (const status of ['published', 'draft'] as const) {
      const { items } = (await desk.cms.post({ slug: 'news' }, status)).sections[0]!;
      expect(items.map(({ title, body }) => [title, body])).toEqual([
        ['하나', '- CMS에서 고친 하나입니다.'],
        ['둘', '- 둘에 대한 짧은 설명입니다.'],
        ['셋', '- 블로그에서 고친 셋의 설명입니다.'],
        ['넷', '- 블로그에서 쓴 넷입니다.'],
      ]);
      expect([items[0]!.documentId, items[2]!.documentId]).toEqual([
        one!.documentId,
        three!.documentId,
      ]);
      expect(items[3]!.citations).toMatchObject([{ reference: { url: 'https://example.org/4' } }]);
    }
    await desk.expectAtRest(blog);
  });
});

describe('an item that two posts show', () => {
  /** Two posts with one item, and their files. */
  async function shared() {
    const blog = await desk.imported({ [NEWS]: NEWS_TEXT });
    const { sections } = await desk.cms.post({ slug: 'news' });
    const items = sections[0]!.items.map(({ documentId }) => documentId);
    const data = { sections: [{ heading: 'Again', prefix: 'iss', items }] };
    await publishPlain(desk.cms, 'again', data);
    await desk.sync(blog);
    return { blog, again: fileOf('again') };
  }
  const LINE = '- 둘에 대한 짧은 설명입니다.';

  it('carries a change from the file of one to the file of the other', async () => {
    const { blog, again } = await shared();
    await blog.edit(NEWS, LINE, '- 블로그가 고친 둘입니다.');

    await desk.sync(blog);
    await desk.sync(blog);

    expect(await blog.text(again)).toContain('\n- 블로그가 고친 둘입니다.\n');
    await desk.expectAtRest(blog);
  });

  it('is a conflict where the two files say different things of it', async () => {
    const { blog, again } = await shared();
    await blog.edit(NEWS, LINE, '- 첫째 파일의 둘입니다.');
    await blog.edit(again, LINE, '- 둘째 파일의 둘입니다.');
    const before = await blog.snapshot();

    const first = await desk.sync(blog);
    const second = await desk.sync(blog);

    // Whichever came first was taken; the other is told in the run in which it isn't.
    const problems = [NEWS, again].map((path) => fileIn(first, path).problems.length);
    expect(problems.sort()).toEqual([0, 1]);
    expect(first.files.filter(({ pulled }) => pulled)).toHaveLength(1);
    expect(second.totals).toMatchObject({ conflict: 1, same: 1 });
    expect(await blog.snapshot()).toEqual(before);
  });
});

describe('the same line, changed on both sides', () => {
  it('is a conflict that shows both, stores nothing and holds nobody else up', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT, [OTHER]: OTHER_TEXT });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await edit(desk.cms, await desk.cms.post({ slug: 'other' }), { title: '고친 다른 글' });
    const theirs = replaced(NOTE_TEXT, { '처음 제목': '블로그의 제목', ...IN_BLOG });
    await blog.write(NOTE, theirs);
    const before = await desk.cms.posts({ slug: 'note' });
    const shot = (await blog.snapshot())[NOTE];

    for (const others of ['change', 'same']) {
      const report = await desk.sync(blog);
      const [conflict, other] = [fileIn(report, NOTE), fileIn(report, OTHER)];
      expect(conflict).toMatchObject({
        action: 'conflict',
        slug: 'note',
        locale: 'ko',
        problems: [{ code: 'changed-on-both-sides', severity: 'error', line: 2 }],
        conflict: {
          base: NOTE_TEXT,
          blog: theirs,
          cms: replaced(NOTE_TEXT, { '처음 제목': '고친 제목' }),
        },
      });
      expect(conflict.conflict?.diff).toContain('-title: "블로그의 제목"\n+title: "고친 제목"');
      expect(other).toMatchObject({ action: others, problems: [] });
    }
    expect((await blog.snapshot())[NOTE]).toBe(shot);
    expect(await blog.text(OTHER)).toContain('고친 다른 글');
    expect(await desk.cms.posts({ slug: 'note' })).toEqual(before);
  });

  it('is none where both wrote the same', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await edit(desk.cms, await desk.cms.post({ slug: 'note' }), IN_CMS);
    await blog.edit(NOTE, '처음 제목', '고친 제목');

    const { files } = await desk.sync(blog);

    expect(actions(files)).toEqual([`${NOTE}: same`]);
    expect(files[0]).not.toHaveProperty('pulled');
    await desk.expectAtRest(blog);
  });
});
