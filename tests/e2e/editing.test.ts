/// <reference lib="dom" />
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import english from '../../src/plugins/jekyll/admin/src/translations/en.json';
import { appDir } from '../helpers/environment';
import { violations } from './axe';
import { type Panel, startPanel } from './panel';

const COLLECTION = '/content-manager/collection-types';
const POSTS = `${COLLECTION}/api::post.post`;
const ITEMS = `${COLLECTION}/api::trend-item.trend-item`;
const REFERENCES = `${COLLECTION}/api::reference.reference`;
const IMAGES = path.join(appDir, 'docs', 'images');
/** The smallest PNG. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SWALLOWED = '```yaml\nkey: ${{ secrets.KEY }}\n```';

let panel: Panel;
let dir: string;
let page: Page;
const errors: string[] = [];
jest.setTimeout(300_000);

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-editing-'));
  await mkdir(path.join(dir, '_posts'));
  await writeFile(
    path.join(dir, '_config.yml'),
    'url: "https://blog.example.org"\npermalink: /posts/:title/\ntimezone: Asia/Seoul\n',
  );
  process.env['JEKYLL_BLOG_DIR'] = dir;
  panel = await startPanel();
  page = await openPanel();
});
afterAll(async () => {
  await panel?.close();
  delete process.env['JEKYLL_BLOG_DIR'];
  await rm(dir, { recursive: true, force: true });
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

async function openPanel(options: Parameters<Panel['open']>[0] = {}): Promise<Page> {
  const opened = await panel.open(options);
  opened.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  opened.on('console', (message) => {
    // Of what the panel asks for, refusals are part of the tests, and Strapi asks for paid features.
    const isAnswer = message.text().startsWith('Failed to load resource');
    // Strapi's own Korean has gaps.
    const isForeignText =
      /MISSING_TRANSLATION/.test(message.text()) && !/"jekyll\./.test(message.text());
    if (message.type() === 'error' && !isAnswer && !isForeignText) errors.push(message.text());
  });
  opened.on('pageerror', (error) => errors.push(String(error)));
  await opened.setViewportSize({ width: 1280, height: 1000 });
  return opened;
}

const create = async (type: string, body: object): Promise<string> => {
  const { data } = await panel.api<{ data: { documentId: string } }>(`${type}?locale=ko`, {
    method: 'POST',
    body,
  });
  return data.documentId;
};
const save = (type: string, id: string, body: object) =>
  panel.api(`${type}/${id}?locale=ko`, { method: 'PUT', body });
const publish = (type: string, id: string) =>
  panel.api(`${type}/${id}/actions/publish?locale=ko`, { method: 'POST', body: {} });
const read = async (type: string, id: string) =>
  (await panel.api<{ data: Record<string, unknown> }>(`${type}/${id}?locale=ko`)).data;
const linked = (ids: readonly string[]) => ({
  connect: ids.map((documentId) => ({ documentId, locale: 'ko' })),
});
/** An item that cites a reference of the same name. */
async function cited(title: string): Promise<{ item: string; reference: string }> {
  const reference = await create(REFERENCES, {
    title: `Paper: ${title}`,
    url: `https://example.org/${encodeURIComponent(title)}`,
  });
  const item = await create(ITEMS, {
    title,
    body: '- First point\n- Second point',
    citations: [{ reference: linked([reference]) }],
  });
  return { item, reference };
}
const survey = (items: readonly string[]) => [
  { heading: 'Research', prefix: 'pa', lead: 'What was new.', items: linked(items) },
];
const DATED = { date: '2026-01-05T00:00:00.000Z', description: 'What happened.', tags: ['ai'] };

const openEntry = async (type: string, id: string, on = page): Promise<void> => {
  await on.goto(`${panel.url}/admin${type}/${id}?plugins[i18n][locale]=ko`);
  await on.locator('input[name=title]').waitFor();
};
const aside = (heading: string, on = page): Locator =>
  on.getByRole('complementary').filter({ has: on.getByRole('heading', { name: heading }) });
const button = (name: string, on = page): Locator => on.getByRole('button', { name, exact: true });
const dialog = (on = page): Locator => on.getByRole('dialog').or(on.getByRole('alertdialog'));
const focused = (on = page): Promise<string> =>
  on.evaluate(() => {
    const { activeElement: active } = document;
    const editor = active?.closest('.CodeMirror');
    const label = editor?.parentElement?.closest('div:has(label)')?.querySelector('label');
    return active?.getAttribute('name') ?? label?.textContent?.trim() ?? active?.tagName ?? '';
  });
