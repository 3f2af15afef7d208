/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { appDir } from '../helpers/environment';
import { violations } from './axe';
import { englishIn } from './page-checks';
import { startPanel, type Panel } from './panel';

const POSTS = '/content-manager/collection-types/api::post.post';
/** So many that an import of them can be cancelled. */
const COUNT = 4000;

let panel: Panel;
let page: Page;
let dir: string;
const errors: string[] = [];
jest.setTimeout(300_000);

beforeAll(async () => {
  // Below the application: the pages show the folder as the configuration spells it.
  dir = await mkdtemp(path.join(appDir, '.tmp', 'first-steps-'));
  const posts = path.join(dir, '_posts');
  mkdirSync(posts);
  writeFileSync(path.join(dir, '_config.yml'), 'lang: ko\ntimezone: Asia/Seoul\n');
  for (let at = 1; at <= COUNT; at += 1) {
    const day = new Date(Date.UTC(2024, 0, at)).toISOString().slice(0, 10);
    writeFileSync(
      path.join(posts, `${day}-post-${at}.md`),
      `---\ntitle: "글 ${at}"\ntags: [post]\n---\n\n${at}번째 글입니다.\n`,
    );
  }
  execFileSync('git', ['init', '-q', '-b', 'main', dir]);
  process.env['JEKYLL_BLOG_DIR'] = path.relative(appDir, dir);
  panel = await startPanel();
});
afterAll(async () => {
  await panel?.close();
  delete process.env['JEKYLL_BLOG_DIR'];
  await rm(dir, { recursive: true, force: true });
});

async function open(options: Parameters<Panel['open']>[0]): Promise<Page> {
  const opened = await panel.open(options);
  await opened.setViewportSize({ width: 1280, height: 900 });
  opened.on('console', (message) => {
    const isOurs = /jekyll/i.test(`${message.location().url} ${message.text()}`);
    if (message.type() === 'error' && isOurs) errors.push(message.text());
  });
  opened.on('pageerror', (error) => errors.push(String(error)));
  return opened;
}
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
const posts = async (): Promise<number> =>
  (await panel.api<{ pagination: { total: number } }>(`${POSTS}?locale=ko`)).pagination.total;

describe('the very first login', () => {
  it('finds the page in the menu, and there what to do next', async () => {
    page = await open({ editor: 'olga' });
    // Strapi's welcome and its tour stand in nobody's way here.
    await page.getByRole('link', { name: 'Jekyll', exact: true }).click();
    await page.getByText('There are no posts yet.').waitFor();
    expect(
      await page.getByRole('link', { name: 'Go to the posts' }).getAttribute('href'),
    ).toContain('api::post.post');
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await page.getByRole('link', { name: 'Import a blog' }).click();
    await page.getByText(`The configured blog: ${path.relative(appDir, dir)}`).waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    for (const tab of ['History', 'Links', 'Conflicts', 'Export']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('tabpanel').locator('p, h2').first().waitFor();
      expect(await violations(page.getByRole('main'))).toEqual([]);
    }
    await page.context().close();
  });

  it('is no other in Korean', async () => {
    page = await open({ editor: 'olga', language: 'ko', theme: 'dark' });
    await page.getByRole('link', { name: 'Jekyll', exact: true }).click();
    await page.getByText('아직 글이 없습니다.').waitFor();
    expect(await englishIn(page)).toEqual([]);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await page.getByRole('link', { name: '블로그 가져오기' }).click();
    await button('가져오기 계획 세우기').waitFor();
    expect(await englishIn(page)).toEqual([]);
  });
});

describe('an import', () => {
  it('is cancelled, and what was taken until then stays', async () => {
    await button('가져오기 계획 세우기').click();
    await button(`글 ${COUNT}개 가져오기`).click();
    await page.getByRole('heading', { name: '가져오는 중' }).waitFor();
    await button('취소').click();
    await page.getByText('가져오기를 취소했습니다').waitFor();
    expect(await englishIn(page)).toEqual([]);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    expect(await posts()).toBeLessThan(COUNT);
  });

  it('takes the others when it is started again', async () => {
    const before = await posts();
    await button('가져오기 계획 세우기').click();
    await button(`글 ${COUNT - before}개 가져오기`).click();
    await page.getByText('가져왔습니다').first().waitFor({ timeout: 120_000 });
    expect(await posts()).toBe(COUNT);
    await page.getByRole('tab', { name: '상태' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: /글 \d+/ })
      .first()
      .waitFor();
  });
});

it('complains of nothing', () => {
  expect(errors).toEqual([]);
});
