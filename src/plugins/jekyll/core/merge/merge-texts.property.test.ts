import fc from 'fast-check';
import { mergeTexts } from './index';
import { baseTexts } from './testing/texts';
import { applyEdits, editsOf, expectedOf } from './testing/edits';

const full = process.env.JEKYLL_CMS_FULL === '1';
const bases = baseTexts();
const options = { numRuns: full ? 60_000 : 2_000, seed: 20250112 };

/** Edits of both sides of one of the texts; the seed decides everything. */
const cases = fc.record({
  base: fc.constantFrom(...bases),
  seed: fc.integer({ min: 0, max: 0x7fffffff }),
});

describe('random edits on both sides of real texts', () => {
  const figures = { tried: 0, clean: 0, conflicts: 0 };

  it('are all in the merged text and change nothing else, or are reported where they overlap', () => {
    fc.assert(
      fc.property(cases, ({ base, seed }) => {
        const edits = editsOf(base, seed);
        const ours = applyEdits(base, edits.ours);
        const theirs = applyEdits(base, edits.theirs);
        const expected = expectedOf(base, edits);
        const merged = mergeTexts(base, ours, theirs);
        expect(merged.text).toBe(expected);
        expect(merged.conflicts.length > 0).toBe(expected === null);
        expect(mergeTexts(base, theirs, ours).text).toBe(merged.text);
        figures.tried += 1;
        if (merged.text === null) figures.conflicts += 1;
        else figures.clean += 1;
      }),
      options,
    );
    expect(figures.clean).toBeGreaterThan(figures.tried / 4);
    expect(figures.conflicts).toBeGreaterThan(figures.tried / 20);
    if (full) console.info(`merges of ${bases.length} texts: ${JSON.stringify(figures)}, wrong: 0`);
  });

  it('merge with an unchanged or an equal side to the changed text', () => {
    fc.assert(
      fc.property(cases, ({ base, seed }) => {
        const changed = applyEdits(base, editsOf(base, seed).ours);
        expect(mergeTexts(base, changed, base).text).toBe(changed);
        expect(mergeTexts(base, base, changed).text).toBe(changed);
        expect(mergeTexts(base, changed, changed).text).toBe(changed);
      }),
      { ...options, numRuns: options.numRuns / 10 },
    );
  });
});

describe('any three texts', () => {
  const line = fc.constantFrom('', 'a', 'b', 'c', '- x', 'a\u2028b', '\uFEFF---', 'a\r');
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 9 })
    .chain((lines) =>
      fc.boolean().map((final) => {
        const whole = lines.map(([words, eol]) => words + eol).join('');
        return final ? whole : whole.replace(/\r?\n$/, '');
      }),
    );

  it('merge alike in both directions, to lines that one of them has', () => {
    fc.assert(
      fc.property(text, text, text, (base, ours, theirs) => {
        const merged = mergeTexts(base, ours, theirs);
        const other = mergeTexts(base, theirs, ours);
        expect(other.text).toBe(merged.text);
        expect(other.conflicts).toEqual(
          merged.conflicts.map(({ base: b, ours: o, theirs: t }) => ({
            base: b,
            ours: t,
            theirs: o,
          })),
        );
        if (merged.text === null) return;
        const words = (of: string) => of.split('\n').map((one) => one.replace(/\r+$/, ''));
        const known = new Set([base, ours, theirs].flatMap(words).concat(''));
        expect(words(merged.text).filter((one) => !known.has(one))).toEqual([]);
      }),
      { seed: 20250112, numRuns: full ? 100_000 : 3_000 },
    );
  });
});
