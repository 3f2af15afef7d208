/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { appDir } from '../helpers/environment';
import { article, serveSites, type Sites } from '../integration/surveys/sites';
import { violations } from './axe';
import { startPanel, type Panel } from './panel';

const COLLECTION = '/content-manager/collection-types';
const POSTS = `${COLLECTION}/api::post.post`;
const ITEMS = `${COLLECTION}/api::trend-item.trend-item`;
const REFERENCES = `${COLLECTION}/api::reference.reference`;
const IMAGES = path.join(appDir, 'docs', 'images');
const TITLES = [
  'A model that reads whole books',
  'Smaller robots learn from video',
  'A benchmark for tables',
  '공개 가중치 모델의 새 판',
  'Agents that file their own issues',
  'Serving a model on one card',
  'Compilers that learn',
  '데이터 레이크하우스의 한 해',
  'A protocol for tools',
  'Search without an index',
];

let panel: Panel;
let page: Page;
let sites: Sites;
let dir: string;
const errors: string[] = [];
let clicks = 0;
jest.setTimeout(300_000);

const blog = (): string => path.join(dir, 'blog');
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', blog(), ...args], { encoding: 'utf8' });

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-survey-e2e-'));
  await cp(path.join(appDir, 'examples', 'blog'), blog(), { recursive: true });
  await rm(path.join(blog(), '_posts'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Blog');
  git('config', 'user.email', 'blog@example.com');
  git('add', '-A');
  git('commit', '-qm', 'The blog');
  sites = await serveSites(
    Object.fromEntries(TITLES.map((title, at) => [`/news/${at + 1}`, article(title, 'The Daily')])),
  );
  Object.assign(process.env, {
    JEKYLL_BLOG_DIR: blog(),
    JEKYLL_GIT: 'true',
    JEKYLL_AUTO_EXPORT: 'on-publish',
    JEKYLL_CITATIONS_ALLOW: sites.host,
  });
  panel = await startPanel();
  await panel.api(`${POSTS}?locale=ko`, {
    method: 'POST',
    body: {
      title: '2025년 AI와 소프트웨어, 한 해 돌아보기 #1 | AI Trends',
      slug: 'ai-software-trend-2025-1',
      date: '2025-12-28T00:00:00.000Z',
      categories: ['AI 트렌드'],
      tags: ['ai-trend', 'survey'],
      authors: ['haneul'],
      toc: true,
      mediaBase: '/assets/img/for_post/',
      mediaBaseKey: 'img_path',
      sections: [
        { heading: '💡 **Issues**', prefix: 'iss' },
        { heading: '📰 **Papers**', prefix: 'pa' },
        { heading: '🧠 **Deep Learning, LLM**', prefix: 'llm' },
      ],
    },
  });
  await panel.api(`${REFERENCES}?locale=ko`, {
    method: 'POST',
    body: { title: TITLES[9], url: `${sites.at('/news/10')}/?utm_source=letter`, kind: 'article' },
  });
  page = await openPanel('en');
});
afterAll(async () => {
  await panel?.close();
  sites?.close();
  for (const name of ['BLOG_DIR', 'GIT', 'AUTO_EXPORT', 'CITATIONS_ALLOW']) {
    delete process.env[`JEKYLL_${name}`];
  }
  await rm(dir, { recursive: true, force: true });
});

async function openPanel(language: 'en' | 'ko', theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await panel.open({ language, theme });
  await opened.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await opened.setViewportSize({ width: 1280, height: 900 });
  opened.on('console', (message) => {
    const text = message.text();
    // The panel itself asks for pictures of other hosts, and lacks some Korean texts of its own.
    const foreign = /Failed to load resource|MISSING_TRANSLATION.*"(?!jekyll\.)/s;
    if (message.type() === 'error' && !foreign.test(text)) errors.push(text.slice(0, 500));
  });
  opened.on('pageerror', (error) => errors.push(String(error)));
  return opened;
}

