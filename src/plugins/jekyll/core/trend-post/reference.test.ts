import fc from 'fast-check';
import { printReference, printsAs, readReference } from './index';

describe('readReference', () => {
  it.each([
    ['[Quiet tugs](https://h.example/t)', 'Quiet tugs', 'https://h.example/t'],
    ['[A [nested] title](https://h.example/a)', 'A [nested] title', 'https://h.example/a'],
    ['[Tide](https://h.example/Tide_(sea))', 'Tide', 'https://h.example/Tide_(sea)'],
    ['[T](https://h.example/t "a title")', 'T', 'https://h.example/t'],
    ['[T](<https://h.example/a b>)', 'T', 'https://h.example/a b'],
    ['저자, [제목](https://h.example/k), 2024', '제목', 'https://h.example/k'],
    ['Lee, Ropes: <https://h.example/r>', 'Lee, Ropes', 'https://h.example/r'],
    ['Lee, Ropes https://h.example/r.', 'Lee, Ropes .', 'https://h.example/r'],
    ['https://h.example/r', 'https://h.example/r', 'https://h.example/r'],
    ['Harbour Weekly, issue 3', 'Harbour Weekly, issue 3', null],
    ['', '', null],
  ])('reads %s', (text, title, url) => {
    expect(readReference(text)).toEqual({ title, url });
  });
});

describe('printReference', () => {
  it('escapes what would end the link early', () => {
    expect(printReference({ title: 'a] b', url: 'https://h.example/x)y' })).toBe(
      '[a\\] b](https://h.example/x%29y)',
    );
  });

  it('prints the title alone where there is no address', () => {
    expect(printReference({ title: 'Issue 3', url: null })).toBe('Issue 3');
    expect(printsAs('Issue 3', { title: 'Issue 3', url: null })).toBe(true);
  });

  it('is read as what was printed', () => {
    const titles = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .map((s) => s.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(titles, fc.webUrl(), (title, url) => {
        fc.pre(title !== '' && !title.startsWith('^'));
        const printed = printReference({ title, url });
        const again = readReference(printed);
        expect(again.title).toBe(title);
        expect(printReference(again)).toBe(printed);
      }),
      { numRuns: 500, seed: 3 },
    );
  });
});
