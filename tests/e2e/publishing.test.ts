/// <reference lib="dom" />
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { appDir } from '../helpers/environment';
import { startPanel, type Panel } from './panel';

const COLLECTION = '/content-manager/collection-types';
const POSTS = `${COLLECTION}/api::post.post`;
const ITEMS = `${COLLECTION}/api::trend-item.trend-item`;
const REFERENCES = `${COLLECTION}/api::reference.reference`;
const IMAGES = path.join(appDir, 'docs', 'images');

let panel: Panel;
let page: Page;
jest.setTimeout(240_000);
beforeAll(async () => {
  panel = await startPanel();
  page = await openPanel('en');
});
afterAll(async () => {
  await panel?.close();
});

async function openPanel(language: 'en' | 'ko', theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await panel.open({ language, theme });
  opened.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  return opened;
}

const create = async (type: string, body: object): Promise<string> => {
  const { data } = await panel.api<{ data: { documentId: string } }>(`${type}?locale=ko`, {
    method: 'POST',
    body,
  });
  return data.documentId;
};
const publish = (type: string, id: string) =>
  panel.api(`${type}/${id}/actions/publish?locale=ko`, { method: 'POST', body: {} });
const item = async (title: string, { published = true } = {}): Promise<string> => {
  const id = await create(ITEMS, { title });
  if (published) await publish(ITEMS, id);
  return id;
};
const section = (heading: string, items: string[]) => ({
  heading,
  items: { connect: items.map((documentId) => ({ documentId, locale: 'ko' })) },
});
/** A post with one section; published unless told otherwise. */
const post = async (title: string, items: string[], { published = true } = {}) => {
  const id = await create(POSTS, { title, sections: [section('소식', items)] });
  if (published) await publish(POSTS, id);
  return id;
};
/** `draft`, `published`, `modified`, or undefined when the entry is gone. */
const status = async (type: string, id: string): Promise<string | undefined> => {
  const { results } = await panel.api<{ results: { status: string }[] }>(
    `${type}?locale=ko&filters[documentId][$eq]=${id}`,
  );
  return results[0]?.status;
};
const until = async (what: () => Promise<boolean>): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to that in a hundred tries');
};

const openEntry = async (type: string, id: string): Promise<void> => {
  await page.goto(`${panel.url}/admin${type}/${id}?plugins[i18n][locale]=ko`);
  await page.locator('input[name=title]').waitFor();
};
const openList = async (type: string): Promise<void> => {
  await page.goto(`${panel.url}/admin${type}?plugins[i18n][locale]=ko&page=1&pageSize=100`);
  await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
};
const row = (title: string): Locator => page.getByRole('row').filter({ hasText: title });
/**
 * Strapi shows the actions of a list in an idle callback, and Chromium without a screen calls none
 * until somebody asks for a frame.
 */
const drawFrame = (): Promise<number> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
/** Chooses rows and presses a button for them. A list that is loaded once more forgets its choice. */
const pressForRows = async (titles: string[], name: string): Promise<void> => {
  await until(async () => {
    for (const title of titles) await row(title).getByRole('checkbox').check();
    await drawFrame();
    await page.waitForTimeout(300);
    const states = titles.map((title) => row(title).getByRole('checkbox').isChecked());
    return (await Promise.all(states)).every(Boolean) && (await button(name).isVisible());
  });
  await button(name).click();
};
const publishingPanel = (title = 'What publishing does'): Locator =>
  page.getByRole('complementary').filter({ hasText: title });
