import { cp, readdir } from 'node:fs/promises';
import path from 'node:path';
import { itWithJekyll } from '../../helpers/programs';
import { sharedDir } from '../../helpers/shared';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { edit, item, reference } from '../export/content';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, ITEM, POST } from '../import/cms';
import { checkPlain, checkSurvey, expectedOf } from './page-checks';
import { buildSite, copyExample, removeSite, type Site } from './site';

const SURVEY = '_posts/2025-12-28-ai-software-trend-2025-1.md';
const SURVEY_EN = '_posts/2025-12-28-ai-software-trend-2025-1-en.md';
const NEW_SURVEY = '_posts/2026-01-31-january.md';
const addressOf = (file: string): string =>
  `/posts/${path.basename(file, '.md').replace(/^\d+-\d+-\d+-/, '')}/`;
const itWithSample = sharedDir() === null ? it.skip : itWithJekyll;

let app: BootedStrapi;
let cms: Cms;
let original: Checkout;
let copy: Checkout;
let sample: string | null = null;
beforeAll(async () => {
  app = await bootStrapi();
  cms = new Cms(app.strapi);
  original = await Checkout.with();
  copy = await Checkout.with();
  await copyExample(original.dir, true);
  await copyExample(copy.dir, false);
  const shared = sharedDir();
  if (shared) {
    const folder = path.join(shared, 'sample');
    const name = (await readdir(folder)).find((file) => file.endsWith('.md')) ?? '';
    sample = `_posts/${name}`;
    await cp(path.join(folder, name), original.at(sample));
  }
  const imported = await cms.blog.import({ blogDir: original.dir });
  expect(imported.totals).toMatchObject({ created: sample ? 5 : 4, failed: 0 });
});
afterAll(async () => {
  await cms.clear();
  await app.close();
  await removeSite(copy.dir);
  await removeCheckouts();
});

const LIMIT = 120_000;
const posts = async (): Promise<string[]> =>
  (await copy.files()).filter((file) => file.startsWith('_posts/'));

/** Exports into the copy and lets the real Jekyll build it, without a complaint. */
async function exportAndBuild(): Promise<Site> {
  const { totals } = await cms.blog.export({ blogDir: copy.dir });
  expect(totals).toMatchObject({ conflict: 0, refused: 0 });
  const site = await buildSite(copy.dir);
  expect(site.log).not.toMatch(/error|warning|conflict|exception/i);
  return site;
}

/** Every post has its page; surveys show all that their Markdown says. */
async function checkSite(site: Site, surveys: readonly string[]): Promise<void> {
  for (const file of await posts()) {
    const page = await site.page(addressOf(file));
    const markdown = await copy.text(file);
    if (surveys.includes(file)) checkSurvey(page, markdown);
    else if (file !== sample) checkPlain(page, markdown);
    if (file === sample) continue;
    for (const image of page.querySelectorAll('article img')) {
      const { length } = await site.bytes(image.getAttribute('src') ?? '');
      expect(length).toBeGreaterThan(0);
    }
  }
}

describe('an imported blog, exported into a copy without posts and built by Jekyll', () => {
  let site: Site;

  it('has the same files as before', async () => {
    await cms.blog.export({ blogDir: copy.dir });
    for (const file of (await original.files()).filter((name) => name.startsWith('_posts/'))) {
      expect(await copy.bytes(file)).toEqual(await original.bytes(file));
    }
    expect(await posts()).toHaveLength(sample ? 5 : 4);
  });

  itWithJekyll(
    'shows every item, footnote, figure and box of its posts',
    async () => {
      site = await exportAndBuild();
      // The checks read the Markdown: it must hold what there is to check.
      const { items, figures, links } = expectedOf(await copy.text(SURVEY));
      expect(items.length).toBeGreaterThanOrEqual(25);
      expect(figures.length).toBeGreaterThanOrEqual(5);
      expect(links.size).toBeGreaterThanOrEqual(25);
      await checkSite(site, [SURVEY, SURVEY_EN]);
    },
    LIMIT,
  );

  itWithSample(
    'shows every item, footnote, figure and box of the model survey',
    async () => {
      const page = await site.page(addressOf(sample ?? ''));
      const markdown = await copy.text(sample ?? '');
      expect(expectedOf(markdown).items).toHaveLength(28);
      checkSurvey(page, markdown);
    },
    LIMIT,
  );
});

