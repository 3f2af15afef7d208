import { countTexts, type Memory, reconcile } from './reconcile';
import { itemTexts, postTexts, type Row, type VersionTexts } from './texts';

const item = (title: string, body: string, ...citations: [string, string][]): VersionTexts =>
  itemTexts({
    title,
    body,
    citations: citations.map(([reference, text], id) => ({
      id,
      text,
      reference: { documentId: reference },
    })),
  });
const post = (row: Row): VersionTexts => postTexts(row);
const section = (id: number, heading: string, prefix: string, lead = '') => ({
  id,
  heading,
  prefix,
  lead,
  items: [],
});

/** Walks a translation through what happens to it; each step says the states of its texts. */
class Walk {
  private memory: Memory | null = null;
  constructor(private readonly from = 'ko') {}
  step(original: VersionTexts, translation: VersionTexts, more: object = {}) {
    const result = reconcile(this.memory, original, translation, { from: this.from, ...more });
    this.memory = result.memory;
    const all = [...result.pairs, ...result.sections.flatMap((one) => one.pairs)];
    return Object.fromEntries(
      all.map(({ text, state, previous }) => [
        text.key,
        previous === null ? state : `${state}: ${previous}`,
      ]),
    );
  }
}

describe('a translation beside its original', () => {
  it('is an untouched copy, then translated, then behind with the text that it followed', () => {
    const walk = new Walk();
    const original = item('제목', '- 첫 줄');
    expect(walk.step(original, original)).toEqual({ title: 'untouched', body: 'untouched' });
    const translated = item('Title', '- 첫 줄');
    expect(walk.step(original, translated)).toEqual({ title: 'translated', body: 'untouched' });
    const corrected = item('고친 제목', '- 첫 줄');
    expect(walk.step(corrected, translated)).toEqual({
      title: 'behind: 제목',
      body: 'untouched',
    });
    expect(walk.step(corrected, item('Corrected', '- 첫 줄'))).toEqual({
      title: 'translated',
      body: 'untouched',
    });
  });

  it('stays behind until it is touched, however often the original changes, and no longer than it says something else', () => {
    const walk = new Walk();
    const own = item('Title', '');
    walk.step(item('하나', ''), own);
    expect(walk.step(item('둘', ''), own)).toEqual({ title: 'behind: 하나' });
    expect(walk.step(item('셋', ''), own)).toEqual({ title: 'behind: 하나' });
    expect(walk.step(item('하나', ''), own)).toEqual({ title: 'translated' });
  });

  it('is up to date when somebody says so', () => {
    const walk = new Walk();
    const copy = item('제목', '본문');
    walk.step(copy, copy);
    expect(walk.step(copy, copy, { marked: new Set(['title']) })).toEqual({
      title: 'translated',
      body: 'untouched',
    });
    expect(walk.step(item('새 제목', '본문'), copy)).toEqual({
      title: 'behind: 제목',
      body: 'untouched',
    });
  });

  it('needs no translation of what reads alike in both languages', () => {
    const alike = item('GPT-5', '![](/a.png)', ['r', '[Title](https://example.com)']);
    expect(new Walk().step(alike, alike)).toEqual({
      title: 'translated',
      body: 'translated',
      'citations.r': 'translated',
    });
    const english = item('A title', '', ['r', '[Title](https://example.com)']);
    expect(new Walk('en').step(english, english)).toEqual({
      title: 'untouched',
      'citations.r': 'translated',
    });
  });

  it('lacks a text that the original has, and says nothing of what neither has', () => {
    expect(new Walk().step(item('제목', '본문'), item('Title', ''))).toEqual({
      title: 'translated',
      body: 'untouched',
    });
  });

  it('is behind where the original took a text away', () => {
    const walk = new Walk();
    walk.step(item('제목', '본문'), item('Title', 'Body'));
    expect(walk.step(item('제목', ''), item('Title', 'Body'))).toEqual({
      title: 'translated',
      body: 'behind: 본문',
    });
  });

  it('is translated where it came from the blog', () => {
    const same = item('제목', '본문');
    expect(new Walk().step(same, same, { imported: true })).toEqual({
      title: 'translated',
      body: 'translated',
    });
  });

  it('knows its sections when they move and others come between them', () => {
    const walk = new Walk();
    const korean = [section(1, '이슈', 'iss'), section(2, '논문', 'pa')];
    walk.step(
      post({ title: '글', sections: korean }),
      post({ title: 'Post', sections: [section(7, 'Issues', 'iss'), section(8, '논문', 'pa')] }),
    );
    const result = reconcile(
      // The memory goes through the database as JSON.
      JSON.parse(JSON.stringify(walk['memory'])) as Memory,
      post({
        title: '글',
        sections: [section(3, '새 절', 'new'), section(2, '논문', 'pa'), section(1, '쟁점', 'iss')],
      }),
      post({ title: 'Post', sections: [section(8, '논문', 'pa'), section(7, 'Issues', 'iss')] }),
      { from: 'ko' },
    );
    expect(
      result.sections.map(({ translation, pairs }) => [
        translation?.id ?? null,
        pairs[0]?.state,
        pairs[0]?.previous,
      ]),
    ).toEqual([
      [null, undefined, undefined],
      [8, 'untouched', null],
      [7, 'behind', '이슈'],
    ]);
    expect(countTexts(result)).toEqual({ total: 3, untouched: 1, behind: 1 });
  });

  it('tells citations of one reference apart by their order', () => {
    const original = item('제목', '', ['r', '하나'], ['r', '둘']);
    expect(new Walk().step(original, item('Title', '', ['r', 'One'], ['r', '둘']))).toEqual({
      title: 'translated',
      'citations.r': 'translated',
      'citations.r#2': 'untouched',
    });
  });
});
