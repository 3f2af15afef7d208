import { respellReference } from './reference';

const before = { title: 'Tool one', url: 'https://example.com/tool' };

describe('the own words of a citation', () => {
  it.each([
    [
      'the address of a link',
      '[T](https://example.com/tool "x")',
      { url: 'https://example.org/n' },
      '[T](https://example.org/n "x")',
    ],
    [
      'a bare address at the end of a sentence',
      'See https://example.com/tool.',
      { url: 'https://example.org/n' },
      'See https://example.org/n.',
    ],
    [
      'no address that goes on',
      '<https://example.com/tool/more>',
      { url: 'https://example.org/n' },
      '<https://example.com/tool/more>',
    ],
    [
      'an address with blanks, escaped',
      '[T](https://example.com/tool)',
      { url: 'https://example.org/a b' },
      '[T](https://example.org/a%20b)',
    ],
    [
      'the title in brackets',
      '[Tool one](https://example.com/tool), 2024',
      { title: 'Tool [two' },
      '[Tool \\[two](https://example.com/tool), 2024',
    ],
    [
      'no title of its own',
      '[Another name](https://example.com/tool)',
      { title: 'Tool two' },
      '[Another name](https://example.com/tool)',
    ],
  ])('follow a corrected reference: %s', (_, text, change, expected) => {
    expect(respellReference(text, before, { ...before, ...change })).toBe(expected);
  });
});
