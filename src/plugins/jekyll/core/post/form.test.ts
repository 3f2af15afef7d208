import fc from 'fast-check';
import { HOUSE, printSurvey, readSurvey, sameSurvey } from '../trend-post';
import { modelOf } from '../trend-post/testing/model';
import { randomOf } from '../trend-post/testing/random';
import { spell } from '../trend-post/testing/spelling';
import {
  DEFAULT_FORM,
  houseForm,
  KEYWORDS_LABELS,
  MOST_SPACERS,
  type PostForm,
  RULE_LENGTHS,
} from './form';

describe('houseForm', () => {
  it('is the house form unless somebody chose another', () => {
    expect({ ...HOUSE, ...houseForm(DEFAULT_FORM) }).toEqual(HOUSE);
  });

  it('gives surveys that say the same, whatever was chosen', () => {
    const forms = fc.record<PostForm>({
      mediaBaseKey: fc.constantFrom('img_path', 'media_subpath'),
      spacers: fc.integer({ min: 0, max: MOST_SPACERS }),
      rules: fc.constantFrom(...RULE_LENGTHS),
      keywordsLabel: fc.constantFrom(...KEYWORDS_LABELS),
      imageWidth: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), forms, (seed, form) => {
        const random = randomOf(seed);
        const content = readSurvey(spell(modelOf(random), random).text);
        if (!content) return;
        const again = readSurvey(printSurvey(content, { house: houseForm(form) }));
        expect(again && sameSurvey(again, content)).toBe(true);
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
