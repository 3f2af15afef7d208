import { CASES_DIR, featuresIn, readCases, writeCases, type Case } from './cases';
import { compareAll, type Outcome } from './compare';
import { clearFindings, writeFindings } from './findings';
import type { Mode, Oracle } from './oracle';

const features = (only?: string): string[] =>
  featuresIn(CASES_DIR).filter((feature) => only === undefined || feature === only);

/** Writes down what the real kramdown says about each case. */
export async function updateCases(oracle: Oracle, only?: string): Promise<void> {
  for (const feature of features(only)) {
    const cases = readCases(CASES_DIR, feature);
    const answers = await oracle.askAll(cases);
    answers.forEach((answer, index) => {
      if (answer.error !== undefined)
        throw new Error(`${feature}: ${cases[index]?.name}: ${answer.error}`);
    });
    const updated = cases.map((it, index) => ({ ...it, expected: answers[index] ?? null }));
    writeCases(CASES_DIR, feature, updated);
  }
}

const other = (mode: Mode): Mode => (mode === 'jekyll' ? 'kramdown' : 'jekyll');

/** The same documents, read as the other dialect. */
export const inOtherMode = (cases: readonly Case[]): Case[] =>
  cases.map((it) => ({
    ...it,
    name: `${it.name} (other mode)`,
    mode: other(it.mode),
    expected: null,
  }));

/** Prints a table by feature and writes the differences down. @returns how many there are */
export async function measureCases(oracle: Oracle, only?: string): Promise<number> {
  if (only === undefined) clearFindings('case-');
  let [cases, equal, warned] = [0, 0, 0];
  console.log('feature            cases  equal  same warnings   (each in both modes)');
  for (const feature of features(only)) {
    const outcomes: Array<Outcome<Case>> = [];
    const all = readCases(CASES_DIR, feature);
    for await (const outcome of compareAll(oracle, [...all, ...inOtherMode(all)]))
      outcomes.push(outcome);
    const answered = outcomes.filter(({ result }) => result !== 'unanswered');
    const good = answered.filter(({ result }) => result === 'equal');
    const sameWarnings = answered.filter(({ warningsEqual }) => warningsEqual);
    console.log(row(feature, answered.length, good.length, sameWarnings.length));
    const different = answered.filter(({ result }) => result === 'different');
    writeFindings(
      `case-${feature}.txt`,
      different.map((it) => [it.question.name, it] as const),
    );
    cases += answered.length;
    equal += good.length;
    warned += sameWarnings.length;
  }
  console.log(row('all', cases, equal, warned));
  return cases - equal;
}

const row = (name: string, ...numbers: number[]): string =>
  name.padEnd(18) + numbers.map((number) => String(number).padStart(6)).join(' ');
