/// <reference lib="dom" />
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { appDir } from '../helpers/environment';
import { violations } from './axe';
import { startPanel, type Panel } from './panel';

const COLLECTION = '/content-manager/collection-types';
const POSTS = `${COLLECTION}/api::post.post`;
const ITEMS = `${COLLECTION}/api::trend-item.trend-item`;
const REFERENCES = `${COLLECTION}/api::reference.reference`;
const IMAGES = path.join(appDir, 'docs', 'images');
const KOREAN_FILE = '_posts/2025-05-01-trends.md';
const ENGLISH_FILE = '_posts/2025-05-01-trends-en.md';

let panel: Panel;
let page: Page;
let dir: string;
let post: string;
let robots: string;
const errors: string[] = [];
jest.setTimeout(300_000);

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-translation-e2e-'));
  await cp(path.join(appDir, 'examples', 'blog'), dir, { recursive: true });
  await rm(path.join(dir, '_posts'), { recursive: true });
  process.env['JEKYLL_BLOG_DIR'] = dir;
  process.env['JEKYLL_AUTO_EXPORT'] = 'on-publish';
  panel = await startPanel();
  await survey();
  page = await openPanel('en');
});
afterAll(async () => {
  delete process.env['JEKYLL_BLOG_DIR'];
  delete process.env['JEKYLL_AUTO_EXPORT'];
  await panel?.close();
  await rm(dir, { recursive: true, force: true });
});

async function openPanel(language: 'en' | 'ko', theme: 'light' | 'dark' = 'light'): Promise<Page> {
  const opened = await panel.open({ language, theme });
  opened.on('pageerror', (error) => errors.push(String(error)));
  opened.on('console', (message) => {
    // The panel itself asks for pictures of other hosts, and lacks Korean texts of its own.
    const { url } = message.location();
    const ours = url.includes('/jekyll/') || message.text().includes('"jekyll.');
    if (message.type() === 'error' && ours) errors.push(`${message.text()} ${url}`);
  });
  return opened;
}
const create = async (type: string, body: object): Promise<string> => {
  const answer = await panel.api<{ data: { documentId: string } }>(`${type}?locale=ko`, {
    method: 'POST',
    body,
  });
  return answer.data.documentId;
};
const change = (type: string, id: string, locale: string, body: object) =>
  panel.api(`${type}/${id}?locale=${locale}`, { method: 'PUT', body });
const publish = (type: string, id: string, locale: string) =>
  panel.api(`${type}/${id}/actions/publish?locale=${locale}`, { method: 'POST', body: {} });

/** A published Korean survey of two items, one of which cites a source. */
async function survey(): Promise<void> {
  const source = await create(REFERENCES, {
    title: '로봇 신문',
    url: 'https://example.com/robots',
    kind: 'article',
  });
  robots = await create(ITEMS, {
    title: '작은 로봇이 영상으로 배운다',
    body: '- 사람이 찍은 영상만 보고 집안일을 익힌다.\n- 연구진은 모델과 자료를 공개했다.',
    citations: [{ reference: { connect: [{ documentId: source, locale: 'ko' }] } }],
  });
  const tables = await create(ITEMS, {
    title: '표를 읽는 시험',
    body: '- 표 1만 개로 모델을 잰다.',
  });
  post = await create(POSTS, {
    title: '5월의 기술 동향',
    slug: 'trends',
    date: '2025-05-01T00:00:00.000Z',
    description: '로봇과 시험을 모았습니다.',
    categories: ['Trends'],
    tags: ['ai', 'robots'],
    closing: '## References',
    sections: [
      {
        heading: '새 소식',
        prefix: 'iss',
        items: {
          connect: [robots, tables].map((documentId) => ({ documentId, locale: 'ko' })),
        },
      },
    ],
  });
  await publish(POSTS, post, 'ko');
}

const openPost = async (locale: string): Promise<void> => {
  await page.goto(`${panel.url}/admin${POSTS}/${post}?plugins[i18n][locale]=${locale}`);
  await page.locator('input[name=title]').waitFor();
};
const sidePanel = (title = 'Translation'): Locator =>
  page
    .getByRole('complementary')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const dialog = (): Locator => page.getByRole('dialog');
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
/** The input of one text in the view. */
const input = (part: string, field: string): Locator =>
  dialog()
    .getByRole('region', { name: `${part}: ${field}`, exact: true })
    .getByRole('textbox');
