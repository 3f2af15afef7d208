import type { PostContent } from './content';
import { readPost } from './read-post';
import { writePost } from './write-post';

const PATH = '_posts/2024-05-06-a-post.md';
const CONTEXT = { zone: 'Asia/Seoul', folder: '_posts', suffix: '', localeFrontMatter: '' };

const read = (text: string): PostContent => readPost(text, PATH, CONTEXT.zone).content;
const write = (content: PostContent, text: string | null) =>
  writePost(content, text === null ? null : { text, path: PATH }, CONTEXT);

describe('front matter without a field', () => {
  it('spells out what repeats the value of a key that has a field', () => {
    const text = '---\ntitle: &name A title\nseo: *name\n---\n\nText.\n';
    const content = read(text);
    expect(content.otherFrontMatter).toBe('seo: A title\n');
    expect(write(content, text)).toEqual({ text, path: PATH, problems: [] });
    expect(write(content, null).text).toContain('seo: A title\n');
  });

  it('spells out what comes through a merge key, and leaves the file as it is', () => {
    const text = '---\nbase: &base\n  layout: wide\n<<: *base\ntitle: A title\n---\n\nText.\n';
    const content = read(text);
    expect(content.otherFrontMatter).toBe('base: &base\n  layout: wide\nlayout: wide\n');
    expect(write(content, text)).toEqual({ text, path: PATH, problems: [] });
    expect(write(content, null).text).toContain('layout: wide\n');
  });

  it('adds keys beside the cover without touching the cover', () => {
    const text = '---\ntitle: A title\nimage:\n  path: /a.png\n---\n\nText.\n';
    const written = write({ ...read(text), otherFrontMatter: 'image:\n  width: 10\n' }, text);
    expect(written.problems).toEqual([]);
    expect(written.text).toBe(
      '---\ntitle: A title\nimage:\n  path: /a.png\n  width: 10\n---\n\nText.\n',
    );
  });

  it('names a key that belongs to a field and is not written', () => {
    const text = '---\ntitle: A title\n---\n\nText.\n';
    const { text: written, problems } = write(
      { ...read(text), otherFrontMatter: 'title: B\n' },
      text,
    );
    expect(written).toBe(text);
    expect(problems.map(({ code, field }) => [code, field])).toEqual([
      ['field-not-representable', 'otherFrontMatter'],
    ]);
  });

  it('takes a slug in decomposed letters for the name in composed ones', () => {
    const text = '---\ntitle: A title\n---\n\nText.\n';
    const written = write({ ...read(text), slug: 'cafe\u0301' }, text);
    expect(written).toMatchObject({ path: '_posts/2024-05-06-caf\u00e9.md', problems: [] });
  });
});
