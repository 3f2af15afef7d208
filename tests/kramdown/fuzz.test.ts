import { makeDocument, readMaterial } from './fuzz';
import { noise } from './fuzz-mutations';
import type { Answer, Oracle, Question } from './oracle';
import { ours } from './ours';
import { Random } from './random';
import { judge } from './compare';
import { shrink } from './shrink';

const material = readMaterial();
const documents = (seed: number, count: number): Question[] =>
  Array.from({ length: count }, (_, index) => makeDocument(material, seed, index));

describe('made-up documents', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(documents(1, 50)).toEqual(documents(1, 50));
    const first = new Set(documents(1, 50).map(({ text }) => text));
    expect(documents(2, 50).filter(({ text }) => first.has(text)).length).toBeLessThan(5);
  });

  it('are mostly what Jekyll does by itself, with a share of options and of the other dialect', () => {
    const all = documents(3, 2000);
    const share = (test: (question: Question) => boolean): number =>
      all.filter(test).length / all.length;
    expect(share(({ mode }) => mode === 'jekyll')).toBeGreaterThan(0.7);
    expect(share(({ mode }) => mode === 'kramdown')).toBeGreaterThan(0.2);
    expect(share(({ options = {} }) => Object.keys(options).length > 0)).toBeGreaterThan(0.25);
    expect(share(({ text }) => text.length > 100)).toBeGreaterThan(0.7);
  });

  it('have noise of every sign', () => {
    const signs = new Set(noise(new Random(1), 5000));
    for (const sign of '*_`~[](){}<>!#|\n가') expect(signs).toContain(sign);
  });
});

describe('making a difference small', () => {
  /** Stands for a kramdown that knows one thing which ours does not. */
  const answer = (question: Question): Answer =>
    question.text.includes('@@') && question.options?.['auto_ids'] === false
      ? { html: 'other', warnings: [] }
      : ours(question);
  const oracle = { ask: async (question: Question) => answer(question) } as unknown as Oracle;

  it('leaves what makes it, and nothing else', async () => {
    const text = `${'# a\n\ntext text text\n'.repeat(20)}one @@ two\n${'* b\n'.repeat(20)}`;
    const options = { auto_ids: false, hard_wrap: true, footnote_nr: 3 };
    const question: Question = { text, mode: 'jekyll', options };
    const found = judge(question, answer(question), ours(question));
    const { question: small } = await shrink(oracle, found);
    expect(small).toEqual({ text: '@@', mode: 'jekyll', options: { auto_ids: false } });
  });
});