const inBlog = async (file: string, holding = ''): Promise<string> => {
  for (let left = 300; left > 0; left -= 1) {
    const text = await readFile(path.join(dir, file), 'utf8').catch(() => null);
    if (text?.includes(holding)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${file} did not come to hold "${holding}"`);
};

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string, of: Locator): Promise<void> {
  const image = await of.screenshot({ type: 'jpeg', quality: 80 });
  expect(image.byteLength).toBeLessThan(250_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env.UPDATE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

describe('the English version of a Korean survey', () => {
  it('is made with its items and references by one button', async () => {
    await openPost('ko');
    await button('Create the English version').click();
    await page.getByText('Made the English version: 2 new items, 1 new reference.').waitFor();
    await page.waitForURL(/locale(?:\]|%5D)=en/);
    await sidePanel().getByText('English, translated from Korean').waitFor();
    expect(await page.locator('input[name=title]').inputValue()).toBe('5월의 기술 동향');
    await sidePanel()
      .getByText(/untouched/)
      .waitFor();
    expect(await violations(sidePanel())).toEqual([]);
    await picture('translation-panel.jpg', sidePanel());
  });

  it('may be published untranslated, which is said by name first', async () => {
    await button('Publish').click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Not all of it is translated').waitFor();
    const names = question.getByRole('list', { name: 'With texts to translate:' });
    expect(await names.getByRole('listitem').allInnerTexts()).toEqual([
      '5월의 기술 동향',
      '작은 로봇이 영상으로 배운다',
      '표를 읽는 시험',
    ]);
    await picture('translation-publish.jpg', question);
    await question.getByRole('button', { name: 'Cancel' }).click();
  });

  it('is translated beside the original, text by text', async () => {
    await button('Translate side by side').click();
    await dialog().getByRole('heading', { name: 'Korean → English' }).waitFor();
    await input('5월의 기술 동향', 'Title').fill('Technology trends of May');
    await input('5월의 기술 동향', 'Description').fill('Robots and a benchmark.');
    await input('새 소식', 'Heading').fill('News');
    await input('작은 로봇이 영상으로 배운다', 'Title').fill('Small robots learn from video');
    await input('작은 로봇이 영상으로 배운다', 'Body').fill(
      '- They learn housework from videos alone.\n- Model and data are open.',
    );
    await button('Save 5 texts').click();
    await page.getByText('Saved the translation as drafts.').waitFor();
    await button('Only what is to be done').click();
    await input('Small robots learn from video', 'Title').waitFor({ state: 'detached' });
    expect(await violations(dialog())).toEqual([]);
    await input('표를 읽는 시험', 'Title').fill('A benchmark for tables');
    await input('표를 읽는 시험', 'Body').fill('- Ten thousand tables measure models.');
    await page.keyboard.press('Control+s');
    await dialog().getByRole('region', { name: '로봇 신문: Title' }).waitFor();
    await button('Mark as up to date: 로봇 신문: Title').click();
    await dialog().getByText('Everything is translated and up to date.').waitFor();
    await button('Only what is to be done').click();
    await dialog().getByRole('heading', { name: 'Post: Technology trends of May' }).waitFor();
    await picture('translation-view.jpg', dialog());
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(
      await button('Translate side by side').evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });

  it('goes to the blog beside the Korean post', async () => {
    expect(await page.locator('input[name=title]').inputValue()).toBe('Technology trends of May');
    await button('Publish').click();
    const question = page.getByRole('alertdialog');
    await question.getByText('Publish the post?').waitFor();
    expect(await question.getByText('Not all of it is translated').count()).toBe(0);
    await question.getByRole('button', { name: 'Publish', exact: true }).click();
    const english = await inBlog(ENGLISH_FILE, 'Small robots learn from video');
    expect(english).toContain('title: "Technology trends of May"');
    expect(english).toContain('## News');
    expect(english).toContain('https://example.com/robots');
    const korean = await inBlog(KOREAN_FILE);
    expect(korean).toContain('5월의 기술 동향');
    expect(korean).toContain('작은 로봇이 영상으로 배운다');
  });

  it('is behind when the original changes, and shows what changed', async () => {
    await change(ITEMS, robots, 'ko', {
      body: '- 사람이 찍은 짧은 영상만 보고 집안일을 익힌다.\n- 연구진은 모델을 공개했다.',
    });
    await change(POSTS, post, 'ko', { authors: ['haneul'] });
    await openPost('ko');
    await sidePanel().getByText('English, translated from Korean').waitFor();
    await sidePanel().getByText('1 behind the original').waitFor();
    await openPost('en');
    await sidePanel().getByText('1 behind the original').waitFor();
    const common = sidePanel().getByRole('list', { name: 'Common fields that differ' });
    await common.getByText('Korean: haneul').waitFor();
    await button('Take the Korean value: Authors').click();
    await common.waitFor({ state: 'detached' });
    expect(await panel.api(`${POSTS}/${post}?locale=en`)).toMatchObject({
      data: { authors: ['haneul'] },
    });

    await button('Translate side by side').click();
    await button('Only what is to be done').click();
    const changed = dialog().getByRole('group', { name: 'Changed in the original' });
    await changed.waitFor();
    expect(await changed.locator('ins').allInnerTexts()).toEqual(['짧은 ', '모델을']);
    expect(await changed.locator('del').allInnerTexts()).toEqual(['모델과', '자료를 ']);
    expect(await violations(dialog())).toEqual([]);
    await picture('translation-behind.jpg', dialog());
  });
});

describe('a locale without a version', () => {
  it('is offered the whole tree beside Strapi’s own button, which fills in no items', async () => {
    const title = '아직 한국어뿐인 글';
    const connect = [{ documentId: robots, locale: 'ko' }];
    const id = await create(POSTS, { title, sections: [{ heading: '하나', items: { connect } }] });
    await page.goto(`${panel.url}/admin${POSTS}/${id}?plugins[i18n][locale]=en`);
    await button('Create the English version').click();
    await page.getByText('Made the English version: 0 new items, 0 new references.').waitFor();
    await sidePanel().getByText('English, translated from Korean').waitFor();
    expect(await page.locator('input[name=title]').inputValue()).toBe(title);
    const { data } = await panel.api<{ data: { sections: { items: { count: number } }[] } }>(
      `${POSTS}/${id}?locale=en`,
    );
    expect(data.sections.map(({ items }) => items.count)).toEqual([1]);

    const fresh = await create(ITEMS, { title: '새로 넣은 항목' });
    const items = [robots, fresh].map((documentId) => ({ documentId, locale: 'ko' }));
    await change(POSTS, id, 'ko', {
      sections: [{ heading: '하나', items: { connect: items } }],
    });
    await page.reload();
    const missing = sidePanel().getByRole('list', { name: 'Missing items' });
    await missing.getByRole('link', { name: /^새로 넣은 항목/ }).waitFor();
    expect(await violations(sidePanel())).toEqual([]);
    await button('Add what is missing').click();
    await page.getByText('Added what was missing.').waitFor();
    await missing.waitFor({ state: 'detached' });
  });
});

describe('in Korean', () => {
  it('speaks Korean, in the dark too', async () => {
    page = await openPanel('ko', 'dark');
    await openPost('en');
    await sidePanel('번역').getByText('1개 원문보다 뒤처짐').waitFor();
    expect(await violations(sidePanel('번역'))).toEqual([]);
    await button('나란히 놓고 번역하기').click();
    await button('할 일만 보기').click();
    await dialog().getByText('원문에서 바뀐 내용').waitFor();
    await input('Small robots learn from video', '본문').waitFor();
    expect(await violations(dialog())).toEqual([]);
    await picture('translation-behind-ko-dark.jpg', dialog());
    // All that is not content of the post.
    const own = await dialog().evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      copy.querySelectorAll('style, textarea, [lang]').forEach((content) => content.remove());
      return copy.innerText.replaceAll('Small robots learn from video', '');
    });
    expect(own.match(/[A-Za-z]{2,}/g)).toBeNull();
    await input('Small robots learn from video', '본문').fill(
      '- They learn housework from short videos alone.\n- The model is open.',
    );
    await button('1개 저장').click();
    await dialog().getByText('모두 번역되어 있고 최신입니다.').waitFor();
    await page.keyboard.press('Escape');
    await sidePanel('번역').getByText('원문보다 뒤처짐').waitFor({ state: 'detached' });
  });

  it('asks before it closes over what was not saved', async () => {
    await button('나란히 놓고 번역하기').click();
    await input('Technology trends of May', '제목').fill('Something else');
    const asked: string[] = [];
    page.once('dialog', (question) => {
      asked.push(question.message());
      void question.dismiss();
    });
    await page.keyboard.press('Escape');
    await dialog().waitFor();
    expect(asked).toEqual([expect.stringContaining('저장하지 않고 닫을까요?')]);
    expect(await input('Technology trends of May', '제목').inputValue()).toBe('Something else');
    page.once('dialog', (question) => void question.accept());
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });
});

it('logs no error on the way', () => {
  expect(errors).toEqual([]);
});
