/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Locator, Page } from 'playwright-core';
import { appDir } from '../helpers/environment';
import { violations } from './axe';
import { setLease } from './lease';
import { startPanel, type Panel } from './panel';

const POSTS = '/content-manager/collection-types/api::post.post';
const IMAGES = path.join(appDir, 'docs', 'images');
const DATE = '2025-03-02T00:00:00.000Z';
/** Words that are no text of ours: names, addresses, and what the test wrote. */
const NAMES =
  /^(Jekyll|CMS|Mina|posts|one|two|three|four|https|gone|invalid|page|ENOTFOUND|[0-9a-f]+)$/i;
/** A name that no server ever has. */
const GONE = 'https://gone.invalid/page';

let panel: Panel;
let page: Page;
let blog: string;
const errors: string[] = [];
jest.setTimeout(300_000);

const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: blog, encoding: 'utf8' }).trim();

beforeAll(async () => {
  blog = await mkdtemp(path.join(os.tmpdir(), 'jekyll-page-'));
  writeFileSync(path.join(blog, '_config.yml'), 'title: Blog\n');
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Blog');
  git('config', 'user.email', 'blog@example.com');
  git('add', '.');
  git('commit', '-qm', 'Begin');
  Object.assign(process.env, { JEKYLL_BLOG_DIR: blog, JEKYLL_GIT: 'true' });
  panel = await startPanel();
  page = await open('en');
});
afterAll(async () => {
  await panel?.close();
  delete process.env['JEKYLL_BLOG_DIR'];
  delete process.env['JEKYLL_GIT'];
  await rm(blog, { recursive: true, force: true });
});

async function open(
  language: 'en' | 'ko',
  options: Parameters<Panel['open']>[0] = {},
): Promise<Page> {
  const opened = await panel.open({ language, ...options });
  opened.on('console', (message) => {
    // The panel itself asks for pictures of other hosts, and lacks some Korean texts of its own.
    const isOurs = /jekyll/i.test(`${message.location().url} ${message.text()}`);
    if (message.type() === 'error' && isOurs) errors.push(message.text());
  });
  opened.on('pageerror', (error) => errors.push(String(error)));
  await opened.setViewportSize({ width: 1280, height: 900 });
  return opened;
}
const publish = async (slug: string, title: string, locale = 'ko'): Promise<string> => {
  const { data } = await panel.api<{ data: { documentId: string } }>(`${POSTS}?locale=${locale}`, {
    method: 'POST',
    body: { title, slug, date: DATE, body: `${title}의 첫 줄입니다.\n\n둘째 줄입니다.` },
  });
  await panel.api(`${POSTS}/${data.documentId}/actions/publish?locale=${locale}`, {
    method: 'POST',
    body: {},
  });
  return data.documentId;
};
const edit = async (documentId: string, body: object): Promise<void> => {
  const action = `${POSTS}/${documentId}/actions/publish?locale=ko`;
  await panel.api(action, { method: 'POST', body });
};
const fileOf = (slug: string): string => `_posts/2025-03-02-${slug}.md`;
const go = (tab: string, on = page) => on.goto(`${panel.url}/admin/plugins/jekyll/${tab}`);
const button = (name: string | RegExp, on = page): Locator => on.getByRole('button', { name });

/** Has a look at a link of a post found it dead. */
function deadLink(url: string): void {
  const database = new Database(panel.databaseFile);
  database
    .prepare(
      `UPDATE jekyll_links SET error = 'ENOTFOUND', checked_at = $now, failures = 3,
        broken_since = $now WHERE url = $url`,
    )
    .run({ url, now: Date.now() });
  database.close();
}

