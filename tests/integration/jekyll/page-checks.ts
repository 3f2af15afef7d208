import { type HTMLElement, parse } from 'node-html-parser';

/** What a post's page must show, taken from its Markdown by line, apart from the product's own reading. */
export interface Expected {
  /** Item headings with their footnote labels. */
  readonly items: readonly { readonly title: string; readonly labels: readonly string[] }[];
  /** Address by label, of definitions that start with a link. */
  readonly links: ReadonlyMap<string, string>;
  readonly figures: readonly { readonly file: string; readonly width: string }[];
  readonly keywords: readonly string[];
}

export function expectedOf(markdown: string): Expected {
  const lines = markdown.split('\n');
  const items = lines.flatMap((line) => {
    const heading = /^### (.*)$/.exec(line)?.[1];
    if (heading === undefined) return [];
    const labels = [...heading.matchAll(/\[\^([\w-]+)\]/g)].map((match) => match[1] ?? '');
    return [{ title: heading.replace(/\[\^[\w-]+\]/g, ''), labels }];
  });
  const links = lines.flatMap((line) => {
    const [, label, url] = /^\[\^([\w-]+)\]: \[.*\]\((\S+)\)$/.exec(line) ?? [];
    return label && url ? ([[label, url]] as const) : [];
  });
  const figures = [...markdown.matchAll(/!\[[^\]]*\]\(([^)]+)\)\{: width="(\d+)"/g)].map(
    ([, file = '', width = '']) => ({ file, width }),
  );
  const box = lines.findIndex((line) => line.includes('KEYWORDS'));
  const keywords = box < 0 ? [] : (lines[box + 1] ?? '').replace(/^> */, '').split(', ');
  return { items, links: new Map(links), figures, keywords };
}

/** Typographic signs as they were typed, without emphasis and surplus blanks. */
const flat = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/–/g, '--')
    .replace(/…/g, '...')
    .replace(/\\(?=[[\]|*_])/g, '')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The text of an element without its footnote marks. */
function plainText(element: HTMLElement): string {
  const copy = parse(element.innerHTML);
  for (const mark of copy.querySelectorAll('sup')) mark.remove();
  return flat(copy.text);
}

const byId = (page: HTMLElement): Map<string, HTMLElement> =>
  new Map(page.querySelectorAll('[id]').map((element) => [element.id, element]));

/** The body of the page, whose footnotes, figures and boxes are checked. */
function contentOf(page: HTMLElement): HTMLElement {
  const content = page.querySelector('article .content');
  if (!content) throw new Error('The page has no content.');
  return content;
}

/** Every item stands on the page in order, each with its own footnote marks. */
export function checkItems(page: HTMLElement, { items }: Expected): void {
  const shown = contentOf(page)
    .querySelectorAll('h3')
    .map((heading) => ({
      title: plainText(heading),
      labels: heading
        .querySelectorAll('sup a')
        .map((link) => (link.getAttribute('href') ?? '').replace('#fn:', '')),
    }));
  expect(shown).toEqual(items.map(({ title, labels }) => ({ title: flat(title), labels })));
}

/** Every mark leads to its note and every note back to its mark; the note shows its source. */
export function checkFootnotes(page: HTMLElement, { items, links }: Expected): void {
  const content = contentOf(page);
  const ids = byId(page);
  const marks = content.querySelectorAll('sup a[href^="#fn:"]');
  for (const mark of marks) {
    const target = (mark.getAttribute('href') ?? '').slice(1);
    const note = ids.get(target);
    expect({ target, found: note?.tagName }).toEqual({ target, found: 'LI' });
    const back = note?.querySelectorAll('a.reversefootnote') ?? [];
    const ends = back.map((link) => ids.get((link.getAttribute('href') ?? '').slice(1)));
    const own = mark.closest('sup');
    expect(ends.some((end) => end !== undefined && end === own)).toBe(true);
  }
  const cited = new Set(items.flatMap(({ labels }) => labels));
  const marked = new Set(marks.map((mark) => (mark.getAttribute('href') ?? '').slice(4)));
  expect([...cited].filter((label) => !marked.has(label))).toEqual([]);
  const notes = content.querySelectorAll('.footnotes li');
  expect(notes.map(({ id }) => id).sort()).toEqual([...marked].map((l) => `fn:${l}`).sort());
  for (const label of cited) {
    const address = ids.get(`fn:${label}`)?.querySelector('a')?.getAttribute('href');
    if (links.has(label)) expect({ label, address }).toEqual({ label, address: links.get(label) });
  }
}

export function checkFigures(page: HTMLElement, { figures }: Expected): void {
  const shown = contentOf(page)
    .querySelectorAll('img')
    .map((image) => ({
      file: (image.getAttribute('src') ?? '').split('/').at(-1),
      width: image.getAttribute('width'),
    }));
  for (const { file, width } of figures) {
    expect(shown).toContainEqual({ file: file.split('/').at(-1), width });
  }
}

export function checkKeywords(page: HTMLElement, { keywords }: Expected): void {
  const boxes = contentOf(page).querySelectorAll('blockquote.prompt-info');
  const box = boxes.find(({ text }) => text.includes('KEYWORDS'));
  expect(keywords.length).toBeGreaterThan(0);
  expect(flat(box?.text ?? '')).toBe(flat(`KEYWORDS ${keywords.join(', ')}`));
}

/** Nothing is left of attribute lists and footnotes as text; code may show them. */
export function checkNoMarkup(page: HTMLElement): void {
  const content = contentOf(page);
  for (const code of content.querySelectorAll('pre, code')) code.remove();
  expect(content.text).not.toMatch(/\{:|\[\^/);
}

/** All checks of a survey's page. */
export function checkSurvey(page: HTMLElement, markdown: string): void {
  const expected = expectedOf(markdown);
  checkItems(page, expected);
  checkFootnotes(page, expected);
  checkFigures(page, expected);
  checkKeywords(page, expected);
  checkNoMarkup(page);
}

/** The checks that fit a plain post. */
export function checkPlain(page: HTMLElement, markdown: string): void {
  const expected = expectedOf(markdown);
  checkFootnotes(page, { ...expected, items: [] });
  checkFigures(page, expected);
  checkNoMarkup(page);
}
