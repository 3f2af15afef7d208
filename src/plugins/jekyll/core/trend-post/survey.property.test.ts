import fc from 'fast-check';
import { editSurvey, printSurvey, readSurvey, sameSurvey } from './index';
import { modelOf } from './testing/model';
import { randomOf } from './testing/random';
import { sourceText, spell } from './testing/spelling';

const runs = { numRuns: 400, seed: 20250112 };
const surveys = fc.integer({ min: 0, max: 0x7fffffff }).map((seed) => {
  const random = randomOf(seed);
  const model = modelOf(random);
  return { seed, model, ...spell(model, random) };
});

describe('a survey in any spelling', () => {
  it('reads as its titles, order and citations', () => {
    fc.assert(
      fc.property(surveys, ({ model, text, labels }) => {
        const content = readSurvey(text);
        expect(
          content?.sections.map((section) => ({
            heading: section.heading,
            lead: section.lead,
            items: section.items,
          })),
        ).toEqual(
          model.sections.map((section) => ({
            heading: section.heading,
            lead: section.lead,
            items: section.items.map((item) => ({
              title: item.title,
              body: item.body,
              citations: item.sources.map((n) => ({
                label: labels.get(n),
                text: sourceText(n),
              })),
            })),
          })),
        );
        expect(content?.keywords).toEqual(model.keywords);
        expect(content?.body).toBe(model.body);
      }),
      runs,
    );
  });

  it('is left as it is when nothing changed', () => {
    fc.assert(
      fc.property(surveys, ({ text }) => {
        const content = readSurvey(text);
        expect(content && editSurvey(text, content)).toBe(text);
      }),
      runs,
    );
  });

  it('says the same in the house form', () => {
    fc.assert(
      fc.property(surveys, ({ text }) => {
        const content = readSurvey(text);
        const again = content && readSurvey(printSurvey(content));
        if (!content || !again) throw new Error('not a survey');
        expect(again).toEqual(content);
        expect(sameSurvey(again, content)).toBe(true);
      }),
      runs,
    );
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(surveys, ({ text }) => {
        const content = readSurvey(text);
        const said = allText(content).join('\n');
        const words = text
          .replace(/^[ \t]*(?:(?:&nbsp;|<br\/?>)|([-*_][ \t]*){3,})[ \t]*$/gm, '')
          .replace(/KEYWORDS|\{: ?\.prompt-info ?\}/g, '')
          .match(/[\p{L}\p{N}]+/gu);
        expect((words ?? []).filter((word) => !said.includes(word))).toEqual([]);
      }),
      runs,
    );
  });
});

/** Every string in a value. */
function allText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(allText) : [];
}
