import { type PostContent, readPost } from '../post';
import { takeChanges } from './take-changes';

const PATH = '_posts/2025-03-02-note.md';
const IN_LIBRARY = '![A photo](/uploads/photo_1a2b.png)';
const IN_BLOG = '![A photo](/assets/img/photo.png)';

/** What a file says, and its entry, which links the photo in the library. */
function entryOf(text: string): { entry: PostContent; before: PostContent } {
  const before = readPost(text, PATH, 'UTC').content;
  const own = (value: string): string => value.replaceAll(IN_BLOG, IN_LIBRARY);
  const entry = {
    ...before,
    body: own(before.body),
    cover: { ...before.cover, path: null },
    sections: before.sections.map((section) => ({
      ...section,
      lead: own(section.lead),
      items: section.items.map((item) => ({ ...item, body: own(item.body) })),
    })),
  };
  return { entry, before };
}

const take = (text: string, from: string, to: string): PostContent => {
  const { entry, before } = entryOf(text);
  expect(text).toContain(from);
  const after = readPost(text.replace(from, to), PATH, 'UTC').content;
  return takeChanges(entry, before, after);
};

const plain = `---\ntitle: T\nimage: /assets/img/cover.png\n---\n\nOne.\n\n${IN_BLOG}\n\nTwo.\n`;
const survey = `---
title: T
---

## News

${IN_BLOG}

### One [^ref-1]
- First.

${IN_BLOG}

### Two [^ref-2]
- Second.

[^ref-1]: [A](https://example.org/a)
[^ref-2]: [B](https://example.org/b)
`;

describe('what changed in a file, brought into its entry', () => {
  it('leaves links into the library in a text of which other lines changed', () => {
    const taken = take(plain, 'Two.', 'Three.');
    expect(taken.body).toBe(`One.\n\n${IN_LIBRARY}\n\nThree.`);
    expect(taken.cover.path).toBeNull();
  });

  it('takes a line that changed as the file has it', () => {
    const taken = take(plain, '![A photo]', '![Another]');
    expect(taken.body).toBe('One.\n\n![Another](/assets/img/photo.png)\n\nTwo.');
  });

  it('takes a cover that the file changed', () => {
    const taken = take(plain, 'cover.png', 'new.png');
    expect(taken.cover.path).toBe('/assets/img/new.png');
    expect(taken.body).toContain(IN_LIBRARY);
  });

  it('leaves links in the item and in the lead of which other lines changed', () => {
    const first = take(survey, '- First.', '- Changed.').sections[0]!;
    expect(first.items[0]!.body).toBe(`- Changed.\n\n${IN_LIBRARY}`);
    expect(first.lead).toBe(IN_LIBRARY);
    const lead = take(survey, '## News\n', '## News\n\nA lead.\n').sections[0]!;
    expect(lead.lead).toBe(`A lead.\n\n${IN_LIBRARY}`);
    expect(lead.items[0]!.body).toBe(`- First.\n\n${IN_LIBRARY}`);
  });

  it('keeps the very items that the file left alone', () => {
    const { entry, before } = entryOf(survey);
    const after = readPost(survey.replace('Second', 'Last'), PATH, 'UTC').content;
    const [first, second] = takeChanges(entry, before, after).sections[0]!.items;
    expect(first).toBe(entry.sections[0]!.items[0]);
    expect(second!.body).toBe('- Last.');
  });
});

describe('keys without a field', () => {
  const said = '---\ntitle: "A"\nlang: en\npermalink: "/a/"\n---\n\nText.\n';
  const content = (text: string) => readPost(text, PATH, 'UTC').content;
  const other = (entry: string, after: string): string =>
    takeChanges({ ...content(said), otherFrontMatter: entry }, content(said), content(after))
      .otherFrontMatter;

  it('that the file says of itself stay out of the entry when others change', () => {
    expect(other('', said.replace('lang: en\n', 'lang: en\nhidden: true\n'))).toBe(
      'hidden: true\n',
    );
    expect(other('', said.replace('/a/', '/b/'))).toBe('permalink: "/b/"\n');
    expect(other('', said.replace('lang: en\n', ''))).toBe('');
  });

  it('that the entry says stay in it', () => {
    const entry = 'lang: en\npermalink: "/a/"\n';
    expect(other(entry, said)).toBe(entry);
    expect(other(entry, said.replace('lang: en\n', 'lang: en\nhidden: true\n'))).toBe(
      'lang: en\nhidden: true\npermalink: "/a/"\n',
    );
    expect(other(entry, said.replace('lang: en\n', ''))).toBe('permalink: "/a/"\n');
  });
});
