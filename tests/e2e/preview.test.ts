/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { parse } from 'yaml';
import { appDir } from '../helpers/environment';
import { buildSite } from '../integration/jekyll/site';
import { violations } from './axe';
import { startPanel, type Panel } from './panel';

const POSTS = '/content-manager/collection-types/api::post.post';
const IMAGES = path.join(appDir, 'docs', 'images');
const BLOG = path.join(appDir, 'examples', 'blog');
const SURVEY = '2025-12-28-ai-software-trend-2025-1.md';
/** What a post may hold that must never run, and what only our script draws. */
const EXTRA = `

$$
\\int_0^1 x^2 \\, dx = \\frac{1}{3}
$$

\`\`\`mermaid
flowchart LR
  A[초안] --> B[발행]
\`\`\`

<script>window.evil = 'script';</script>
<img src="/assets/img/none.png" onerror="window.evil = 'onerror'" alt="none">
<svg onload="window.evil = 'onload'"></svg>
`;

let panel: Panel;
let page: Page;
let dir: string;
let post: string;
const errors: string[] = [];
jest.setTimeout(300_000);

beforeAll(async () => {
  dir = await mkdtemp(path.join(os.tmpdir(), 'jekyll-preview-e2e-'));
  await cp(BLOG, path.join(dir, 'blog'), { recursive: true });
  await rm(path.join(dir, 'blog', '_posts'), { recursive: true });
  process.env['JEKYLL_BLOG_DIR'] = path.join(dir, 'blog');
  process.env['JEKYLL_COMMAND'] = 'jekyll';
  panel = await startPanel();
  const text = readFileSync(
    process.env['PREVIEW_SAMPLE'] ?? path.join(BLOG, '_posts', SURVEY),
    'utf8',
  );
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '').trim() + EXTRA;
  const { data } = await panel.api<{ data: { documentId: string } }>(`${POSTS}?locale=ko`, {
    method: 'POST',
    body: {
      title: '2025년 AI·소프트웨어 동향',
      slug: 'preview-survey',
      date: '2025-12-28T00:00:00.000Z',
      description: '2025년 하반기의 소식과 논문을 모았습니다.',
      categories: ['동향'],
      tags: ['ai', 'survey'],
      authors: ['haneul'],
      coverPath: '/assets/img/for_post/20251228-t.png',
      mediaBase: '/assets/img/for_post/',
      mediaBaseKey: 'img_path',
      math: true,
      mermaid: true,
      toc: true,
      body,
    },
  });
  post = data.documentId;
  page = await panel.open();
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  page.on('console', (message) => {
    const { url } = message.location();
    // The panel itself asks for pictures of other hosts.
    if (message.type() === 'error' && url.includes('/jekyll/')) {
      errors.push(`${message.text()} ${url}`);
    }
  });
  page.on('pageerror', (error) => {
    // The test's own script, which sets the panel's language, runs in every frame.
    if (!/localStorage.*sandboxed/.test(String(error))) errors.push(String(error));
  });
  await page.setViewportSize({ width: 1600, height: 1000 });
});
afterAll(async () => {
  await panel?.close();
  delete process.env['JEKYLL_BLOG_DIR'];
  delete process.env['JEKYLL_COMMAND'];
  await rm(dir, { recursive: true, force: true });
});

const frame = (): FrameLocator =>
  page.frameLocator('iframe[title="The post as it will be on the blog"]');
const inPage = <Result>(run: () => Result): Promise<Result> =>
  frame()
    .locator('body')
    .evaluate(run as () => Result);

