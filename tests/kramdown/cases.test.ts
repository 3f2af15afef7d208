import { CASES_DIR, featuresIn, parseCases, printCases, readCases, type Case } from './cases';
import { judge } from './compare';
import { FLOOR } from './floor';
import { ours } from './ours';

/** Names of the cases whose stored HTML is not what ours gives. */
const different = (cases: readonly Case[]): string[] =>
  cases
    .filter((it) => it.expected === null || judge(it, it.expected, ours(it)).result !== 'equal')
    .map(({ name }) => name);

describe('the cases', () => {
  it('are read as they were written', () => {
    const cases = featuresIn(CASES_DIR).flatMap((feature) => readCases(CASES_DIR, feature));
    expect(cases.length).toBeGreaterThan(900);
    expect(parseCases(printCases(cases))).toEqual(cases);
    const text = 'a \tb\t\r\n  \r\n*c*  \nno end';
    const odd: Case = { name: 'odd', mode: 'jekyll', options: { a: 'b' }, text, expected: null };
    expect(parseCases(printCases([odd]))).toEqual([odd]);
  });

  it('give the HTML that the real kramdown gives', () => {
    const found = featuresIn(CASES_DIR).flatMap((feature) =>
      different(readCases(CASES_DIR, feature)).map((name) => `${feature}: ${name}`),
    );
    if (FLOOR.casesDifferent === 0) expect(found).toEqual([]);
    expect(found.length).toBeLessThanOrEqual(FLOOR.casesDifferent);
  });
});
