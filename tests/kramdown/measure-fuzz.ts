import { compareAll, type Outcome } from './compare';
import { clearFindings, writeFindings } from './findings';
import { makeDocument, readMaterial, type Material } from './fuzz';
import type { Oracle, Question } from './oracle';
import { remember } from './regressions';
import { shrink } from './shrink';

export interface FuzzRun {
  readonly documents: number;
  readonly seed: number;
  /** How many differences are made small before the run ends. */
  readonly keepGoing: number;
}

export interface FuzzResult {
  readonly documents: number;
  readonly unanswered: number;
  readonly warningsEqual: number;
  readonly different: ReadonlyArray<Outcome<Numbered>>;
}

type Numbered = Question & { readonly index: number };

function* documents(material: Material, seed: number, count: number): Generator<Numbered> {
  for (let index = 0; index < count; index++)
    yield { ...makeDocument(material, seed, index), index };
}

/** Compares made-up documents until all are done or enough differences are found. */
export async function fuzz(
  oracle: Oracle,
  { documents: count, seed, keepGoing }: FuzzRun,
): Promise<FuzzResult> {
  const different: Array<Outcome<Numbered>> = [];
  let [done, unanswered, warningsEqual] = [0, 0, 0];
  for await (const outcome of compareAll(oracle, documents(readMaterial(), seed, count))) {
    done++;
    if (outcome.result === 'unanswered') unanswered++;
    if (outcome.warningsEqual) warningsEqual++;
    if (outcome.result === 'different') different.push(outcome);
    if (different.length >= keepGoing) break;
  }
  return { documents: done, unanswered, warningsEqual, different };
}

/** Fuzzes, prints what was found and writes it down, made small. @returns how many differ */
export async function measureFuzz(oracle: Oracle, run: FuzzRun): Promise<number> {
  clearFindings('fuzz-');
  const { documents, unanswered, warningsEqual, different } = await fuzz(oracle, run);
  console.log(
    `made-up documents (seed ${run.seed}): ${documents - different.length - unanswered} of ` +
      `${documents} equal, ${different.length} different, ${unanswered} unanswered, ` +
      `${warningsEqual} with the same warnings`,
  );
  const small = new Map<string, readonly [string, Outcome]>();
  for (const outcome of different) {
    const { index } = outcome.question;
    const shrunk = await shrink(oracle, outcome);
    const { text } = shrunk.question;
    remember(shrunk.question);
    if (!small.has(text)) small.set(text, [`seed ${run.seed}, document ${index}`, shrunk]);
  }
  const sorted = [...small.values()].sort(
    ([, left], [, right]) => left.question.text.length - right.question.text.length,
  );
  writeFindings(`fuzz-${run.seed}.txt`, sorted);
  return different.length;
}
