import { canonical } from './dom';
import type { Answer, Oracle, Question } from './oracle';
import { ours } from './ours';
import { sameWarnings } from './warning-kinds';

export interface Outcome<Q extends Question = Question> {
  readonly question: Q;
  readonly real: Answer;
  readonly own: Answer;
  /** `unanswered`: the real one failed or took too long, so nothing is known. */
  readonly result: 'equal' | 'different' | 'unanswered';
  /** Whether both warn of the same things; looser, and apart from the result. */
  readonly warningsEqual: boolean;
}

/** Questions that wait for Ruby at a time: enough that it never waits for us. */
const BATCH = 64;

export function judge<Q extends Question>(question: Q, real: Answer, own: Answer): Outcome<Q> {
  const result = real.error !== undefined ? 'unanswered' : same(real, own) ? 'equal' : 'different';
  const warningsEqual = sameWarnings(real.warnings, own.warnings);
  return { question, real, own, result, warningsEqual };
}

const same = (real: Answer, own: Answer): boolean =>
  own.error === undefined &&
  (real.html === own.html || canonical(real.html) === canonical(own.html));

/** Asks both about every question and hands the outcomes over in order, as they come. */
export async function* compareAll<Q extends Question>(
  oracle: Oracle,
  questions: Iterable<Q>,
): AsyncGenerator<Outcome<Q>> {
  let pending: Array<{ question: Q; real: Promise<Answer> }> = [];
  for (const batch of batches(questions)) {
    const next = batch.map((question) => ({ question, real: oracle.ask(question) }));
    yield* settle(pending);
    pending = next;
  }
  yield* settle(pending);
}

async function* settle<Q extends Question>(
  pending: ReadonlyArray<{ question: Q; real: Promise<Answer> }>,
): AsyncGenerator<Outcome<Q>> {
  for (const { question, real } of pending) {
    const own = ours(question);
    yield judge(question, await real, own);
  }
}

function* batches<Q>(questions: Iterable<Q>): Generator<Q[]> {
  let batch: Q[] = [];
  for (const question of questions) {
    batch.push(question);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
