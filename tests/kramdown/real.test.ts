import { hasProgram, itWithJekyll } from '../helpers/programs';
import { itWithShared, sharedDir } from '../helpers/shared';
import { CASES_DIR, featuresIn, readCases } from './cases';
import { compareAll, type Outcome } from './compare';
import { sameDom } from './dom';
import { describeOutcome } from './findings';
import { FLOOR } from './floor';
import { inOtherMode } from './measure-cases';
import { fuzz } from './measure-fuzz';
import { Oracle, type Question } from './oracle';
import { shrink } from './shrink';
import { corpusPosts, ownPosts, type Post } from './sources';

const FULL = process.env['JEKYLL_CMS_FULL'] === '1';
const SEED = 1;
/** Differences that a failure shows, made small. */
const SHOWN = 5;
/** An hour would not be wrong for the full run on a slow machine. */
const LIMIT = FULL ? 3_600_000 : 300_000;

const oracle = new Oracle();
afterAll(() => oracle.close());
// Given for the file: what a Jest project says about time does not reach its tests.
jest.setTimeout(LIMIT);

/** Fails with the differences made small when there are more than are known of. */
async function expectAtMost(known: number, different: readonly Outcome[]): Promise<void> {
  if (different.length <= known) return;
  const shown = [];
  for (const outcome of different.slice(0, SHOWN))
    shown.push(describeOutcome('difference', await shrink(oracle, outcome)));
  throw new Error(`${different.length} differ, known are ${known}:\n${shown.join('')}`);
}

async function differing(questions: readonly Question[]): Promise<Outcome[]> {
  const different: Outcome[] = [];
  for await (const outcome of compareAll(oracle, questions))
    if (outcome.result !== 'equal') different.push(outcome);
  return different;
}

const asQuestions = (posts: readonly Post[]): Question[] =>
  posts.map(({ body }) => ({ text: body, mode: 'jekyll' }));

const itWithBoth = sharedDir() !== null && hasProgram('jekyll') ? it : itWithShared.skip;

describe('beside the real kramdown', () => {
  const cases = featuresIn(CASES_DIR).flatMap((feature) => readCases(CASES_DIR, feature));

  itWithJekyll('what the cases expect is what it gives', async () => {
    const answers = await oracle.askAll(cases);
    const wrong = cases.filter(
      ({ expected }, index) => !sameDom(expected?.html ?? '', answers[index]?.html ?? ''),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  itWithJekyll('the cases are equal in the mode that is not theirs', async () => {
    await expectAtMost(FLOOR.casesOtherModeDifferent, await differing(inOtherMode(cases)));
  });

  itWithJekyll('posts of the repository are equal', async () => {
    await expectAtMost(FLOOR.ownPostsDifferent, await differing(asQuestions(ownPosts())));
  });

  itWithBoth('the posts of two real blogs are equal (needs ../shared and jekyll)', async () => {
    await expectAtMost(FLOOR.corpusDifferent, await differing(asQuestions(corpusPosts())));
  });

  const count = FULL ? 30_000 : 2_000;
  itWithJekyll(`${count} made-up documents are equal`, async () => {
    const run = { documents: count, seed: SEED, keepGoing: Infinity };
    const { documents, unanswered, different } = await fuzz(oracle, run);
    expect(documents).toBe(count);
    // The real one may fail on some; if it did on many, equal would mean little.
    expect(unanswered).toBeLessThan(count / 100);
    await expectAtMost(FULL ? FLOOR.fullDifferent : FLOOR.sampleDifferent, different);
  });
});
