import type { ExportedFile, ExportReport } from '../../../src/plugins/jekyll/contracts/report';
import type { ExportRequest } from '../../../src/plugins/jekyll/contracts/service';
import { type BootedStrapi, bootStrapi } from '../../helpers/strapi';
import { Checkout, removeCheckouts } from '../import/checkout';
import { Cms, FILE } from '../import/cms';
import { plain, survey } from '../import/texts';

/** A CMS for the tests of one file: booted before them, empty before each. */
export interface Desk {
  readonly cms: Cms;
  readonly app: BootedStrapi;
  /** A checkout with the given files, imported. */
  imported(files: Readonly<Record<string, string | Uint8Array>>): Promise<Checkout>;
  sync(blog: Checkout, options?: Partial<ExportRequest>): Promise<ExportReport>;
  /** Fails where a further export writes, stores or reports anything. */
  expectAtRest(blog: Checkout): Promise<void>;
}

/** Boots a CMS for the test file that calls it. */
export function openDesk(): Desk {
  let app: BootedStrapi;
  let cms: Cms;
  beforeAll(async () => {
    app = await bootStrapi();
    cms = new Cms(app.strapi);
  });
  afterEach(() => cms.clear());
  afterAll(async () => {
    await app.close();
    await removeCheckouts();
  });
  const sync = (blog: Checkout, options: Partial<ExportRequest> = {}): Promise<ExportReport> =>
    cms.blog.export({ blogDir: blog.dir, ...options });
  return {
    get cms() {
      return cms;
    },
    get app() {
      return app;
    },
    sync,
    async imported(files) {
      const blog = await Checkout.with(files);
      const { totals } = await cms.blog.import({ blogDir: blog.dir });
      expect(totals.failed).toBe(0);
      return blog;
    },
    async expectAtRest(blog) {
      const stored = async () => [await cms.posts(), await cms.posts({}, 'draft')];
      const before = [await blog.snapshot(), await stored(), await cms.rows(FILE)];
      const { files } = await sync(blog, { full: true });
      for (const file of files) {
        const { action, problems, merged, pulled } = file;
        expect({ action, problems, merged, pulled }).toEqual({ action: 'same', problems: [] });
      }
      expect([await blog.snapshot(), await stored(), await cms.rows(FILE)]).toEqual(before);
    },
  };
}

/** A plain post whose title, tags and paragraphs stand lines apart. */
export const NOTE = '_posts/2025-03-02-note.md';
export const NOTE_TEXT = plain(
  '처음 제목',
  ['categories: [AI]', 'tags: [one, two]', 'description: 설명입니다'],
  '첫 단락입니다.\n\n둘째 단락입니다.\n\n셋째 단락입니다.',
);

/** A survey of three items. */
export const NEWS = '_posts/2025-03-02-news.md';
export const NEWS_TEXT = survey('작은 소식', [
  { title: '하나', source: '[One](https://example.org/1)' },
  { title: '둘', source: '[Two](https://example.org/2)' },
  { title: '셋', source: '[Three](https://example.org/3)' },
]);

/** A post that has nothing to do with the case. */
export const OTHER = '_posts/2025-04-01-other.md';
export const OTHER_TEXT = plain('다른 글');

/** `text` with each text on the left replaced by the one on the right; each must stand in it. */
export function replaced(text: string, changes: Readonly<Record<string, string>>): string {
  let result = text;
  for (const [from, to] of Object.entries(changes)) {
    if (!result.includes(from)) throw new Error(`The text does not hold "${from}".`);
    result = result.replace(from, () => to);
  }
  return result;
}

/** What a report says of one file; fails where it says nothing. */
export function fileIn({ files }: ExportReport, path: string): ExportedFile {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`The report says nothing of ${path}.`);
  return found;
}
