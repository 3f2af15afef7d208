/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { makeZip } from '../../src/plugins/jekyll/import/archive/testing/zip';
import { appDir } from '../helpers/environment';
import { violations } from './axe';
import { englishIn } from './page-checks';
import { startPanel, type Panel } from './panel';

const POSTS = '/content-manager/collection-types/api::post.post';
const IMAGES = path.join(appDir, 'docs', 'images');
const NOTE = '_posts/2025-03-02-note.md';
const noteText = (title: string, last = '셋째 단락입니다.') =>
  `---\ntitle: "${title}"\ncategories: [AI]\ntags: [llm, robots]\n---\n\n첫 단락입니다.\n\n둘째 단락입니다.\n\n${last}\n`;
const SURVEY = `---
title: "이번 주 동향"
date: 2025-03-09 09:00:00 +0900
---

## 🗞️ 소식

### 표를 읽는 모델 [^news-1]
- 머리글이 없는 표도 읽습니다

----------------

## References

[^news-1]: [Tables](https://example.org/tables)
`;

let panel: Panel;
let page: Page;
let dir: string;
let blog: string;
const errors: string[] = [];
const VIEW = { width: 1280, height: 900 };
jest.setTimeout(240_000);

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', blog, ...args], { encoding: 'utf8' }).trim();
const hand = ['-c', 'user.name=Hand', '-c', 'user.email=hand@example.com'];
/** Somebody edits the blog's file by hand, and commits. */
function handEdit(text: string): void {
  writeFileSync(path.join(blog, NOTE), text);
  git(...hand, 'commit', '-qam', 'by hand');
}
const fileText = () => readFileSync(path.join(blog, NOTE), 'utf8');

beforeAll(async () => {
  // Below the application: the pages show the folder as the configuration spells it.
  dir = await mkdtemp(path.join(appDir, '.tmp', 'both-sides-'));
  blog = path.join(dir, 'blog');
  mkdirSync(path.join(blog, '_posts'), { recursive: true });
  writeFileSync(path.join(blog, '_config.yml'), 'lang: ko\ntimezone: Asia/Seoul\n');
  writeFileSync(path.join(blog, NOTE), noteText('처음 제목'));
  execFileSync('git', ['init', '-q', '-b', 'main', blog]);
  git('add', '-A');
  git(...hand, 'commit', '-qm', 'the blog');
  Object.assign(process.env, { JEKYLL_BLOG_DIR: path.relative(appDir, blog), JEKYLL_GIT: 'true' });
  panel = await startPanel();
  page = await openPanel('en');
});
afterAll(async () => {
  await panel?.close();
  delete process.env['JEKYLL_BLOG_DIR'];
  delete process.env['JEKYLL_GIT'];
  await rm(dir, { recursive: true, force: true });
});
afterEach(() => expect(errors.splice(0)).toEqual([]));

async function openPanel(language: 'en' | 'ko', theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await panel.open({ language, theme });
  await opened.setViewportSize(VIEW);
  opened.on('console', (message) => {
    const { url } = message.location();
    // A refusal is an answer: the browser notes it beside what the page says.
    const isRefusal = /status of 40[0-9]/.test(message.text());
    if (message.type() === 'error' && url.includes('/jekyll') && !isRefusal) {
      errors.push(`${message.text()} ${url}`);
    }
  });
  opened.on('pageerror', (error) => errors.push(String(error)));
  return opened;
}