describe('the same blog after work in the CMS', () => {
  beforeAll(async () => {
    const survey = await cms.post({ slug: 'ai-software-trend-2025-1' }, 'draft');
    const [first, ...others] = survey.sections.map((section) => ({
      ...section,
      items: section.items.map(({ documentId }) => documentId),
    }));
    const [one, ...rest] = first!.items;
    await edit(cms, survey, { sections: [{ ...first, items: [...rest, one] }, ...others] });

    const cited = survey.sections[2]!.items[0]!;
    const added = await reference(cms, 'Notes on "agents"', 'https://example.org/agents?a=1&b=2');
    const citations = cited.citations.map(({ reference: source, text, label }) => ({
      reference: source!.documentId,
      text,
      label,
    }));
    await cms.documents(ITEM).update({
      documentId: cited.documentId,
      locale: 'ko',
      status: 'published',
      data: { citations: [...citations, { reference: added }] },
    });

    const items = [
      await item(cms, {
        title: '한 주의 소식',
        body: '- 첫 줄입니다.\n- 둘째 줄입니다.\n\n![그림](20251228-1.png){: width="500"}\n_설명_',
        citations: [{ reference: added }, { reference: citations[0]!.reference }],
      }),
      await item(cms, {
        title: '다음 주의 소식',
        body: '- 한 줄입니다.',
        citations: [{ reference: added, text: '다시, [여기](https://example.org/agents?a=1&b=2)' }],
      }),
    ];
    await cms.documents(POST).create({
      locale: 'ko',
      status: 'published',
      data: {
        title: '1월의 소식 #1 | AI Trends',
        slug: 'january',
        date: '2026-01-31T00:00:00.000Z',
        mediaBase: '/assets/img/for_post/',
        mediaBaseKey: 'img_path',
        keywords: ['1월', 'AI 소식'],
        sections: [
          { heading: '💡 **Issues**', prefix: 'iss', items: [items[0]] },
          { heading: '📰 **Papers**', prefix: 'pa', items: [items[1]] },
        ],
      },
    });
  });

  itWithJekyll(
    'shows every item, footnote, figure and box, old and new',
    async () => {
      const site = await exportAndBuild();
      const before = expectedOf(await original.text(SURVEY)).items.map(({ title }) => title.trim());
      const after = expectedOf(await copy.text(SURVEY)).items.map(({ title }) => title.trim());
      // The first item stands at the end of its section, of nine items, now.
      expect(after).toEqual([...before.slice(1, 9), before[0], ...before.slice(9)]);
      await checkSite(site, [SURVEY, SURVEY_EN, NEW_SURVEY]);

      const notes = (await site.page(addressOf(SURVEY))).querySelectorAll('.footnotes li a');
      const addresses = notes.map((link) => link.getAttribute('href'));
      expect(addresses).toContain('https://example.org/agents?a=1&b=2');

      const page = await site.page(addressOf(NEW_SURVEY));
      expect(page.querySelector('h1')?.text).toBe('1월의 소식 #1 | AI Trends');
      expect(page.querySelectorAll('article h3')).toHaveLength(2);
      expect(page.querySelectorAll('.footnotes li')).toHaveLength(3);
    },
    LIMIT,
  );

  itWithSample(
    'leaves the model survey as it was',
    async () => {
      expect(await copy.bytes(sample ?? '')).toEqual(await original.bytes(sample ?? ''));
    },
    LIMIT,
  );
});
