import { translateFieldText } from './field-texts';
import { splitIntoGroups } from './groups';

type Field = { name: string };
const row = (...fields: string[]) => fields.map((name) => ({ name }));
const POST = [
  row('title'),
  row('slug', 'date'),
  row('description', 'categories', 'tags'),
  row('authors', 'keywords'),
  row('body'),
  row('sections'),
  row('closing'),
  row('cover', 'coverPath', 'coverAlt', 'coverLqip'),
  row('mediaBase', 'mediaBaseKey'),
  row('math', 'mermaid', 'toc', 'pin', 'comments'),
  row('redirects'),
  row('otherFrontMatter'),
];
const TREND_ITEM = [
  row('title'),
  row('body'),
  row('citations'),
  row('topic', 'collectedOn'),
  row('notes'),
];
const REFERENCE = [row('title'), row('url'), row('kind', 'publisher', 'publishedOn'), row('notes')];
const names = (panels: { name: string }[][][]) =>
  panels.map((panel) => panel.flat().map((field) => field.name));

describe('splitIntoGroups', () => {
  it('gives the post five boxes and the trend item two, in the order of the form', () => {
    const post = names(splitIntoGroups([POST]));
    expect(post.map((box) => box[0])).toEqual(['title', 'body', 'cover', 'math', 'redirects']);
    expect(post.flat()).toEqual(POST.flat().map((cell) => cell.name));
    expect(splitIntoGroups([TREND_ITEM])).toHaveLength(2);
  });

  it('keeps a field it does not know in the box it stands in', () => {
    const [title, body, ...rest] = TREND_ITEM as [Field[], Field[], ...Field[][]];
    const panels = splitIntoGroups([[title, row('subtitle'), body, ...rest]]);
    expect(names(panels)[0]).toEqual(['title', 'subtitle', 'body', 'citations']);
  });

  it('leaves other forms alone', () => {
    const panels = [REFERENCE];
    expect(splitIntoGroups(panels)).toBe(panels);
  });

  it('loses no row when a person has arranged the form', () => {
    const rows = [...POST].reverse();
    const extra = [row('subtitle'), ...rows];
    expect(names(splitIntoGroups([extra])).flat()).toEqual(extra.flat().map((cell) => cell.name));
  });
});

describe('translateFieldText', () => {
  it('translates our own texts, told apart by their field', () => {
    expect(translateFieldText('title', 'Title', 'ko')).toBe('제목');
    expect(translateFieldText('title', 'Title', 'en')).toBe('Title');
  });

  it('leaves what a person wrote', () => {
    expect(translateFieldText('title', 'Headline', 'ko')).toBe('Headline');
    expect(translateFieldText('title', undefined, 'ko')).toBeUndefined();
  });
});
