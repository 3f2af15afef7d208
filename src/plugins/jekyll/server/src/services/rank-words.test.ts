import fc from 'fast-check';
import { rankWords } from './rank-words';

describe('rankWords', () => {
  it('orders by the number of entries that use a word, then by alphabet', () => {
    const values = [['b', 'c'], ['c', 'a'], ['c']];
    expect(rankWords(values, { limit: 20 })).toEqual(['c', 'a', 'b']);
  });

  it('counts a word once per entry', () => {
    expect(rankWords([['x', 'x', 'x'], ['y'], ['y']], { limit: 20 })).toEqual(['y', 'x']);
  });

  it('finds Hangul typed in either normal form, and Latin letters in either case', () => {
    const values = [['데이터'.normalize('NFC'), 'LLM']];
    expect(rankWords(values, { query: '데이'.normalize('NFD'), limit: 20 })).toEqual(['데이터']);
    expect(rankWords(values, { query: 'llm', limit: 20 })).toEqual(['LLM']);
  });

  it('offers known words nobody uses after those in use', () => {
    const options = { known: ['kim', 'lee'], limit: 20 };
    expect(rankWords([['lee']], options)).toEqual(['lee', 'kim']);
  });

  it('survives any stored value and keeps the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.string(), fc.nat(5), (values, query, limit) => {
        const words = rankWords(values, { query, limit });
        expect(words.length).toBeLessThanOrEqual(limit);
        expect(new Set(words).size).toBe(words.length);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});