const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
const open = (tab: string) => page.goto(`${panel.url}/admin/plugins/jekyll/${tab}`);
const confirm = (name: string) =>
  page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string, height = 900): Promise<void> {
  await page.mouse.move(0, 0);
  // The page scrolls within the panel: what lies below would be cut off.
  await page.setViewportSize({ width: 1280, height: height + 60 });
  const image = await page.getByRole('main').screenshot();
  await page.setViewportSize(VIEW);
  expect(image.byteLength).toBeLessThan(200_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env['UPDATE_IMAGES']) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

/** The post as published; the draft follows. */
async function publish(title: string): Promise<void> {
  const { results } = await panel.api<{ results: { documentId: string }[] }>(
    `${POSTS}?locale=ko&filters[slug][$eq]=note`,
  );
  await panel.api(`${POSTS}/${results[0]?.documentId}/actions/publish?locale=ko`, {
    method: 'POST',
    body: { title },
  });
}

describe('a conflict made by a hand edit in the blog', () => {
  it('needs posts: the configured checkout is imported', async () => {
    await open('import');
    await page.getByText(`The configured blog: ${path.relative(appDir, blog)}`).waitFor();
    await button('Plan the import').click();
    await page.getByRole('heading', { name: 'What the import would do' }).waitFor();
    await page.getByRole('list', { name: 'Files of the blog' }).getByText(NOTE).waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await button('Import 1 post').click();
    await page.getByText('1 post, 0 items and 0 images taken.').waitFor();
    await open('conflicts');
    await page.getByText('No conflicts: blog and CMS can be brought together.').waitFor();
  });

  it('is shown with both sides and the common text', async () => {
    await publish('CMS의 제목');
    handEdit(noteText('블로그의 제목', '새 단락입니다.'));
    await open('conflicts');
    await page.getByRole('link', { name: 'CMS의 제목' }).click();
    const table = page.getByRole('table');
    await table.getByText('title: "블로그의 제목"').waitFor();
    await table.getByText('title: "처음 제목"').waitFor();
    await table.getByText('title: "CMS의 제목"').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('conflict.png');
  });

  it('is not settled once the blog says something else', async () => {
    handEdit(noteText('더 늦은 제목', '새 단락입니다.'));
    await button('Take the blog’s text').click();
    await confirm('Confirm');
    await page.getByText('One side was changed meanwhile.').waitFor();
    await page.getByRole('table').getByText('title: "더 늦은 제목"').waitFor();
    expect(fileText()).toBe(noteText('더 늦은 제목', '새 단락입니다.'));
  });

  it('is settled with a text made of both, without a marker, in a commit', async () => {
    await button('Make one text of both').click();
    const editor = page.getByRole('textbox', { name: 'The text of both' });
    expect(await editor.inputValue()).toContain('<<<<<<< CMS');
    await page.getByText('4 markers are left, the first in line 2.').waitFor();
    expect(await button('Use this text').isDisabled()).toBe(true);
    await picture('conflict-merge.png', 1050);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await editor.fill(noteText('둘의 제목', '새 단락입니다.'));
    await button('Use this text').click();
    await page.getByText(`Settled: ${NOTE}`).waitFor();
    await page.getByText('No conflicts: blog and CMS can be brought together.').waitFor();
    expect(fileText()).toBe(noteText('둘의 제목', '새 단락입니다.'));
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '-1', '--format=%an')).toBe('Mina');
  });

  it('is settled in Korean with the text of the CMS', async () => {
    page = await openPanel('ko', 'dark');
    await publish('CMS의 새 제목');
    handEdit(noteText('블로그의 새 제목', '새 단락입니다.'));
    await open('conflicts');
    await page.getByRole('link', { name: 'CMS의 새 제목' }).waitFor();
    expect(await englishIn(page)).toEqual([]);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await page.getByRole('link', { name: 'CMS의 새 제목' }).click();
    await page.getByRole('table').getByText('title: "블로그의 새 제목"').waitFor();
    expect(await englishIn(page)).toEqual([]);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('conflict.ko.png');
    await button('CMS의 글 쓰기').click();
    await confirm('확인');
    await page.getByText(`해결했습니다: ${NOTE}`).waitFor();
    expect(fileText()).toBe(noteText('CMS의 새 제목', '새 단락입니다.'));
    expect(git('log', '-1', '--format=%an')).toBe('Mina');
  });
});