/** Front matter of a post of the example blog, as fields of the form. */
function sampleFields(text: string): object {
  const said = parse(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;
  const { title, description, categories, tags, math, pin, author, image } = said;
  const cover = image as { path: string; alt?: string } | undefined;
  const authors = author === undefined ? undefined : [author];
  const rest = { title, description, categories, tags, math, pin, authors };
  return {
    ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    slug: SURVEY.slice('2025-12-28-'.length, -'.md'.length),
    date: '2025-12-28T00:00:00.000Z',
    coverPath: cover?.path,
    coverAlt: cover?.alt,
    ...('img_path' in said && { mediaBase: said['img_path'], mediaBaseKey: 'img_path' }),
    ...('media_subpath' in said && {
      mediaBase: said['media_subpath'],
      mediaBaseKey: 'media_subpath',
    }),
  };
}

/** Keeps a picture for the documentation where there is none yet, or when asked for. */
async function picture(name: string): Promise<void> {
  const image = await page.screenshot({ type: 'jpeg', quality: 70 });
  expect(image.byteLength).toBeLessThan(300_000);
  const file = path.join(IMAGES, name);
  if (existsSync(file) && !process.env.UPDATE_IMAGES) return;
  mkdirSync(IMAGES, { recursive: true });
  writeFileSync(file, image);
}

it('opens beside the form and shows the post as the theme does', async () => {
  await page.goto(`${panel.url}/admin${POSTS}/${post}?plugins[i18n][locale]=ko`);
  await page.getByRole('button', { name: 'Open beside the form' }).click();
  await frame().locator('h1', { hasText: '2025년 AI·소프트웨어 동향' }).waitFor();
  expect(await frame().locator('.katex').count()).toBeGreaterThan(0);
  await frame().locator('pre.mermaid svg').waitFor();
  expect(await frame().locator('.prompt-info').count()).toBeGreaterThan(0);
  expect(await frame().locator('.preview-toc a').count()).toBeGreaterThan(3);
  expect(await frame().locator('img[src*="20251228-1"]').count()).toBe(1);
  await page.waitForTimeout(500);
  await picture('preview-beside-form.jpg');
});

/** Widths of a laptop's window. */
it.each([
  [1280, 800],
  [1440, 900],
])('leaves form and page room in a window of %d px', async (width, height) => {
  await page.setViewportSize({ width, height });
  const dock = page.getByRole('complementary', { name: 'Preview', exact: true });
  const boxOf = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0 };
  const half = await boxOf(dock);
  expect(half.width).toBeGreaterThanOrEqual(600);
  const fields = page.locator('form').locator('input:visible, textarea:visible, .CodeMirror');
  expect(await fields.count()).toBeGreaterThan(8);
  for (const field of await fields.all()) {
    const { x, width: own } = await boxOf(field);
    expect(x + own).toBeLessThanOrEqual(half.x);
  }
  expect((await boxOf(page.locator('input[name=title]'))).width).toBeGreaterThanOrEqual(480);

  // To save is at hand wherever the form is scrolled to; the other panels are one button away.
  await page.locator('.CodeMirror').first().scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Publish' }).click({ trial: true });
  const outline = page.getByRole('button', { name: 'Arrange the survey' });
  expect(await outline.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Panels' }).click();
  await outline.click({ trial: true });
  expect(await violations(dock.getByRole('toolbar'))).toEqual([]);
  await page.getByRole('button', { name: 'Panels' }).press('Escape');
  expect(await outline.isVisible()).toBe(false);
  await frame().locator('h1').waitFor();

  // The line between them is moved by keys and by the mouse, and stays where it was put.
  const line = page.getByRole('separator', { name: 'Width of the preview' });
  for (let times = 0; times < 3; times += 1) await line.press('ArrowRight');
  const narrower = await boxOf(dock);
  expect(narrower.width).toBeLessThan(half.width - 50);
  await page.mouse.move(narrower.x, height / 2);
  await page.mouse.down();
  await page.mouse.move(narrower.x + 200, height / 2, { steps: 5 });
  await page.mouse.move(width, height / 2, { steps: 5 });
  await page.mouse.up();
  expect((await boxOf(dock)).width).toBeCloseTo(340, -1);
  await page.reload();
  await frame().locator('h1').waitFor();
  expect((await boxOf(dock)).width).toBeCloseTo(340, -1);
  await line.press('Enter');
  expect((await boxOf(dock)).width).toBe(half.width);
});

it('changes while somebody types, before anything is saved', async () => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  const title = page.locator('input[name=title]');
  const times: number[] = [];
  for (const text of ['새 제목', '새 제목 하나', '새 제목 하나 둘']) {
    const answer = page.waitForResponse((response) => response.url().endsWith('/preview/render'));
    await title.fill(text);
    await frame()
      .locator('h1', { hasText: new RegExp(`^${text}$`) })
      .waitFor();
    times.push((await answer).request().timing().responseEnd);
  }
  console.info(`request to answer, ms: ${times.map((time) => time.toFixed(0)).join(' ')}`);
  const { data } = await panel.api<{ data: { title: string } }>(`${POSTS}/${post}?locale=ko`);
  expect(data.title).toBe('2025년 AI·소프트웨어 동향');
  expect(await frame().locator('pre.mermaid svg').count()).toBe(1);
});

