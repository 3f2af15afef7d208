import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import { type DiffLine, readDiff } from './read-diff';

const patch = (before: string, after: string): string =>
  createTwoFilesPatch('a/post.md', 'b/post.md', before, after, undefined, undefined, {
    context: 3,
  });
const textOf = ({ pieces }: DiffLine): string => pieces.map(({ text }) => text).join('');
const changed = ({ pieces }: DiffLine): string[] =>
  pieces.flatMap((piece) => (piece.changed ? [piece.text] : []));

describe('readDiff', () => {
  it('numbers the lines of both sides and marks the words that changed in a line', () => {
    const [block] = readDiff(patch('하나\n첫 줄입니다.\n셋\n', '하나\n새 줄입니다.\n셋\n'));
    expect(block?.map((line) => [line.kind, line.before, line.after, textOf(line)])).toEqual([
      ['same', 1, 1, '하나'],
      ['removed', 2, null, '첫 줄입니다.'],
      ['added', null, 2, '새 줄입니다.'],
      ['same', 3, 3, '셋'],
    ]);
    expect(block?.map(changed)).toEqual([[], ['첫'], ['새'], []]);
  });

  it('marks no words of lines that have nothing to do with each other', () => {
    const [block] = readDiff(patch('one two three\n', 'four five six\n'));
    expect(block?.flatMap(changed)).toEqual([]);
  });

  it('keeps what lies apart in blocks of its own', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const edited = lines.map((line, index) => (index === 2 || index === 27 ? `${line}!` : line));
    expect(readDiff(patch(lines.join('\n'), edited.join('\n')))).toHaveLength(2);
  });

  it('shows a file that is new or goes, and leaves out the note about the last line', () => {
    const [added] = readDiff(patch('', 'a\nb'));
    expect(added?.map((line) => [line.kind, textOf(line)])).toEqual([
      ['added', 'a'],
      ['added', 'b'],
    ]);
    const [removed] = readDiff(patch('a\nb\n', ''));
    expect(removed?.map(({ kind }) => kind)).toEqual(['removed', 'removed']);
  });

  it('reads the whole blocks of a diff that was cut off', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`);
    const edited = lines.map((line, index) => (index % 20 === 5 ? `${line}!` : line));
    const whole = patch(lines.join('\n'), edited.join('\n'));
    const blocks = readDiff(whole.slice(0, whole.lastIndexOf('@@') + 30));
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.length).toBeLessThan(readDiff(whole).length + 1);
  });

  it('gives back both sides of any change, whatever is marked', () => {
    const text = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '가', '-', '+', '\\', '@') }))
      .map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const options = { context: 1000 };
        const diff = createTwoFilesPatch('a', 'b', before, after, '', '', options);
        const lines = readDiff(diff).flat();
        if (before === after) return lines.length === 0;
        const side = (skip: string) =>
          `${lines.flatMap((line) => (line.kind === skip ? [] : [textOf(line)])).join('\n')}\n`;
        return side('added') === before && side('removed') === after;
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