describe('an import of a zip with bad files', () => {
  const zip = async (name: string, entries: Parameters<typeof makeZip>[0]): Promise<string> => {
    const file = path.join(dir, name);
    await writeFile(file, makeZip(entries));
    return file;
  };
  /** What an import did before is shown until somebody is done with it. */
  const openForm = async (again: string): Promise<void> => {
    await open('import');
    const form = page.getByRole('radio').first();
    await form.or(button(again)).first().waitFor();
    if (await button(again).isVisible()) await button(again).click();
    await form.waitFor();
  };
  const choose = async (file: string): Promise<void> => {
    await page.getByRole('radio', { name: '블로그를 압축한 zip 파일' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText(path.basename(file), { exact: false }).waitFor();
  };
  const badFiles = [
    { name: 'blog-main/_config.yml', content: 'lang: ko\n' },
    { name: `blog-main/${NOTE}`, content: noteText('보관본의 제목') },
    { name: 'blog-main/_posts/2025-03-09-trends.md', content: SURVEY },
    { name: 'blog-main/_posts/2025-03-10-broken.md', content: '---\ntitle: "열림\n---\n' },
    { name: 'blog-main/_posts/no-date.md', content: '날짜 없음' },
    { name: 'blog-main/_posts/2025-03-11-link.md', content: '/etc/passwd', mode: 0o120777 },
  ];

  it('refuses an archive that would write elsewhere, and says which entry', async () => {
    page = await openPanel('ko');
    await openForm('다른 것 가져오기');
    await choose(
      await zip('hostile.zip', [...badFiles, { name: '../../etc/cron.d/evil', content: 'x' }]),
    );
    await button('가져오기 계획 세우기').click();
    await page.getByText('계획을 세우지 못했습니다').waitFor();
    await page.getByText('../../etc/cron.d/evil').waitFor();
    expect(await englishIn(page)).toEqual([]);
  });

  it('is planned file by file', async () => {
    await choose(await zip('my-blog.zip', badFiles));
    await button('가져오기 계획 세우기').click();
    await page.getByRole('heading', { name: '가져오면 이렇게 됩니다' }).waitFor();
    const files = page.getByRole('list', { name: '블로그의 파일' });
    expect(await files.getByRole('listitem').count()).toBe(5);
    await files.getByText('서베이: 섹션 1개, 항목 1개, 참고 자료 1개').waitFor();
    await button('_posts/2025-03-11-link.md 펼치기').click();
    await page.getByText('심볼릭 링크라 풀지 않았습니다').waitFor();
    expect(await englishIn(page)).toEqual([]);
    // What is wrong with the YAML is told in the words of its parser, which knows English only.
    await button('_posts/2025-03-10-broken.md 펼치기').click();
    await page.getByText('머리말이 올바른 YAML이 아닙니다').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('import-plan.ko.png', 1050);
  });

  it('takes what is sound, and leaves what the CMS has', async () => {
    await button('글 1개 가져오기').click();
    await page.getByText('가져왔지만 살펴볼 파일이 있습니다').waitFor();
    await page.getByText('글 1개, 항목 1개, 이미지 0개를 가져왔습니다.').waitFor();
    expect(await englishIn(page)).toEqual([]);
    await open('import');
    // Coming back shows it.
    await page.getByText('가져왔지만 살펴볼 파일이 있습니다').waitFor();
    await button('다른 것 가져오기').click();
    await page.getByRole('radio', { name: '블로그를 압축한 zip 파일' }).waitFor();
    const { results } = await panel.api<{ results: { title: string }[] }>(
      `${POSTS}?locale=ko&sort=title:asc`,
    );
    expect(results.map(({ title }) => title)).toEqual(['CMS의 새 제목', '이번 주 동향']);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is shown in English too', async () => {
    page = await openPanel('en');
    await openForm('Import something else');
    await page.getByRole('radio', { name: 'A zip of a blog' }).click();
    await page.locator('input[type=file]').setInputFiles(path.join(dir, 'my-blog.zip'));
    await page.getByText('my-blog.zip').waitFor();
    await picture('import.png');
    await button('Plan the import').click();
    await page.getByText('There is nothing to take: everything is in the CMS already.').waitFor();
    await picture('import-plan.png');
    expect(await violations(page.getByRole('main'))).toEqual([]);
    expect(await button(/^Import \d/).isDisabled()).toBe(true);
  });
});

describe('the settings', () => {
  const settings = () => page.goto(`${panel.url}/admin/settings/jekyll`);

  it('show what the configuration decides, and change the form of new posts', async () => {
    await settings();
    const example = page.getByRole('region', { name: 'A new post would look like this' });
    await example.getByText('media_subpath').waitFor();
    await page.getByText(path.relative(appDir, blog), { exact: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Folder of the blog' }).count()).toBe(0);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await page.getByRole('combobox', { name: 'Lines between sections' }).click();
    await page.getByRole('option', { name: 'short (---)' }).click();
    await example.getByText(/\n---\n\n## 🤖 Robots/).waitFor();
    await page.getByRole('textbox', { name: 'Width of images' }).fill('640');
    await example.getByText('![books](books.png){: width="640"}').waitFor();
    const english = page.getByRole('region', { name: 'In “en”' });
    await english.getByText('lang: en').waitFor();
    const strategy = page.getByRole('combobox', { name: 'Versions of a new post' });
    const choose = async (name: string) => {
      await strategy.click();
      await page.getByRole('option', { name }).click();
    };
    await choose('Polyglot: one address for all languages');
    await english.getByText('page_id: 2025-01-12-trends-of-the-week').waitFor();
    await page.getByText("the blog's _config.yml does not use jekyll-polyglot").first().waitFor();
    await choose('a folder for each language');
    const name = '_posts/en/2025-01-12-trends-of-the-week.md';
    await page.getByText(name, { exact: true }).waitFor();
    await english.getByText('permalink: /en/').waitFor();
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await picture('settings.png', 2450);
    await button('Save').click();
    await page.getByText('Settings saved').waitFor();
    await page.getByText('Configuration: long (----------------)').waitFor();
    await page.getByText('Configuration: an ending in the file name').waitFor();
  });

  it('are there again in Korean', async () => {
    page = await openPanel('ko');
    await settings();
    await page.getByText('구성 파일: 길게(----------------)').waitFor();
    expect(await englishIn(page)).toEqual([]);
    expect(await violations(page.getByRole('main'))).toEqual([]);
    await page.getByRole('textbox', { name: '새 글의 시간대' }).fill('Mars/Olympus');
    await page.getByText('Asia/Seoul 같은 시간대를 적으세요').waitFor();
    expect(await button('저장').isDisabled()).toBe(true);
    await picture('settings.ko.png', 2450);
  });
});