const until = async (what: () => Promise<boolean>): Promise<void> => {
  for (let left = 100; left > 0; left -= 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `It did not come to that in a hundred tries; the cursor is in "${await focused()}"`,
  );
};

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string, of: Locator): Promise<void> {
  const image = await of.screenshot();
  expect(image.byteLength).toBeLessThan(150_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env['UPDATE_IMAGES']) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

describe('a post on its way to the blog', () => {
  let post: string;
  let first: { item: string; reference: string };
  let second: { item: string; reference: string };
  beforeAll(async () => {
    first = await cited('A model that reads whole books');
    second = await cited('Robots learn from video');
    post = await create(POSTS, {
      ...DATED,
      title: 'Trends of the week',
      slug: 'weekly',
      sections: survey([first.item, second.item]),
    });
    await publish(POSTS, post);
  });

  it('says beside the form that the blog lacks it, and shows what it would get', async () => {
    await openEntry(POSTS, post);
    const blog = aside('On the blog');
    await blog.getByText('New', { exact: true }).waitFor();
    expect(await blog.getByText('/posts/weekly/').count()).toBe(1);
    expect(await blog.getByText('_posts/2026-01-05-weekly.md').count()).toBe(1);
    await button('Show changes').click();
    await dialog().getByText('Will be added').waitFor();
    await dialog().getByText('title: "Trends of the week"').waitFor();
    expect(await dialog().getByText('[^ref-pa-1]: ').count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('is exported from there, and then in step', async () => {
    await button('Export this post').click();
    await page.getByText('One file was written into the blog.').waitFor();
    const blog = aside('On the blog');
    await blog.getByText('In step', { exact: true }).waitFor();
    expect(await readFile(path.join(dir, '_posts', '2026-01-05-weekly.md'), 'utf8')).toContain(
      'Trends of the week',
    );
    const link = blog.getByRole('link', { name: '/posts/weekly/' });
    expect(await link.getAttribute('href')).toBe('https://blog.example.org/posts/weekly/');
    expect(await button('Export this post').isDisabled()).toBe(true);
  });

  it('tells which footnotes change, and shows the words that do', async () => {
    const { sections } = await read(POSTS, post);
    const [section] = sections as { id: number }[];
    await save(POSTS, post, {
      title: 'Trends of this week',
      sections: [
        {
          id: section?.id,
          heading: 'Research',
          items: {
            connect: [{ documentId: first.item, locale: 'ko', position: { end: true } }],
            disconnect: [],
          },
        },
      ],
    });
    await openEntry(POSTS, post);
    const changes = page.getByRole('list', { name: '2 footnotes get other numbers' });
    await changes.getByText('ref-pa-2 → ref-pa-1: Robots learn from video').waitFor();
    expect(await changes.getByRole('listitem').count()).toBe(2);
    await page.mouse.move(0, 0);
    await picture('blog-panel.png', aside('On the blog'));

    await button('Show changes').click();
    await page.getByRole('tab', { name: 'Once the draft is published' }).waitFor();
    expect(await dialog().locator('del').allInnerTexts()).toContain('the');
    expect(await dialog().locator('ins').allInnerTexts()).toContain('this');
    expect(await violations(page.locator('[role=dialog]').first())).toEqual([]);
    await picture('show-changes.png', dialog());
    await page.getByRole('tab', { name: 'As published' }).click();
    await dialog().getByText('Nothing changes in this file.').waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('is named beside its items and references, with the file that a change touches', async () => {
    await openEntry(ITEMS, first.item);
    const used = aside('Used in');
    expect(
      await used.getByRole('link', { name: 'Trends of the week' }).getAttribute('href'),
    ).toContain(post);
    expect(await used.getByText('_posts/2026-01-05-weekly.md').count()).toBe(1);
    await used.getByText('Publishing a change touches the file of one published post.').waitFor();
    expect(await violations(page.locator('aside').first())).toEqual([]);
    await openEntry(REFERENCES, second.reference);
    await used.getByText('Saving a change touches the file of one published post').waitFor();
    await used.getByRole('link', { name: 'Robots learn from video' }).waitFor();
    await picture('used-in.png', used);
  });
});

describe('what the checks find', () => {
  let post: string;
  beforeAll(async () => {
    const { item: one } = await cited('One thing');
    const { item: two } = await cited('Another thing');
    post = await create(POSTS, {
      ...DATED,
      title: 'Broken post',
      slug: 'broken',
      body: SWALLOWED,
      sections: [
        { heading: 'One', prefix: 'a', items: linked([one]) },
        { heading: 'Two', prefix: 'b', lead: 'GPT | Claude', items: linked([two]) },
      ],
    });
  });

  it('leads to its field, also inside a section', async () => {
    await openEntry(POSTS, post);
    const checks = page.getByRole('region', { name: 'Checks' });
    await checks
      .getByRole('button', { name: /^Section 2: / })
      .first()
      .click();
    await until(async () => (await focused()).startsWith('Lead'));
    await checks.getByRole('button', { name: /^Body/ }).first().click();
    await until(async () => (await focused()).startsWith('Body'));
    expect(page.url()).not.toContain('field=');
    await checks
      .getByRole('button', { name: /^Title/ })
      .first()
      .click();
    await until(async () => (await focused()) === 'title');
    expect(await violations(page.locator('aside').first())).toEqual([]);
  });

  it('stops a publication; whoever may publishes anyway', async () => {
    // Its items go along: Strapi asks first.
    const press = async () => {
      await button('Publish').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
    };
    await press();
    await dialog().getByText('The checks found errors').waitFor();
    await picture('publish-anyway.png', dialog());
    expect(await violations(page.locator('[role=dialog]').first())).toEqual([]);
    await button('Go on editing').click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('The post was not published: the checks found errors.').waitFor();
    expect(await read(POSTS, post)).toMatchObject({ status: 'draft' });
    await press();
    await button('Publish anyway').click();
    await page.getByText('Published document').waitFor();
    await until(async () => (await read(POSTS, post))['status'] === 'published');
  });
});

describe('an image that is inserted into a text', () => {
  it('has the width that the settings name, in the same step of undoing', async () => {
    const medium = await panel.upload('lighthouse.png', 'image/png', PIXEL);
    await panel.api('/jekyll/settings', {
      method: 'PUT',
      body: { postForm: { imageWidth: 640 } },
    });
    const post = await create(POSTS, { ...DATED, title: 'With an image', body: 'A line.' });
    await openEntry(POSTS, post);
    const editor = page.locator('.CodeMirror').first();
    await editor.locator('.CodeMirror-line').first().click();
    const image = page.getByRole('button', { name: 'Image', exact: true });
    const more = page.getByRole('button', { name: 'More', exact: true });
    // In a narrow toolbar it is among what is left over.
    if (await more.first().isVisible()) {
      await more.first().click();
      await page.getByRole('menuitem', { name: 'Image' }).click();
    } else await image.first().click();
    await dialog().waitFor();
    await dialog().getByRole('checkbox').last().check();
    await dialog().getByRole('button', { name: 'Finish' }).click();
    const text = () => editor.locator('.CodeMirror-line').allInnerTexts();
    await until(async () => (await text()).length === 2);
    expect((await text())[1]).toMatch(/^!\[lighthouse\.png\]\(\S+\.png\)\{: width="640"\}$/);
    await page.keyboard.press('Control+Z');
    await until(async () => !(await text()).join('').includes('width'));
    expect((await text()).join('')).not.toContain('lighthouse');
    await medium.remove();
    await panel.api('/jekyll/settings', { method: 'PUT', body: {} });
    await panel.api(`${POSTS}/${post}`, { method: 'DELETE' });
  });
});

describe('two people on one post', () => {
  let post: string;
  let other: Page;
  const title = (on: Page): Locator => on.locator('input[name=title]');
  beforeAll(async () => {
    post = await create(POSTS, { ...DATED, title: 'Shared post', slug: 'shared', body: 'One.' });
    other = await openPanel({ editor: 'joon' });
    await openEntry(POSTS, post, other);
    await openEntry(POSTS, post);
  });

  it('the second is asked, sees what differs, and may go on editing', async () => {
    await title(other).fill('Title of Joon');
    await button('Save', other).click();
    await other.getByText('Saved document').waitFor();
    await title(page).fill('Title of Mina');
    await button('Save').click();
    await dialog()
      .getByText(/^Joon saved it on /)
      .waitFor();
    expect(await dialog().locator('del').allInnerTexts()).toEqual(['Joon']);
    expect(await dialog().locator('ins').allInnerTexts()).toEqual(['Mina']);
    expect(await violations(page.locator('[role=dialog]').first())).toEqual([]);
    await picture('changed-meanwhile.png', dialog());
    await button('Go on editing').click();
    await dialog().waitFor({ state: 'detached' });
    expect(await title(page).inputValue()).toBe('Title of Mina');
    expect(await read(POSTS, post)).toMatchObject({ title: 'Title of Joon' });
  });

  it('saves over it once that was seen, and is not asked of that again', async () => {
    await button('Save').click();
    await button('Save mine over it').click();
    await page.getByText('Saved document').waitFor();
    expect(await read(POSTS, post)).toMatchObject({ title: 'Title of Mina' });
    await title(page).fill('Second title of Mina');
    await button('Save').click();
    await until(async () => (await read(POSTS, post))['title'] === 'Second title of Mina');
    expect(await dialog().count()).toBe(0);
  });

  it('the first, who publishes now, may take what was saved instead', async () => {
    await title(other).fill('Late title of Joon');
    await button('Publish', other).click();
    await dialog(other)
      .getByText(/^Mina saved it on /)
      .waitFor();
    await button('Discard mine and load what is saved', other).click();
    await until(async () => (await title(other).inputValue()) === 'Second title of Mina');
    expect(await read(POSTS, post)).toMatchObject({
      title: 'Second title of Mina',
      status: 'draft',
    });
    await button('Publish', other).click();
    await other.getByText('Published document').waitFor();
    await other.context().close();
  });
});

describe('the list of posts', () => {
  it('shows how each stands to the blog, asks once for all, and exports the chosen', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/jekyll/on-blog?')) asked.push(request.url());
    });
    await page.goto(`${panel.url}/admin${POSTS}?plugins[i18n][locale]=ko&page=1&pageSize=100`);
    const row = (name: string) => page.getByRole('row').filter({ hasText: name });
    await row('Second title of Mina').getByText('New', { exact: true }).waitFor();
    await row('Trends of this week').getByText('In step', { exact: true }).waitFor();
    expect(asked).toHaveLength(1);
    // In sight at this width, whatever other columns there are.
    await page.setViewportSize({ width: 1280, height: 900 });
    const box = await row('Second title of Mina').getByText('New', { exact: true }).boundingBox();
    expect(box && box.x + box.width).toBeLessThan(1280);
    await until(async () => {
      await row('Second title of Mina').getByRole('checkbox').check();
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      await page.waitForTimeout(300);
      return button('Export to Jekyll').isVisible();
    });
    await button('Export to Jekyll').click();
    await dialog().getByText('This post is written into the blog as published:').waitFor();
    await button('Export').click();
    await page.getByText('One file was written into the blog.').waitFor();
    await row('Second title of Mina').getByText('In step', { exact: true }).waitFor();
    expect(existsSync(path.join(dir, '_posts', '2026-01-05-shared.md'))).toBe(true);
  });
});

describe('the homepage', () => {
  it('counts what waits, and leads there', async () => {
    await page.goto(`${panel.url}/admin`);
    const waiting = page.getByRole('link', { name: 'One new post waits for export' });
    await waiting.waitFor();
    expect(await waiting.getAttribute('href')).toContain('/plugins/jekyll/status?state=new');
    await page.getByText('Last run:').waitFor();
    await page.getByRole('link', { name: '3 translations are missing' }).waitFor();
  });
});

describe('in Korean', () => {
  it('has no English left, and no violation in the dark', async () => {
    const post = await create(POSTS, {
      ...DATED,
      title: '한국어 글',
      slug: 'korean',
      body: '글',
      description: '설명',
    });
    await publish(POSTS, post);
    await page.context().close();
    page = await openPanel({ language: 'ko', theme: 'dark' });
    await openEntry(POSTS, post);
    const blog = aside('블로그 상태');
    await blog.getByText('새 글', { exact: true }).waitFor();
    await page.getByRole('region', { name: '점검' }).waitFor();
    expect(englishIn(await blog.innerText())).toEqual([]);
    expect(await violations(page.locator('aside').first())).toEqual([]);
    await picture('blog-panel.ko.png', blog);

    await button('변경 내용 보기').click();
    await dialog().getByText('추가 예정').waitFor();
    expect(englishIn(await dialog().innerText())).toEqual([]);
    expect(await violations(page.locator('[role=dialog]').first())).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });

    await button('이 글 내보내기').click();
    await page.getByText('블로그에 파일 1개를 썼습니다.').waitFor();
    await blog.getByText('블로그와 같음', { exact: true }).waitFor();

    await save(POSTS, post, { title: '먼저 저장한 제목' });
    await page.locator('input[name=title]').fill('나중에 저장하는 제목');
    await button('저장').click();
    await dialog().getByText('그사이 이 항목이 저장되었습니다').waitFor();
    expect(englishIn(await dialog().innerText())).toEqual([]);
    expect(await violations(page.locator('[role=dialog]').first())).toEqual([]);
    await button('내 변경을 버리고 저장된 내용 불러오기').click();
    await until(
      async () => (await page.locator('input[name=title]').inputValue()) === '먼저 저장한 제목',
    );
  });
});

/** Texts of the English panel that stand in a Korean one. */
function englishIn(text: string): string[] {
  return Object.values(english)
    .flatMap((value) => value.split(/\{[^}]*\}|[.:]/))
    .map((part) => part.trim())
    .filter((part) => part.length > 5 && text.includes(part));
}
