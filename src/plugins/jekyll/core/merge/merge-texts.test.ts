import { hasMarkers, markConflicts, mergeTexts, similarity } from './index';

const labels = { ours: 'blog', base: 'base', theirs: 'cms' };
const merged = (base: string, ours: string, theirs: string) => {
  const { text } = mergeTexts(base, ours, theirs);
  expect(mergeTexts(base, theirs, ours).text).toBe(text);
  return text;
};

describe('mergeTexts', () => {
  it('puts what is inserted at a line before what replaces it', () => {
    expect(merged('a\nb\nc\n', 'a\nnew\nb\nc\n', 'a\nB\nc\n')).toBe('a\nnew\nB\nc\n');
    expect(merged('a\nb\nc\n', 'a\nb\nnew\nc\n', 'a\nB\nc\n')).toBe('a\nB\nnew\nc\n');
  });

  it('never glues lines where the last one has no end', () => {
    expect(merged('a\nb', 'a\nb\n\nmore', 'a\nB')).toBe('a\nB\n\nmore');
    expect(merged('a\r\nb', 'a\r\nb\r\nmore', 'A\r\nb')).toBe('A\r\nb\r\nmore');
    expect(merged('a\nb\n', 'a\nb', 'a\nb\nmore\n')).toBe('a\nb\nmore');
    expect(merged('a\nb', 'a\nb\n', 'A\nb')).toBe('A\nb\n');
    expect(merged('', '', 'x')).toBe('x');
  });

  it('takes another kind of line end for no change of the lines', () => {
    expect(merged('a\nb\nc\n', 'a\r\nb\r\nc\r\n', 'a\nB\nc\n')).toBe('a\r\nB\r\nc\r\n');
    const conflict = mergeTexts('a\nb\n', 'a\r\nx\r\n', 'a\ny\n');
    expect(conflict.conflicts).toEqual([
      {
        base: { line: 2, text: 'b\n' },
        ours: { line: 2, text: 'x\r\n' },
        theirs: { line: 2, text: 'y\n' },
      },
    ]);
  });

  it('counts once what both sides did, also where one did more', () => {
    expect(merged('a\nb\nc\n', 'a\nB\nc\n', 'a\nB\nC\n')).toBe('a\nB\nC\n');
    expect(merged('a\n\nb\n', 'a\n\nnew\n\nb\n', 'a\n\nnew\n\nB\n')).toBe('a\n\nnew\n\nB\n');
    expect(merged('a\nb\n', 'a\nnew\nb\n', 'a\nnew\nother\nb\n')).toBe('a\nnew\nother\nb\n');
    expect(merged('a\nb\nc\n', 'N\nc\n', 'N\nb\nc\n')).toBe('N\nc\n');
  });

  it.each([
    ['a change in every tenth line', (i: number) => `line ${i}\n`],
    ['blank lines between', (i: number) => (i % 2 ? '\n' : `line ${i}\n`)],
    ['nothing but repeated lines', (i: number) => `${'ab\nc'[i % 4] ?? ''}\n`],
  ])('merges 5,000 lines in well under a second: %s', (_name, line) => {
    const base = Array.from({ length: 5000 }, (_, i) => line(i));
    const side = (at: number) =>
      base.map((text, i) => (i % 10 === at ? `changed ${at} ${i}\n` : text)).join('');
    const start = performance.now();
    mergeTexts(base.join(''), side(0), side(5));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('markConflicts', () => {
  it('marks what contradicts and merges the rest', () => {
    expect(markConflicts('a\nb\nc\n', 'a\nx\nc\n', 'a\ny\nC', labels)).toBe(
      'a\n<<<<<<< blog\nx\n||||||| base\nb\nc\n=======\ny\nC\n>>>>>>> cms'.replace('x\n', 'x\nc\n'),
    );
    expect(markConflicts('a\nb\n', 'a\nB\n', 'A\nb\n', labels)).toBe('A\nB\n');
  });

  it('keeps the line ends and makes markers that no line of the text looks like', () => {
    expect(
      markConflicts(
        'T\r\n=======\r\nb\r\n',
        'T\r\n=======\r\nx\r\n',
        'T\r\n=======\r\ny\r\n',
        labels,
      ),
    ).toBe(
      'T\r\n=======\r\n<<<<<<<< blog\r\nx\r\n|||||||| base\r\nb\r\n========\r\ny\r\n>>>>>>>> cms\r\n',
    );
  });
});

describe('hasMarkers', () => {
  const marked = markConflicts('a\n', 'x\n', 'y\n', labels);

  it('finds what a person left in, also one line of it', () => {
    expect(hasMarkers(marked, ['x\n', 'y\n'])).toBe(true);
    expect(hasMarkers('x\n>>>>>>> cms\r\n', ['x\n', 'y\n'])).toBe(true);
    expect(hasMarkers('<<<<<<<', [])).toBe(true);
  });

  it('leaves alone what a side says itself, underlined headings and quotes', () => {
    expect(hasMarkers(`Git writes\n${marked}`, [marked, ''])).toBe(false);
    expect(hasMarkers('Title\n=======\n\n> > > quoted\n>>>>>>>deep\n', [])).toBe(false);
  });
});

describe('similarity', () => {
  const text = Array.from({ length: 20 }, (_, i) => `Line ${i} of a post.\n`).join('');

  it('is the share of bytes that stand in both, wherever', () => {
    expect(similarity(text, text)).toBe(1);
    expect(similarity('', '')).toBe(1);
    expect(similarity(text, '')).toBe(0);
    expect(similarity(text, text.replace(/\n/g, '\r\n'))).toBeGreaterThan(0.9);
    expect(similarity('aaa\nbb\n', 'bb\nccc\n')).toBeCloseTo(3 / 7);
    expect(similarity('bb\nccc\n', 'aaa\nbb\n')).toBeCloseTo(3 / 7);
  });

  it('finds a renamed and edited file and no other one', () => {
    expect(similarity(text, text.replace('Line 3 ', 'Row 3 '))).toBeGreaterThan(0.9);
    expect(similarity(text, text.replace(/post/g, 'book'))).toBeLessThan(0.1);
  });
});
