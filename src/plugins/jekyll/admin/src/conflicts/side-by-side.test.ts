import fc from 'fast-check';
import { foldAlike, linesOf, type Row, sideBySide } from './side-by-side';

const shown = (rows: readonly Row[]): string[] =>
  rows.map(({ blog, base, cms }) =>
    [blog, base, cms].map(({ text, state }) => `${state[0]}:${text}`).join(' | '),
  );

describe('sideBySide', () => {
  it('puts lines that were edited beside the one that they were', () => {
    const rows = sideBySide({ base: 'a\nb\nc\n', blog: 'a\nB\nc\n', cms: 'a\nb!\nc\nd\n' });
    expect(shown(rows)).toEqual([
      's:a | s:a | s:a',
      'c:B | s:b | c:b!',
      's:c | s:c | s:c',
      'e: | e: | c:d',
    ]);
  });

  it('shows what a side took out, and what it put in', () => {
    const rows = sideBySide({ base: 'a\nb\n', blog: 'b\n', cms: 'x\na\nb\n' });
    expect(shown(rows)).toEqual(['e: | e: | c:x', 'r: | s:a | s:a', 's:b | s:b | s:b']);
  });

  it('has an empty side where there is no file', () => {
    const rows = sideBySide({ base: 'a\n', blog: null, cms: 'a\n' });
    expect(shown(rows)).toEqual(['e: | s:a | s:a']);
    expect(shown(sideBySide({ base: null, blog: 'a\n', cms: 'b\n' }))).toEqual(['s:a | e: | c:b']);
  });

  it('shows every line of every side once, in order', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, texts, (base, blog, cms) => {
        const sides = { base: base.join('\n'), blog: blog.join('\n'), cms: cms.join('\n') };
        const rows = sideBySide(sides);
        for (const side of ['base', 'blog', 'cms'] as const) {
          const lines = rows.flatMap(({ [side]: cell }) =>
            cell.number === null ? [] : [cell.text],
          );
          expect(lines).toEqual(linesOf(sides[side]));
        }
        const folded = foldAlike(rows);
        const count = folded.reduce(
          (sum, part) => sum + ('alike' in part ? part.alike : part.rows.length),
          0,
        );
        expect(count).toBe(rows.length);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('foldAlike', () => {
  it('folds what is alike, but for a few lines around what is not', () => {
    const base = Array.from({ length: 20 }, (_, i) => `line ${i}`);
    const blog = base.with(10, 'other');
    const rows = sideBySide({ base: base.join('\n'), blog: blog.join('\n'), cms: base.join('\n') });
    expect(
      foldAlike(rows).map((part) => ('alike' in part ? part.alike : part.rows.length)),
    ).toEqual([7, 7, 6]);
  });
});