const list = (name: string): Locator => page.getByRole('list', { name });
const dialog = (): Locator => page.getByRole('alertdialog').or(page.getByRole('dialog'));
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
/** Opens a menu by its button and takes an entry. */
const choose = async (menu: Locator, entry: string | RegExp): Promise<void> => {
  await menu.click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
};
const moreActions = () => page.getByRole('button', { name: 'More document actions' });
const headerActions = () => page.getByRole('button', { name: 'More actions' });

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string, of: Locator): Promise<void> {
  const image = await of.screenshot();
  expect(image.byteLength).toBeLessThan(150_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env.UPDATE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

describe('publishing a post with items', () => {
  let fresh: string;
  let changed: string;
  let survey: string;
  beforeAll(async () => {
    fresh = await item('A model that reads whole books', { published: false });
    changed = await item('Smaller robots learn from video');
    const settled = await item('A benchmark for tables');
    await panel.api(`${ITEMS}/${changed}?locale=ko`, {
      method: 'PUT',
      body: { title: 'Smaller robots learn from video', topic: 'robots' },
    });
    survey = await post('Trends of the week', [fresh, changed, settled], { published: false });
  });

  it('is announced: what goes along, and what keeps its older text', async () => {
    await openEntry(POSTS, survey);
    await publishingPanel().waitFor();
    expect(
      await list('Published along with the post').getByRole('listitem').allInnerTexts(),
    ).toEqual(['A model that reads whole books']);
    const older = list('Keep their older published text');
    expect(await older.getByRole('link').allInnerTexts()).toEqual([
      'Smaller robots learn from video',
    ]);
    expect(await older.getByRole('link').getAttribute('href')).toContain(changed);
    await picture('publishing-panel.png', publishingPanel());
  });

  it('says that it tells about the saved draft while the form is changed', async () => {
    const note = publishingPanel().getByText('This tells about the saved draft');
    expect(await note.count()).toBe(0);
    const title = page.locator('input[name=title]');
    await title.fill('Trends of this week');
    await note.waitFor();
    await title.fill('Trends of the week');
    await note.waitFor({ state: 'detached' });
  });

  it('takes the changes of an item along when the editor wants it', async () => {
    await page
      .getByRole('button', { name: 'Publish its changes: Smaller robots learn from video' })
      .click();
    await list('Keep their older published text').waitFor({ state: 'detached' });
    expect(await status(ITEMS, changed)).toBe('published');
    expect(await status(ITEMS, fresh)).toBe('draft');
    expect(await list('Published along with the post').count()).toBe(1);
  });

  it('names the items before and after, and publishes them', async () => {
    await button('Publish').click();
    await dialog().getByText('Publish the post?').waitFor();
    expect(await list('Published along with the post').getByRole('link').allInnerTexts()).toEqual([
      expect.stringContaining('A model that reads whole books'),
    ]);
    expect(
      await dialog()
        .getByText(/relation|draft entries/)
        .count(),
    ).toBe(0);
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText('Published along with the post: “A model that reads whole books”')
      .waitFor();
    await publishingPanel().getByText('All 3 items are published as they stand.').waitFor();
    expect(await status(POSTS, survey)).toBe('published');
    expect(await status(ITEMS, fresh)).toBe('published');
  });

  it('names an item that was put in and published in one step', async () => {
    const late = await item('Late news', { published: false });
    await openEntry(POSTS, survey);
    await publishingPanel().waitFor();
    await button('소식').click();
    await page.locator('input[name="sections.0.items"]').click();
    await page.getByRole('option', { name: /Late news/ }).click();
    await button('Publish').click();
    await dialog().getByText('that you added since the last save').waitFor();
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published along with the post: “Late news”').waitFor();
    await publishingPanel().getByText('All 4 items').waitFor();
    expect(await status(ITEMS, late)).toBe('published');
  });
});

describe('publishing several versions at once', () => {
  it('names what goes along with each of the chosen posts, and no relation as lost', async () => {
    const fresh = await item('Goes along with the first', { published: false });
    const changed = await item('Changed item of the second');
    await panel.api(`${ITEMS}/${changed}?locale=ko`, { method: 'PUT', body: { topic: 'robots' } });
    const first = await post('Bulk post one', [fresh], { published: false });
    const second = await post('Bulk post two', [changed], { published: false });
    const third = await post('Bulk post three', [], { published: false });
    await openList(POSTS);
    await pressForRows(['Bulk post one', 'Bulk post two', 'Bulk post three'], 'Publish');
    const about = (title: string) => dialog().getByRole('region', { name: title });
    await about('Bulk post one')
      .getByRole('link', { name: /^Goes along with the first/ })
      .waitFor();
    await about('Bulk post two')
      .getByRole('link', { name: /^Changed item of the second/ })
      .waitFor();
    expect(await about('Bulk post three').count()).toBe(0);

    await dialog().getByRole('button', { name: 'Publish', exact: true }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Are you sure you want to publish these entries?').waitFor();
    expect(await question.getByText(/relation|not published yet/).count()).toBe(0);
    await question.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published along with the post: “Goes along with the first”').waitFor();
    for (const id of [first, second, third]) expect(await status(POSTS, id)).toBe('published');
    expect(await status(ITEMS, fresh)).toBe('published');
    expect(await status(ITEMS, changed)).toBe('modified');
  });

  it('takes the changes of an item along from the window too', async () => {
    const changed = await item('Changed item, taken along');
    await panel.api(`${ITEMS}/${changed}?locale=ko`, { method: 'PUT', body: { topic: 'robots' } });
    await post('Bulk post of changes', [changed], { published: false });
    await openList(POSTS);
    await pressForRows(['Bulk post of changes'], 'Publish');
    await button('Publish its changes: Changed item, taken along').click();
    await until(async () => (await status(ITEMS, changed)) === 'published');
    await dialog()
      .getByRole('region', { name: 'Bulk post of changes' })
      .waitFor({ state: 'detached' });
  });

  it('names what goes along in the window for several locales', async () => {
    const fresh = await item('Goes along in Korean', { published: false });
    const id = await post('Post in several locales', [fresh], { published: false });
    await openEntry(POSTS, id);
    await choose(moreActions(), /^Publish multiple locales/);
    await dialog()
      .getByRole('region', { name: 'Korean' })
      .getByRole('link', { name: /^Goes along in Korean/ })
      .waitFor();
    await dialog().getByRole('checkbox').first().click();
    await dialog().getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published along with the post: “Goes along in Korean”').waitFor();
    expect(await status(POSTS, id)).toBe('published');
  });
});

describe('withdrawing what a published post shows', () => {
  it('names the post; cancel does nothing, confirm withdraws', async () => {
    const shown = await item('Withdrawn item');
    await post('Post of the withdrawn item', [shown]);
    await openEntry(ITEMS, shown);
    await choose(moreActions(), 'Unpublish');
    await dialog().getByText('A published post shows this item:').waitFor();
    await dialog()
      .getByRole('link', { name: /^Post of the withdrawn item/ })
      .waitFor();
    await dialog()
      .getByText('It disappears from the published post until it is published again.')
      .waitFor();
    await picture('withdraw-dialog.png', dialog());
    await button('Cancel').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await status(ITEMS, shown)).toBe('published');

    await choose(moreActions(), 'Unpublish');
    await dialog()
      .getByRole('link', { name: /^Post of the withdrawn item/ })
      .waitFor();
    await button('Confirm').click();
    await page.getByText('Unpublished document').waitFor();
    await dialog().waitFor({ state: 'detached' });
    expect(await status(ITEMS, shown)).toBe('draft');
  });

  it('withdraws a modified item and replaces its draft', async () => {
    const shown = await item('Modified item');
    await post('Post of the modified item', [shown]);
    await panel.api(`${ITEMS}/${shown}?locale=ko`, {
      method: 'PUT',
      body: { title: 'Modified item, newer' },
    });
    await openEntry(ITEMS, shown);
    await choose(moreActions(), 'Unpublish');
    await dialog()
      .getByRole('link', { name: /^Post of the modified item/ })
      .waitFor();
    await dialog().getByRole('radio').nth(1).click();
    await button('Confirm').click();
    await page.getByText('Unpublished document').waitFor();
    expect(await status(ITEMS, shown)).toBe('draft');
    expect(await panel.api(`${ITEMS}/${shown}?locale=ko`)).toMatchObject({
      data: { title: 'Modified item' },
    });
  });

  it('asks in the window for several locales too', async () => {
    const shown = await item('Item of several locales');
    await post('Post of several locales', [shown]);
    await openEntry(ITEMS, shown);
    await choose(moreActions(), /^Unpublish multiple locales/);
    await dialog()
      .getByRole('link', { name: /^Post of several locales/ })
      .waitFor();
    await dialog().getByRole('checkbox').first().click();
    await dialog().getByRole('button', { name: 'Unpublish', exact: true }).click();
    await until(async () => (await status(ITEMS, shown)) === 'draft');
  });

  it('asks for the chosen rows of a list', async () => {
    const shown = await item('Chosen item');
    await post('Post of the chosen item', [shown]);
    await openList(ITEMS);
    await pressForRows(['Chosen item'], 'Unpublish');
    await dialog()
      .getByRole('link', { name: /^Post of the chosen item/ })
      .waitFor();
    await button('Cancel').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await status(ITEMS, shown)).toBe('published');
    await button('Unpublish').click();
    await dialog()
      .getByRole('link', { name: /^Post of the chosen item/ })
      .waitFor();
    await button('Confirm').click();
    await until(async () => (await status(ITEMS, shown)) === 'draft');
  });

  it('leaves what nobody shows to Strapi', async () => {
    const spare = await item('Spare item');
    await openEntry(ITEMS, spare);
    await choose(moreActions(), 'Unpublish');
    await page.getByText('Unpublished document').waitFor();
    expect(await dialog().count()).toBe(0);
    expect(await status(ITEMS, spare)).toBe('draft');
  });
});

describe('deleting what is in use', () => {
  it('names the posts from the header of an item', async () => {
    const shown = await item('Deleted item');
    await post('Post of the deleted item', [shown]);
    await openEntry(ITEMS, shown);
    await choose(headerActions(), /all locales/);
    await dialog().getByText('A post shows this item:').waitFor();
    await dialog()
      .getByRole('link', { name: /^Post of the deleted item/ })
      .waitFor();
    await button('Cancel').click();
    expect(await status(ITEMS, shown)).toBe('published');
    await choose(headerActions(), /all locales/);
    await dialog()
      .getByRole('link', { name: /^Post of the deleted item/ })
      .waitFor();
    await button('Confirm').click();
    await page.getByText('Deleted document').waitFor();
    expect(await status(ITEMS, shown)).toBeUndefined();
  });

  it('names the posts from the menu of a row, for one locale and for all', async () => {
    const ids = [await item('Row item one'), await item('Row item two')];
    await post('Post of the row items', ids);
    for (const [at, entry] of [/^Delete entry \(Korean/, /all locales/].entries()) {
      await openList(ITEMS);
      const menu = row(at === 0 ? 'Row item one' : 'Row item two').getByRole('button', {
        name: 'Row actions',
      });
      await choose(menu, entry);
      await dialog()
        .getByRole('link', { name: /^Post of the row items/ })
        .waitFor();
      await button('Confirm').click();
      await page.getByText('Deleted document').waitFor();
      expect(await status(ITEMS, ids[at] ?? '')).toBeUndefined();
    }
  });

  it('names the posts of the chosen rows, and those that only their draft shows', async () => {
    const shown = await item('Bulk item');
    await post('Draft of the bulk item', [shown], { published: false });
    await openList(ITEMS);
    await pressForRows(['Bulk item'], 'Delete');
    await dialog()
      .getByRole('link', { name: /^Draft of the bulk item/ })
      .waitFor();
    await dialog().getByText('ko, draft only').waitFor();
    await button('Confirm').click();
    await until(async () => (await status(ITEMS, shown)) === undefined);
  });

  it('names the items that cite a reference', async () => {
    const cited = await create(REFERENCES, { title: 'Cited paper', kind: 'paper' });
    const citing = await create(ITEMS, {
      title: 'Citing item',
      citations: [{ reference: { connect: [{ documentId: cited, locale: 'ko' }] } }],
    });
    await openEntry(REFERENCES, cited);
    await choose(headerActions(), /all locales/);
    const link = dialog().getByRole('link', { name: /^Citing item/ });
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(citing);
    await button('Confirm').click();
    await page.getByText('Deleted document').waitFor();
    expect(await status(REFERENCES, cited)).toBeUndefined();
  });
});

describe('in Korean', () => {
  beforeAll(async () => {
    page = await openPanel('ko', 'dark');
  });

  it('tells what stops a publication, in the panel and when it is refused', async () => {
    const twice = await item('두 번 나온 항목');
    const id = await create(POSTS, {
      title: '막힌 글',
      sections: [section('하나', [twice]), section('둘', [twice])],
    });
    await openEntry(POSTS, id);
    const told = publishingPanel('발행하면');
    await told.getByText('글을 발행할 수 없습니다').waitFor();
    await told.getByText('두 번 들어 있습니다').waitFor();
    await button('발행').click();
    const refusal = page.getByText('글을 발행하지 않았습니다.').first();
    await refusal.waitFor();
    expect(await refusal.innerText()).not.toContain('The post was not published');
    expect(await status(POSTS, id)).toBe('draft');

    page = await openPanel('en');
    await openEntry(POSTS, id);
    await publishingPanel().getByText('stands twice in the post').waitFor();
    await button('Publish').click();
    const english = page.getByText('The post was not published.').first();
    await english.waitFor();
    expect(await english.innerText()).not.toContain('글을 발행하지');
  });

  it('asks before it withdraws', async () => {
    page = await openPanel('ko', 'dark');
    const shown = await item('한국어로 물어볼 항목');
    await post('한국어로 보여 줄 글', [shown]);
    await openEntry(ITEMS, shown);
    await choose(page.getByRole('button', { name: '더 많은 문서 작업' }), '발행 취소');
    await dialog().getByText('발행된 글 1개에서 이 항목을 보여 줍니다:').waitFor();
    await dialog().getByText('다시 발행할 때까지 발행된 글에서 빠집니다.').waitFor();
    await dialog()
      .getByRole('link', { name: /^한국어로 보여 줄 글/ })
      .waitFor();
  });
});