/** Words of a page that are no Korean, but for names and what an editor has written. */
async function englishWords(of: Page): Promise<string[]> {
  const text = await of.getByRole('main').innerText();
  return (text.match(/[A-Za-z][A-Za-z'-]{2,}/g) ?? []).filter((word) => !NAMES.test(word));
}

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string, of = page): Promise<void> {
  const image = await of.screenshot({ type: 'jpeg', quality: 75 });
  expect(image.byteLength).toBeLessThan(250_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env.UPDATE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

describe('the page “Jekyll”', () => {
  it('shows how each post stands to the blog, and leads into its entries', async () => {
    await publish('one', '하나');
    await publish('two', '둘');
    await publish('three', '셋');
    await go('');
    await page.getByRole('gridcell', { name: /^하나/ }).waitFor();
    const row = page.getByRole('row').filter({ hasText: '하나' });
    expect(await row.getByRole('link', { name: 'New' }).getAttribute('href')).toContain(
      'api::post.post',
    );
    expect(await row.getByText('No translation').isVisible()).toBe(true);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('jekyll-status.jpg');
  });

  it('plans, shows the changes, leaves one out, runs, and makes a commit', async () => {
    await go('export');
    await button('Plan the export').click();
    await button(/^Export 3 posts/).waitFor();
    await page.getByRole('checkbox', { name: `Export ${fileOf('two')}` }).click();
    await button(`Open ${fileOf('one')}`).click();
    await page.getByText('하나의 첫 줄입니다.').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('jekyll-plan.jpg');
    expect(existsSync(path.join(blog, fileOf('one')))).toBe(false);
    await button(/^Export 2 posts/).click();
    await page.getByText('The blog is up to date').waitFor();
    expect(await page.getByText(/Commit [0-9a-f]{40}/).innerText()).toContain(
      git('rev-parse', 'HEAD'),
    );
    expect(git('show', '--name-only', '--format=').split('\n').sort()).toEqual(
      [fileOf('one'), fileOf('three')].sort(),
    );
    expect(await violations(page.getByRole('main'))).toEqual([]);
  });

  it('exports what is chosen in the status, and marks the changed words of a line', async () => {
    const { results } = await panel.api<{ results: { documentId: string }[] }>(
      `${POSTS}?locale=ko&filters[slug][$eq]=one`,
    );
    await edit(results[0]?.documentId ?? '', { body: '하나의 새 줄입니다.\n\n둘째 줄입니다.' });
    await go('status');
    await page.getByRole('checkbox', { name: 'Choose 하나' }).click();
    await button(/^Export 1 version/).click();
    await button(/^Export 1 post/).waitFor();
    await button(`Open ${fileOf('one')}`).click();
    await page.locator('ins').first().waitFor();
    expect(await page.locator('del').allInnerTexts()).toEqual(['첫']);
    expect(await page.locator('ins').allInnerTexts()).toEqual(['새']);
    await picture('jekyll-diff.jpg');
    await button(/^Export 1 post/).click();
    await page.getByText('The blog is up to date').waitFor();
    expect(git('show', '--name-only', '--format=')).toBe(fileOf('one'));
  });

  it('goes on when the page is left, is found again, and stops when it is cancelled', async () => {
    await publish('four', '넷');
    // Another machine writes the blog: the run waits, as long as it takes.
    setLease(panel, { owner: 'another', expires: Date.now() + 120_000 });
    await go('export');
    await button('Plan another export').click();
    await button(/^Export 2 posts/).click();
    await page.getByText('Waiting for "export" (process 7 on elsewhere').waitFor();
    await picture('jekyll-running.jpg');
    await go('history');
    await go('export');
    await page.getByText('Exporting to the blog').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await button('Cancel').click();
    await page.getByText('The export was cancelled').waitFor();
    setLease(panel, { owner: null, expires: 0 });
    expect(git('status', '--porcelain')).toBe('');
    expect(existsSync(path.join(blog, fileOf('four')))).toBe(false);
    await go('history');
    await page.getByText('Interrupted').first().waitFor();
  });

  it('keeps every run with its files and changes', async () => {
    await go('history');
    const run = page.getByRole('row').filter({ hasText: 'Changed 1' });
    await run.getByRole('link').click();
    await button(`Open ${fileOf('one')}`).click();
    await page.locator('ins').first().waitFor();
    expect(await page.getByText(git('rev-parse', 'HEAD')).isVisible()).toBe(true);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('jekyll-run.jpg');
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('jekyll-history.jpg');
  });

  it('names dead links, and leads to where they stand', async () => {
    const four = await publish('four', '넷');
    await edit(four, { title: '넷', slug: 'four', date: DATE, body: `[여기](${GONE})입니다.` });
    await go('links');
    await page.getByText('External links were not looked at yet.').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await button('Look now').click();
    await page.getByText('1 link was asked.').waitFor();
    await page.getByText('1 external link of the posts looked at').waitFor();
    deadLink(GONE);
    await page.reload();
    await page.getByText('1 link was asked.').waitFor();
    await page.getByRole('link', { name: GONE }).waitFor();
    const href = await page.getByRole('link', { name: '넷' }).getAttribute('href');
    expect(href).toContain('api::post.post');
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('jekyll-links.jpg');
  });

  it('speaks Korean, also in the dark', async () => {
    const korean = await open('ko', { theme: 'dark' });
    for (const tab of ['status', 'export', 'history', 'links']) {
      await go(tab, korean);
      await korean.getByRole('tabpanel').locator('h2, tbody tr').first().waitFor();
      expect(await englishWords(korean)).toEqual([]);
      expect(await violations(korean.getByRole('main'))).toEqual([]);
      await picture(`jekyll-${tab}.ko.jpg`, korean);
    }
    await korean.context().close();
  });

  it('is nothing to whoever has no right, and shows others just their tabs', async () => {
    const nobody = await open('en', { login: await panel.addPerson('nobody', []) });
    await nobody.goto(`${panel.url}/admin`);
    await nobody.getByRole('navigation').first().waitFor();
    expect(await nobody.getByRole('link', { name: 'Jekyll' }).count()).toBe(0);
    await go('status', nobody);
    await nobody
      .getByText(/permission/i)
      .first()
      .waitFor();
    expect(await nobody.getByRole('tab').count()).toBe(0);
    await nobody.context().close();

    const login = await panel.addPerson('exporter', [
      { action: 'plugin::jekyll.export', subject: null },
    ]);
    const exporter = await open('en', { login });
    await go('', exporter);
    await exporter.getByRole('tab').first().waitFor();
    expect(await exporter.getByRole('tab').allTextContents()).toEqual(['Export']);
    await exporter.context().close();
  });

  it('complains of nothing', () => {
    expect(errors).toEqual([]);
  });
});
