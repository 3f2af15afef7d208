import { actions, ITEM, POST } from '../import/cms';
import { NEWS, NEWS_TEXT, NOTE, NOTE_TEXT, openDesk, replaced } from './two-sides';

const desk = openDesk();

/** Saves a draft and publishes nothing. */
async function draft(data: Readonly<Record<string, unknown>>): Promise<void> {
  const { documentId, locale } = await desk.cms.post({ slug: 'note' });
  await desk.cms.documents(POST).update({ documentId, locale, data });
}

describe('a change in the blog and a newer draft', () => {
  it('reaches the published version and the draft, whose own text stays out of the blog', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await draft({ title: '초안의 제목' });
    const typed = replaced(NOTE_TEXT, { '둘째 단락': '블로그의 단락' });
    await blog.write(NOTE, typed);

    const report = await desk.sync(blog);

    expect(report.files).toMatchObject([{ action: 'same', pulled: true, problems: [] }]);
    expect(await blog.text(NOTE)).toBe(typed);
    const published = await desk.cms.post({ slug: 'note' });
    expect(published.title).toBe('처음 제목');
    expect(published.body).toContain('블로그의 단락');
    const later = await desk.cms.post({ slug: 'note' }, 'draft');
    expect(later.title).toBe('초안의 제목');
    expect(later.body).toContain('블로그의 단락');
    await desk.expectAtRest(blog);

    const { documentId, locale } = published;
    await desk.cms.documents(POST).publish({ documentId, locale });
    await desk.sync(blog);
    expect(await blog.text(NOTE)).toBe(replaced(typed, { '처음 제목': '초안의 제목' }));
  });

  it('leaves the draft of an item alone, and takes the item that the blog changed', async () => {
    const blog = await desk.imported({ [NEWS]: NEWS_TEXT });
    const [one] = (await desk.cms.post({ slug: 'news' })).sections[0]!.items;
    await desk.cms.documents(ITEM).update({
      documentId: one!.documentId,
      locale: 'ko',
      data: { body: '- 초안의 하나입니다.' },
    });
    const typed = replaced(NEWS_TEXT, { '- 셋에 대한 짧은': '- 블로그가 고친 셋의' });
    await blog.write(NEWS, typed);

    const report = await desk.sync(blog);

    expect(report.files).toMatchObject([{ action: 'same', pulled: true, problems: [] }]);
    expect(await blog.text(NEWS)).toBe(typed);
    const bodies = async (status: 'draft' | 'published') =>
      (await desk.cms.post({ slug: 'news' }, status)).sections[0]!.items.map(({ body }) => body);
    const [rest, last] = ['- 둘에 대한 짧은 설명입니다.', '- 블로그가 고친 셋의 설명입니다.'];
    expect(await bodies('published')).toEqual(['- 하나에 대한 짧은 설명입니다.', rest, last]);
    expect(await bodies('draft')).toEqual(['- 초안의 하나입니다.', rest, last]);
    await desk.expectAtRest(blog);
  });

  it('stays in the file alone where the draft changed the same line, until that is published', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await draft({ title: '초안의 제목' });
    const typed = replaced(NOTE_TEXT, { '처음 제목': '블로그의 제목' });
    await blog.write(NOTE, typed);
    const before = [await desk.cms.posts(), await desk.cms.posts({}, 'draft')];

    for (let run = 1; run <= 2; run += 1) {
      const report = await desk.sync(blog);
      expect(actions(report.files)).toEqual([`${NOTE}: same kept-from-draft`]);
      expect(report.files[0]).not.toHaveProperty('pulled');
      expect(await blog.text(NOTE)).toBe(typed);
    }
    expect([await desk.cms.posts(), await desk.cms.posts({}, 'draft')]).toEqual(before);

    const { documentId, locale } = await desk.cms.post({ slug: 'note' });
    await (
      desk.cms.documents(POST) as unknown as { discardDraft(at: object): Promise<unknown> }
    ).discardDraft({ documentId, locale });
    const report = await desk.sync(blog);
    expect(report.files).toMatchObject([{ action: 'same', pulled: true, problems: [] }]);
    for (const status of ['draft', 'published'] as const) {
      expect(await desk.cms.post({ slug: 'note' }, status)).toMatchObject({
        title: '블로그의 제목',
      });
    }
    await desk.expectAtRest(blog);
  });

  it('that a deletion in the draft contests is kept in the file too', async () => {
    const blog = await desk.imported({ [NOTE]: NOTE_TEXT });
    await draft({ body: '첫 단락입니다.\n' });
    const typed = replaced(NOTE_TEXT, { '셋째 단락입니다': '블로그의 단락입니다' });
    await blog.write(NOTE, typed);

    expect(actions((await desk.sync(blog)).files)).toEqual([`${NOTE}: same kept-from-draft`]);
    expect(await blog.text(NOTE)).toBe(typed);
    expect((await desk.cms.post({ slug: 'note' }, 'draft')).body).not.toContain('블로그');
  });
});
