import { readReference, respellReference } from './reference';

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

describe('the words that gave a reference its title', () => {
  it.each([
    ['https://e.com/a', '[New](https://e.com/a)'],
    ['<https://e.com/a>', '[New](https://e.com/a)'],
    ['A - <https://e.com/A>', 'New - <https://e.com/A>'],
    ['Kim, "A $1", 2024. https://e.com/1', 'New https://e.com/1'],
    ['[A](https://e.com/a), p. 1', '[New](https://e.com/a), p. 1'],
    ['[ A ](https://e.com/A)', '[ New ](https://e.com/A)'],
    ['A: [ A ](https://e.com/a)', 'A: [ A ](https://e.com/a)'],
    ['Harbour  Weekly', 'Harbour  Weekly'],
    ['B, https://e.com/b (2025)', 'B, https://e.com/b (2025)'],
    ['See https://e.com/b\nand more', 'See https://e.com/b\nand more'],
    ['제목https://e.com/a', '제목https://e.com/a'],
  ])('follow a new title: %j', (text, expected) => {
    const made = readReference(text);
    expect(respellReference(text, made, { ...made, title: 'New' })).toBe(expected);
  });

  it('follow a new title and address together', () => {
    const made = readReference('<https://e.com/a>');
    expect(
      respellReference('<https://e.com/a>', made, { title: 'New', url: 'https://e.com/b' }),
    ).toBe('[New](https://e.com/b)');
  });

  it('stay where the reference is named otherwise', () => {
    const named = { title: 'A', url: 'https://e.com/a' };
    const next = { ...named, title: 'New' };
    expect(respellReference('https://e.com/a', named, next)).toBe('https://e.com/a');
    expect(respellReference('A, B https://e.com/a', named, next)).toBe('A, B https://e.com/a');
  });
});
