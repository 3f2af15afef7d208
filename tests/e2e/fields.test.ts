/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { startPanel, type Panel } from './panel';

const POSTS = '/content-manager/collection-types/api::post.post';

let panel: Panel;
let page: Page;
jest.setTimeout(180_000);
beforeAll(async () => {
  panel = await startPanel();
  await panel.api(`${POSTS}?locale=ko`, {
    method: 'POST',
    body: { title: '먼저 쓴 글', tags: ['llm', '데이터'] },
  });
  page = await panel.open();
});
afterAll(async () => {
  await panel?.close();
});

const box = (label: string): Locator => page.getByRole('combobox', { name: label });
const chips = (label: string): Promise<string[]> =>
  page
    .getByRole('list', { name: `Words of ${label}` })
    .locator('li')
    .allInnerTexts();
const newPost = async (): Promise<void> => {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  await page.goto(`${panel.url}/admin${POSTS}/create?plugins[i18n][locale]=ko`);
  await box('Tags').waitFor();
};

describe('a field of words', () => {
  beforeEach(newPost);

  it('adds with Enter and commas, takes a pasted list, and refuses duplicates with a hint', async () => {
    await box('Tags').pressSequentially('one');
    await box('Tags').press('Enter');
    await box('Tags').pressSequentially('two,');
    await box('Tags').evaluate((input) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'three, one, 넷');
      input.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    expect(await chips('Tags')).toEqual(['one', 'two', 'three', '넷']);
    expect(await page.getByText('Already there: one').first().isVisible()).toBe(true);
    expect(await box('Tags').inputValue()).toBe('');
  });

  it('removes the last word with Backspace and moves one with Alt and an arrow', async () => {
    await box('Categories').fill('a,b,c,d,');
    await box('Categories').press('Backspace');
    expect(await chips('Categories')).toEqual(['a', 'b', 'c']);
    await box('Categories').press('ArrowLeft');
    const last = page.getByRole('button', { name: 'Remove c' });
    await last.press('Alt+ArrowLeft');
    await page.waitForTimeout(100);
    expect(await chips('Categories')).toEqual(['a', 'c', 'b']);
    expect(await last.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('moves a word that is dragged onto another', async () => {
    await box('Categories').fill('a,b,c,');
    const place = (word: string) =>
      page.getByRole('list', { name: 'Words of Categories' }).locator('li', { hasText: word });
    await place('a').dragTo(place('c'));
    expect(await chips('Categories')).toEqual(['b', 'c', 'a']);
  });

  it('leaves Enter to the input method while a syllable is composed', async () => {
    await box('Tags').focus();
    const devtools = await page.context().newCDPSession(page);
    const composed = { text: '한', selectionStart: 1, selectionEnd: 1 };
    await devtools.send('Input.imeSetComposition', composed);
    await box('Tags').evaluate((input) => {
      const enter = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
      input.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    expect(await page.getByRole('list', { name: 'Words of Tags' }).count()).toBe(0);
    await devtools.send('Input.insertText', { text: '한' });
    await box('Tags').press('Enter');
    expect(await chips('Tags')).toEqual(['한']);
  });

  it('suggests what other posts use, and takes one with the keyboard', async () => {
    await box('Tags').pressSequentially('데');
    const option = page.getByRole('option', { name: '데이터' });
    await option.waitFor();
    await box('Tags').press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    await box('Tags').press('Enter');
    expect(await chips('Tags')).toEqual(['데이터']);
    await box('Tags').fill('데이');
    await page.waitForTimeout(600);
    expect(await page.getByRole('option').count()).toBe(0);
  });

  it('saves the words in their order', async () => {
    await page.fill('input[name=title]', '저장할 글');
    await box('Tags').fill('z,a,m,');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL((at) => !at.pathname.endsWith('/create'));
    const { results } = await panel.api<{ results: { tags: unknown; slug: string }[] }>(
      `${POSTS}?locale=ko&filters[title][$eq]=${encodeURIComponent('저장할 글')}`,
    );
    expect(results).toMatchObject([{ tags: ['z', 'a', 'm'], slug: 'jeojanghal-geul' }]);
  });
});

describe('a field of slugs', () => {
  beforeEach(newPost);
  const slug = () => page.locator('input[name=slug]').inputValue();

  it('follows the title of a new post until somebody types another, and suggests on request', async () => {
    await page.fill('input[name=title]', '한국어 AI 동향');
    await page.waitForTimeout(300);
    expect(await slug()).toBe('hangugeo-ai-donghyang');
    await page.fill('input[name=slug]', 'my-own');
    await page.fill('input[name=title]', '다른 제목');
    await page.waitForTimeout(300);
    expect(await slug()).toBe('my-own');
    await page.getByRole('button', { name: 'Suggest' }).click();
    expect(await slug()).toBe('dareun-jemog');
  });
});

describe('the edit view in Korean', () => {
  it('has Korean labels, help texts and names of types', async () => {
    page = await panel.open({ language: 'ko', theme: 'dark' });
    await page.goto(`${panel.url}/admin${POSTS}/create?plugins[i18n][locale]=ko`);
    await box('태그').waitFor();
    for (const text of ['그 밖의 머리말 (YAML)', '큰 분류에서 작은 분류', '동향 항목']) {
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    }
  });
});