const button = (name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const click = async (what: Locator): Promise<void> => {
  await what.click();
  clicks += 1;
};
const outline = (): Locator => page.getByRole('dialog');
const section = (name: string): Locator => outline().getByRole('region', { name });
const rows = (name: string): Locator => section(name).locator('ol > li[draggable]');
const titlesIn = (name: string): Promise<string[]> => rows(name).getByRole('link').allInnerTexts();
const footnotesIn = (name: string): Promise<string[]> => rows(name).locator('code').allInnerTexts();
const handle = (title: string, verb = 'Move '): Locator => button(`${verb}${title}`);
const until = async (what: () => Promise<boolean> | boolean): Promise<void> => {
  for (let left = 300; left > 0; left -= 1) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to that in half a minute');
};

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string): Promise<void> {
  const image = await page.screenshot({ type: 'jpeg', quality: 70 });
  expect(image.byteLength).toBeLessThan(250_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env.UPDATE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

/**
 * Drags by mouse. Chromium looks for what is dragged where the button went down once the mouse moves:
 * it has to move before anything scrolls.
 */
async function drag(what: Locator, to: Locator, at: { x: number; y: number }): Promise<void> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (!box) throw new Error('Nothing to drag');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 8, box.y + box.height / 2);
  await to.scrollIntoViewIfNeeded();
  await to.hover({ position: at });
  await to.hover({ position: { x: at.x + 2, y: at.y } });
  await page.mouse.up();
}

