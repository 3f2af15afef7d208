import { readPost, writePost } from '../index';

const zone = 'Asia/Seoul';
const text = '---\ntitle: Short\n---\n\nText.\n';

describe('the day in a file name', () => {
  it.each([
    ['24-1-4', '2024-01-04'],
    ['00-1-1', '2000-01-01'],
    ['68-12-31', '2068-12-31'],
    ['69-1-1', '1969-01-01'],
    ['99-12-31', '1999-12-31'],
    ['2024-1-4', '2024-01-04'],
  ])('%s is %s at midnight in the zone of the site', (name, day) => {
    const { content } = readPost(text, `_posts/${name}-short.md`, zone);
    expect(content.date).toBe(Date.parse(`${day}T00:00:00+09:00`));
  });

  it('with two digits for its year follows a new date', () => {
    const path = '_posts/24-1-4-short.md';
    const { content } = readPost(text, path, zone);
    const context = { zone, folder: '_posts', suffix: '', localeFrontMatter: '' };
    const next = { ...content, date: Date.parse('2024-02-03T00:00:00+09:00') };
    expect(writePost(content, { text, path }, context)).toMatchObject({ text, path });
    expect(writePost(next, { text, path }, context).path).toBe('_posts/2024-02-03-short.md');
  });
});