it('follows footnotes, and the form where it is scrolled', async () => {
  await inPage(() => window.scrollTo(0, 0));
  await frame().locator('a.footnote').first().click();
  await page.waitForTimeout(400);
  expect(await inPage(() => window.scrollY)).toBeGreaterThan(500);
  await page.waitForTimeout(400);
  await page
    .locator('.CodeMirror-scroll')
    .first()
    .evaluate((editor) => editor.scrollTo(0, 0));
  await page.waitForTimeout(400);
  await page
    .locator('.CodeMirror-scroll')
    .first()
    .evaluate((editor) => editor.scrollTo(0, 1500));
  await page.waitForTimeout(500);
  const there = await inPage(() => window.scrollY);
  expect(there).toBeGreaterThan(200);
  await inPage(() => window.scrollTo(0, document.body.scrollHeight * 0.7));
  await page.waitForTimeout(600);
  const top = await page
    .locator('.CodeMirror-scroll')
    .first()
    .evaluate((editor) => editor.scrollTop);
  expect(top).toBeGreaterThan(1500);
});

it('is dark and as narrow as a phone on request', async () => {
  await inPage(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Phone width' }).click();
  await frame().locator(':root[data-mode=dark]').waitFor({ state: 'attached' });
  expect(await inPage(() => window.innerWidth)).toBe(390);
  await page.waitForTimeout(300);
  await picture('preview-dark-phone.jpg');
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await page.getByRole('button', { name: 'Phone width' }).click();
});

it("runs nothing of the post's scripts, has no origin, and complains of nothing", async () => {
  expect(await inPage(() => (window as unknown as { evil?: string }).evil)).toBeUndefined();
  expect(await inPage(() => window.origin)).toBe('null');
  const reaches = await inPage(() => {
    try {
      return window.parent.document.title;
    } catch {
      return 'refused';
    }
  });
  expect(reaches).toBe('refused');
  expect(errors).toEqual([]);
});

it('shows the page of a real build', async () => {
  await page.getByRole('button', { name: 'Build with Jekyll' }).click();
  const built = page.frameLocator('iframe[title="The page that Jekyll has built"]');
  await built.locator('h1', { hasText: '새 제목 하나 둘' }).waitFor({ timeout: 120_000 });
  await page.waitForTimeout(800);
  await picture('preview-true.jpg');
  const evil = await built
    .locator('body')
    .evaluate(() => (window as unknown as { evil?: string }).evil);
  expect(evil).toBeUndefined();
  expect(errors).toEqual([]);
  await page.getByRole('button', { name: 'Instant preview' }).click();
  await page.getByRole('button', { name: 'Phone width' }).press('Escape');
  const button = page.getByRole('button', { name: 'Open beside the form' });
  await button.waitFor();
  await expect(button.evaluate((one) => one === document.activeElement)).resolves.toBe(true);
});

it("is what Strapi's own Preview shows", async () => {
  await page.goto(
    `${panel.url}/admin${POSTS}/${post}/preview?plugins[i18n][locale]=ko&status=draft`,
  );
  await page.frameLocator('iframe').locator('h1', { hasText: '2025년 AI' }).waitFor();
});

describe('beside the real page', () => {
  const PATH = '/posts/ai-software-trend-2025-1/';
  const real = `http://blog.example${PATH}`;
  let instant: string;
  let built: string;
  beforeAll(async () => {
    const whole = path.join(dir, 'whole');
    await cp(BLOG, whole, { recursive: true });
    const site = await buildSite(whole);
    await cp(path.join(whole, '_posts'), path.join(dir, 'blog', '_posts'), { recursive: true });
    await cp(`${whole}-site`, path.join(dir, 'blog', '_site'), { recursive: true });
    const text = readFileSync(path.join(BLOG, '_posts', SURVEY), 'utf8');
    const { data } = await panel.api<{ data: { documentId: string } }>(`${POSTS}?locale=ko`, {
      method: 'POST',
      body: { ...sampleFields(text), body: text.replace(/^---\n[\s\S]*?\n---\n/, '') },
    });
    const version = { documentId: data.documentId, locale: 'ko', status: 'draft' };
    const ask = <Answer>(address: string, body?: object) =>
      panel.api<{ data: Answer }>(`/jekyll/preview/${address}`, body && { method: 'POST', body });
    // What was learnt of the blog is kept for a moment.
    await new Promise((resolve) => setTimeout(resolve, 21_000));
    instant = (await ask<{ url: string }>('link', { ...version, theme: 'light' })).data.url;
    let { data: build } = await ask<{ id: string; url: string | null; state: string }>(
      'builds',
      version,
    );
    while (!build.url && build.state !== 'failed') {
      await new Promise((resolve) => setTimeout(resolve, 300));
      build = (await ask<typeof build>(`builds/${build.id}`)).data;
    }
    built = build.url ?? '';
    await page.route('http://blog.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const bytes = await site.bytes(file).catch(() => null);
      const contentType = { '.html': 'text/html', '.css': 'text/css' }[path.extname(file)];
      await route.fulfill(bytes ? { body: bytes, contentType } : { status: 404 });
    });
  });

  /** What kramdown and the layout decide: blocks, their texts, their measures. */
  const shown = async (address: string) => {
    await page.goto(address);
    await page.locator('.content').waitFor();
    // A picture that comes late has no height yet.
    await page.evaluate(() =>
      Promise.all(
        Array.from(document.images, (image) => {
          image.loading = 'eager';
          return image.decode().catch(() => undefined);
        }),
      ),
    );
    return page.evaluate(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>(
          '.post h1, .post-description, .cover img, .content *',
        ),
      )
        .filter((one) => !one.closest('.katex, svg, a.blog-link'))
        .map((one) => {
          const { font, color, display } = getComputedStyle(one);
          const text = (one.textContent ?? '').replace(/\s+/g, ' ').trim();
          const { width, height } = one.getBoundingClientRect();
          const look = [font, color, display, Math.round(width), Math.round(height)].join(' ');
          return `${one.tagName} ${one.id} ${look} ${text}`;
        }),
    );
  };

  it.each([640, 1280])('shows the same, block by block, %d px wide', async (width) => {
    await page.setViewportSize({ width, height: 1200 });
    const wanted = await shown(real);
    expect(wanted.length).toBeGreaterThan(100);
    expect(await shown(panel.url + built)).toEqual(wanted);
    expect(await shown(panel.url + instant)).toEqual(wanted);
  });

  it('is pictured in the documentation', async () => {
    await page.setViewportSize({ width: 620, height: 1300 });
    const figures: string[] = [];
    for (const [name, address] of [
      ['instant preview', panel.url + instant],
      ['true preview', panel.url + built],
      ['the page of the blog', real],
    ] as const) {
      await page.goto(address);
      await page.waitForTimeout(500);
      const image = (await page.screenshot({ type: 'png' })).toString('base64');
      figures.push(
        `<figure><figcaption>${name}</figcaption><img src="data:image/png;base64,${image}"></figure>`,
      );
    }
    await page.setViewportSize({ width: 1900, height: 1350 });
    await page.goto('about:blank');
    await page.setContent(
      `<style>body{display:flex;gap:10px;margin:10px;background:#667;font:18px sans-serif;color:#fff}figure{margin:0}figcaption{padding:0 0 8px}img{display:block;width:620px}</style>${figures.join('')}`,
    );
    await picture('preview-compare.jpg');
  });
});
