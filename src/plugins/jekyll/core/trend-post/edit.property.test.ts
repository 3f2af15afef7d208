import fc from 'fast-check';
import { editSurvey, printSurvey, readSurvey, sameSurvey, type SurveyContent } from './index';
import { unlabelled } from './same';
import { EDITS } from './testing/edits';
import { modelOf } from './testing/model';
import { randomOf } from './testing/random';
import { spell } from './testing/spelling';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });

function surveyOf(seed: number): { text: string; content: SurveyContent } {
  const random = randomOf(seed);
  const { text } = spell(modelOf(random), random);
  const content = readSurvey(text);
  if (!content) throw new Error(`seed ${seed} is no survey`);
  return { text, content };
}

/** A survey whose items mostly cite nothing is none any more, whoever writes it. */
function isSurvey(content: SurveyContent): boolean {
  const items = content.sections.flatMap((section) => section.items);
  return items.filter((item) => item.citations.length > 0).length * 2 > items.length;
}

function expectSays(text: string, next: SurveyContent): void {
  const again = readSurvey(text);
  if (!again) throw new Error(`no survey any more:\n${text}`);
  if (!sameSurvey(again, next)) expect(unlabelled(again)).toEqual(unlabelled(next));
  expect(sameSurvey(again, next)).toBe(true);
}

describe.each(Object.entries(EDITS))('the edit %s', (_name, edit) => {
  it('is what the new text says, and is made once', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, content } = surveyOf(seed);
        const next = edit(content, randomOf(seed + 1));
        fc.pre(isSurvey(next));
        const edited = editSurvey(text, next);
        expectSays(edited, next);
        expect(editSurvey(edited, next)).toBe(edited);
        expectSays(printSurvey(next), next);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('several edits at once', () => {
  it('are what the new text says, and are made once', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.array(fc.constantFrom(...Object.values(EDITS)), { maxLength: 5 }),
        (seed, edits) => {
          const { text, content } = surveyOf(seed);
          const random = randomOf(seed + 1);
          const next = edits.reduce((now, edit) => edit(now, random), content);
          fc.pre(isSurvey(next));
          const edited = editSurvey(text, next);
          expectSays(edited, next);
          expect(editSurvey(edited, next)).toBe(edited);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
  });
});
