import { edit, publishPlain } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { type Cms, POST } from '../import/cms';
import { filesOf, Station } from './station';

let station: Station;
let cms: Cms;
let blog: Checkout;
beforeAll(async () => {
  blog = await Checkout.with({ '_config.yml': 'title: Blog\n' });
  station = await Station.boot({ blog, autoExport: 'off', futurePosts: 'hold' });
  cms = station.cms;
});
beforeEach(async () => {
  await station.forget();
  station.set('autoExport', 'on-publish');
  station.set('futurePosts', 'hold');
});
afterAll(async () => {
  await station.app.close();
  await removeCheckouts();
});

/** A moment from now in whole seconds, and the file it leads to. */
const inSeconds = (seconds: number): string =>
  new Date((Math.floor(Date.now() / 1000) + seconds) * 1000).toISOString();
const fileAt = (slug: string, date: string): string => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(new Date(date));
  return `_posts/${day}-${slug}.md`;
};

describe.each(['on-publish', 'off'] as const)(
  'with automatic exports %s, a future post',
  (mode) => {
    it('comes out when its time comes, once', async () => {
      station.set('autoExport', mode);
      const date = inSeconds(3);
      const file = fileAt(`later-${mode}`, date);
      await publishPlain(cms, `later-${mode}`, { date });
      expect(await station.queue()).toMatchObject([{ trigger: 'schedule', notBefore: date }]);
      await station.settled();
      expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(date));
      expect(blog.has(file)).toBe(true);
      const runs = await station.runs();
      expect(runs).toMatchObject([{ trigger: 'schedule', state: 'done' }]);
      expect(filesOf(runs[0])).toEqual([`${file}: add`]);
    });
  },
);

describe('a post that is held back', () => {
  it('moves with its date, waits once, and waits no more when it is withdrawn', async () => {
    const { documentId } = await publishPlain(cms, 'moved', { date: inSeconds(3600) });
    const later = inSeconds(7200);
    await edit(cms, { documentId, locale: 'ko' }, { date: later });
    expect(await station.queue()).toMatchObject([{ trigger: 'schedule', notBefore: later }]);
    await cms.documents(POST).unpublish({ documentId, locale: 'ko' });
    await station.settled();
    expect(filesOf((await station.runs())[0])).toEqual([]);
  });

  it('comes out at once when it gets an earlier date', async () => {
    const { documentId } = await publishPlain(cms, 'earlier', { date: inSeconds(3600) });
    const date = inSeconds(-3600);
    await edit(cms, { documentId, locale: 'ko' }, { date });
    await station.settled();
    expect(blog.has(fileAt('earlier', date))).toBe(true);
  });
});

describe('a future post that is not held back', () => {
  it('is written at once where future posts are written', async () => {
    station.set('futurePosts', 'write');
    const date = inSeconds(86_400);
    await publishPlain(cms, 'ahead', { date });
    await station.settled();
    expect(blog.has(fileAt('ahead', date))).toBe(true);
  });

  it('is changed at once where the blog has it already', async () => {
    station.set('futurePosts', 'write');
    const date = inSeconds(86_400);
    const { documentId } = await publishPlain(cms, 'there', { date });
    await station.settled();
    station.set('futurePosts', 'hold');
    await edit(cms, { documentId, locale: 'ko' }, { body: '고침' });
    await station.settled();
    expect(await blog.text(fileAt('there', date))).toContain('고침');
  });
});
