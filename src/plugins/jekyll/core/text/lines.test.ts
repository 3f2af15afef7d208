import fc from 'fast-check';
import { commonEol, respellLines, splitLines, stripBlankLines } from './lines';

const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r\n', '\r', '가', '  x'), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('splitLines', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(
          splitLines(value)
            .map((line) => line.text + line.eol)
            .join(''),
        ).toBe(value);
      }),
      { seed: 1 },
    );
  });
});

describe('stripBlankLines', () => {
  it('keeps the indentation of the first line', () => {
    expect(stripBlankLines('\n  \n    code\n\n')).toBe('    code');
  });
});

describe('commonEol', () => {
  it('is what most lines have', () => {
    expect([commonEol('a\r\nb\r\nc\n'), commonEol('a\nb'), commonEol('a')]).toEqual([
      '\r\n',
      '\n',
      '\n',
    ]);
  });
});

describe('respellLines', () => {
  it('gives the baseline back for the text that it holds', () => {
    fc.assert(
      fc.property(text, (value) => {
        const logical = stripBlankLines(value.replace(/\r\n?/g, '\n'));
        expect(respellLines(value, logical)).toBe(value);
      }),
      { seed: 2 },
    );
  });

  it('says the new text, whatever the baseline', () => {
    fc.assert(
      fc.property(text, text, (value, other) => {
        const next = stripBlankLines(other.replace(/\r\n?/g, '\n'));
        fc.pre(stripBlankLines(value) !== '');
        const written = respellLines(value, next);
        expect(stripBlankLines(written.replace(/\r\n?/g, '\n'))).toBe(next);
      }),
      { seed: 3 },
    );
  });

  it('keeps ends of line, blank lines around and white space at the end', () => {
    expect(respellLines('\r\n\r\none\r\ntwo\nthree  \r\n\r\n', 'one\n2\nthree')).toBe(
      '\r\n\r\none\r\n2\r\nthree  \r\n\r\n',
    );
  });
});
describe('lines of a text respelled', () => {
  it('keep white space at the end of the text while its last line stays last', () => {
    expect(respellLines('\r\none\r\ntwo  \r\n\r\n', 'one more\ntwo')).toBe(
      '\r\none more\r\ntwo  \r\n\r\n',
    );
  });

  it('drop it where text follows, since the field does not say it', () => {
    expect(respellLines('one\ntwo  \n', 'one\ntwo\n\nthree')).toBe('one\ntwo\n\nthree\n');
    expect(respellLines('one  \ntwo \t', 'one  \ntwo\nthree')).toBe('one  \ntwo\nthree');
  });

  it('keep white space at the ends of all other lines', () => {
    expect(respellLines('one  \ntwo\n', 'one  \ntwo\nthree')).toBe('one  \ntwo\nthree\n');
  });
});