const paste = async (text: string): Promise<void> => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
};
const publish = async (): Promise<void> => {
  await click(button('Publish'));
  // Asked only where items go along that were never published.
  const confirm = page
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Publish', exact: true });
  const published = page.getByText('Published document');
  await confirm.or(published).first().waitFor();
  if (await confirm.isVisible()) await click(confirm);
  await published.waitFor();
};
const commits = (): number => Number(git('rev-list', '--count', 'HEAD'));
/** Titles of the file with their footnotes, in order. */
const written = (text: string): string[] =>
  [...text.matchAll(/^###? (.+?)(?: \[\^(.+?)\])?$/gm)].map(([, title, label]) =>
    label === undefined ? `## ${title}` : `${label} ${title}`,
  );
const file = (): string => {
  const [name = ''] = git('ls-files', '_posts').trim().split('\n');
  return readFileSync(path.join(blog(), name), 'utf8');
};

it('makes a survey of ten pasted addresses, published and committed', async () => {
  await page.goto(`${panel.url}/admin${POSTS}?plugins[i18n][locale]=ko&page=1&pageSize=10`);
  await button('New survey').waitFor();
  await picture('new-survey.jpg');
  const start = performance.now();

  await click(button('New survey'));
  await page.waitForURL(/api::post\.post\/[a-z0-9]{20,}/);
  await click(button('Arrange the survey'));
  await click(section('💡 Issues').getByRole('button', { name: 'Add items' }));
  await paste(TITLES.map((_, at) => `${sites.at(`/news/${at + 1}`)}?utm_source=x`).join('\n'));
  await button('Make 10 items').waitFor();
  const found = outline()
    .getByRole('list', { name: 'Items to make' })
    .locator('input[name^="title"]');
  expect(
    await found.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(TITLES);
  await outline().getByText(`Cites the known reference “${TITLES[9]}”.`).waitFor();
  await picture('survey-pasted.jpg');
  expect(await violations(outline())).toEqual([]);
  await click(button('Make 10 items'));
  await until(async () => (await rows('💡 Issues').count()) === 10);
  await click(section('💡 Issues').getByRole('button', { name: 'Close' }));

  // By keyboard: the last goes over into the next section.
  await handle(TITLES[9] ?? '').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  // By mouse: one of the middle beside it.
  await handle(TITLES[4] ?? '').scrollIntoViewIfNeeded();
  await drag(rows('💡 Issues').filter({ hasText: TITLES[4] ?? '' }), rows('📰 Papers').first(), {
    x: 200,
    y: 4,
  });
  await until(async () => (await titlesIn('📰 Papers')).length === 2);
  expect(await titlesIn('📰 Papers')).toEqual([TITLES[4], TITLES[9]]);
  await until(async () => (await footnotesIn('📰 Papers')).join() === '[^ref-pa-1],[^ref-pa-2]');
  expect((await footnotesIn('💡 Issues')).at(-1)).toBe('[^ref-iss-8]');
  await page.mouse.move(5, 5);
  await picture('survey-outline.jpg');
  expect(await violations(outline())).toEqual([]);
  await click(button('Done'));
  await publish();
  const seconds = (performance.now() - start) / 1000;
  await until(() => commits() === 2);
  const committed = (performance.now() - start) / 1000;
  console.info(
    `ten addresses to a published survey: ${clicks} clicks, ${seconds.toFixed(1)} s; to its commit ${committed.toFixed(1)} s`,
  );

  const issues = TITLES.filter((_, at) => at !== 4 && at !== 9);
  expect(written(file())).toEqual([
    '## 💡 **Issues**',
    ...issues.map((title, at) => `ref-iss-${at + 1} ${title}`),
    '## 📰 **Papers**',
    `ref-pa-1 ${TITLES[4]}`,
    `ref-pa-2 ${TITLES[9]}`,
    '## 🧠 **Deep Learning, LLM**',
    '## References',
  ]);
  expect(file()).toContain('돌아보기 #2 | AI Trends');
  expect(file()).toContain(`[^ref-iss-1]: [${TITLES[0]}](${sites.at('/news/1')})`);
  const { pagination } = await panel.api<{ pagination: { total: number } }>(
    `${REFERENCES}?locale=ko`,
  );
  expect(pagination.total).toBe(10);
});

it('shows the footnotes of a new order, and the diff of the blog has them', async () => {
  await page.reload();
  await click(button('Arrange the survey'));
  await rows('💡 Issues').first().waitFor();
  const before = [await titlesIn('💡 Issues'), await titlesIn('📰 Papers')];
  // Taken and put back: nothing has changed.
  await handle(TITLES[0] ?? '').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  expect((await titlesIn('💡 Issues'))[1]).toBe(TITLES[0]);
  await page.keyboard.press('Escape');
  expect([await titlesIn('💡 Issues'), await titlesIn('📰 Papers')]).toEqual(before);
  expect(await handle(TITLES[0] ?? '').evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  expect(await outline().locator('[aria-live="assertive"]').innerText()).toContain('Cancelled');

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await drag(rows('📰 Papers').filter({ hasText: TITLES[9] ?? '' }), rows('💡 Issues').first(), {
    x: 200,
    y: 4,
  });
  const order = [TITLES[9], TITLES[1], TITLES[0]];
  await until(async () => (await titlesIn('💡 Issues')).slice(0, 3).join() === order.join());
  await until(async () => (await footnotesIn('💡 Issues')).join().includes('ref-iss-9'));
  const expected = await titlesIn('💡 Issues');
  await click(button('Done'));
  // The field of the form, which has loaded the last five, shows the same order.
  await button('💡 **Issues**').click();
  const inField = async (): Promise<string[]> => {
    const texts = await page.locator('form ol li').allInnerTexts();
    return texts.flatMap((text) => TITLES.find((title) => text.includes(title)) ?? []);
  };
  await until(async () => (await inField()).length >= 5);
  const fieldOrder = await inField();
  expect(fieldOrder).toEqual(expected.filter((title) => fieldOrder.includes(title)));
  expect(fieldOrder).toContain(TITLES[9]);
  await publish();
  await until(() => commits() === 3);
  expect(written(file()).slice(1, 4)).toEqual(
    order.map((title, at) => `ref-iss-${at + 1} ${title}`),
  );
  const diff = git('show', '--format=', '--unified=0', 'HEAD');
  expect(diff).toContain(`+### ${TITLES[9]} [^ref-iss-1]`);
  expect(diff).toContain(`-### ${TITLES[0]} [^ref-iss-1]`);
  expect(diff).toContain(`+### ${TITLES[0]} [^ref-iss-3]`);

  await page.reload();
  await click(button('Arrange the survey'));
  await rows('💡 Issues').first().waitFor();
  expect((await titlesIn('💡 Issues')).slice(0, 3)).toEqual(order);
  await page.keyboard.press('Escape');
});

it('moves whole sections, names them anew, adds one and removes it', async () => {
  const headings = (): Promise<string[]> => outline().locator('section h3').allInnerTexts();
  const live = outline().locator('[aria-live="assertive"]');
  await click(button('Arrange the survey'));
  await rows('💡 Issues').first().waitFor();
  const before = ['💡 Issues', '📰 Papers', '🧠 Deep Learning, LLM'];
  expect(await headings()).toEqual(before);

  // By keyboard, put back and then for good; the handle keeps the focus.
  const papers = button('Move the section 📰 Papers');
  await papers.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  expect(await headings()).toEqual([before[1], before[0], before[2]]);
  await page.keyboard.press('Escape');
  expect(await headings()).toEqual(before);
  expect(await live.innerText()).toBe('Cancelled. Section 📰 Papers is back: 2 of 3.');
  await until(() => papers.evaluate((one) => one === document.activeElement));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  expect(await live.innerText()).toBe('Section 📰 Papers dropped: 1 of 3.');
  expect(await headings()).toEqual([before[1], before[0], before[2]]);

  // By mouse, by its heading, in front of the first.
  await drag(outline().getByRole('heading', { name: '🧠 Deep Learning' }), section('📰 Papers'), {
    x: 200,
    y: 4,
  });
  await until(async () => (await headings())[0] === before[2]);
  expect(await headings()).toEqual([before[2], before[1], before[0]]);

  await button('Rename the section 📰 Papers').click();
  await outline().getByLabel('Heading of the section').fill('📰 **Reports**');
  await outline().getByLabel('Footnote prefix').fill('r p');
  await outline().getByText('Letters, digits, - and _ only.').waitFor();
  await outline().getByLabel('Footnote prefix').fill('rep');
  expect(await violations(outline())).toEqual([]);
  await page.keyboard.press('Enter');
  await until(async () => (await footnotesIn('📰 Reports')).join() === '[^ref-rep-1]');

  expect(await button('Remove the empty section 📰 Reports').count()).toBe(0);
  await button('Add a section').click();
  await outline().getByLabel('Heading of the section').fill('Tools');
  await button('Add this section').click();
  await until(async () => (await headings()).length === 4);
  await picture('survey-sections.jpg');
  await button('Remove the empty section Tools').click();
  await until(async () => (await headings()).length === 3);
  await click(button('Done'));
  await publish();
  await until(() => commits() === 4);
  expect(written(file()).filter((line) => line.startsWith('## ') || line.includes('rep'))).toEqual([
    '## 🧠 **Deep Learning, LLM**',
    '## 📰 **Reports**',
    `ref-rep-1 ${TITLES[4]}`,
    '## 💡 **Issues**',
    '## References',
  ]);
});

it('adds what no post shows, makes one by its title, and forgets it all when it is discarded', async () => {
  await panel.api(`${ITEMS}?locale=ko`, { method: 'POST', body: { title: 'Waiting for a post' } });
  await click(button('Arrange the survey'));
  await click(section('🧠 Deep Learning').getByRole('button', { name: 'Add items' }));
  const field = outline().getByLabel('Addresses, a search, or a new title');
  await field.fill('waiting');
  await button('Add Waiting for a post').waitFor();
  await picture('survey-search.jpg');
  expect(await violations(outline())).toEqual([]);
  await button('Add Waiting for a post').click();
  await field.fill('An item without a source');
  await button('New item “An item without a source”').click();
  await until(async () => (await titlesIn('🧠 Deep Learning')).length === 2);
  expect(await titlesIn('🧠 Deep Learning')).toEqual([
    'Waiting for a post',
    'An item without a source',
  ]);
  await button('Done').click();
  await button('Save').waitFor();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await button('Arrange the survey').click();
  await rows('💡 Issues').first().waitFor();
  expect(await titlesIn('🧠 Deep Learning')).toEqual([]);
  await page.keyboard.press('Escape');
});

it('asks what is to become of an item that was made and never saved with the post', async () => {
  const left = page
    .getByRole('status')
    .filter({ hasText: 'An item that you made here is in no post' });
  await left.getByText('An item without a source').waitFor();
  expect(await violations(left)).toEqual([]);
  await left.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('1 item was deleted.').waitFor();
  await left.waitFor({ state: 'detached' });
  const items = await panel.api<{ results: { title: string }[] }>(
    `${ITEMS}?locale=ko&pageSize=100`,
  );
  const titles = items.results.map(({ title }) => title);
  expect(titles).not.toContain('An item without a source');
  expect(titles).toContain('Waiting for a post');
});

it('speaks Korean, in the dark too', async () => {
  const url = page.url();
  page = await openPanel('ko', 'dark');
  await page.goto(`${panel.url}/admin${POSTS}?plugins[i18n][locale]=ko&page=1&pageSize=10`);
  await button('새 서베이').waitFor();
  await page.goto(url);
  await button('서베이 정리').click();
  await rows('💡 Issues').first().waitFor();
  await section('📰 Reports').getByRole('button', { name: '항목 넣기' }).click();
  await paste('https://10.0.0.1/report.pdf\nhttps://a.invalid/');
  await button('항목 2개 만들기').waitFor();
  await outline().getByText('공개된 웹 주소가 아니어서 묻지 않았습니다.').waitFor();
  await handle(TITLES[1] ?? '', '옮기기: ').focus();
  await page.keyboard.press('Space');
  const live = outline().locator('[aria-live="assertive"]');
  await until(async () => (await live.innerText()).includes('항목을 잡았습니다'));
  await picture('survey-outline-ko.jpg');
  expect(await violations(outline())).toEqual([]);
  // What is neither Korean nor a name that the test gave.
  const texts = await outline().evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    copy
      .querySelectorAll('li[draggable], h3, input, [id^="radix"] ol')
      .forEach((one) => one.remove());
    return copy.innerText;
  });
  expect(texts).not.toMatch(/\b(?:add|item|items|title|publisher|kind|close|done|paste|move)\b/i);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
});

it('goes in Korean from pasted addresses to a commit, too', async () => {
  const posts = () => git('ls-files', '_posts').trim().split('\n');
  const known = new Set(posts());
  const added = () => posts().find((one) => !known.has(one));
  await page.goto(`${panel.url}/admin${POSTS}?plugins[i18n][locale]=ko&page=1&pageSize=10`);
  await button('새 서베이').click();
  await page.waitForURL(/api::post\.post\/[a-z0-9]{20,}/);
  await button('서베이 정리').click();
  await section('📰 Reports').getByRole('button', { name: '항목 넣기' }).click();
  await paste([1, 2, 3].map((at) => sites.at(`/news/${at}`)).join('\n'));
  await button('항목 3개 만들기').click();
  await until(async () => (await rows('📰 Reports').count()) === 3);
  await until(async () => (await footnotesIn('📰 Reports')).join().includes('ref-rep-3'));
  await button('완료').click();
  await button('발행').click();
  await page.getByRole('alertdialog').getByRole('button', { name: '발행', exact: true }).click();
  await page.getByText('발행됨').first().waitFor();
  // Not the next commit: an earlier test's may still come.
  await until(() => added() !== undefined);
  expect(git('log', '--format=%h', '--', added()!).trim().split('\n')).toHaveLength(1);
  const text = readFileSync(path.join(blog(), added()!), 'utf8');
  expect(text).toContain('돌아보기 #3 | AI Trends');
  expect(written(text).filter((line) => line.startsWith('ref-'))).toEqual(
    [0, 1, 2].map((at) => `ref-rep-${at + 1} ${TITLES[at]}`),
  );
});

it('logs no error', () => {
  expect(errors).toEqual([]);
});
