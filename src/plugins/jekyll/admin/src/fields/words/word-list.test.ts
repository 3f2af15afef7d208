import fc from 'fast-check';
import { addWords, asWords, hasSeparator, moveWord, newSuggestions, removeWord } from './word-list';

const list = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 6 });

describe('asWords', () => {
  it('reads null, undefined and what is no list as no words', () => {
    expect([null, undefined, 'a', { 0: 'a' }, []].map(asWords)).toEqual([[], [], [], [], []]);
  });

  it('keeps what an import may have left: numbers and booleans as text', () => {
    expect(asWords(['a', 2024, true, null, ['x']])).toEqual(['a', '2024', 'true']);
  });
});

describe('addWords', () => {
  it('adds each word of a pasted line', () => {
    expect(addWords([], 'a, b，c\nd\te').words).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('refuses what is there already, also within the text, and says so', () => {
    expect(addWords(['llm'], 'llm, 데이터, 데이터')).toEqual({
      words: ['llm', '데이터'],
      added: ['데이터'],
      duplicates: ['llm', '데이터'],
    });
  });

  it('takes both normal forms of Hangul for one word', () => {
    expect(addWords(['각주'.normalize('NFC')], '각주'.normalize('NFD')).added).toEqual([]);
  });

  it('ignores blanks', () => {
    expect(addWords(['a'], ' , ,,\n ').words).toEqual(['a']);
  });

  it('never makes a duplicate and never drops a word', () => {
    fc.assert(
      fc.property(list, fc.string(), (words, text) => {
        const result = addWords(words, text).words;
        expect(result.slice(0, words.length)).toEqual(words);
        const tail = result.slice(words.length);
        expect(new Set(tail).size).toBe(tail.length);
        expect(tail.some(hasSeparator)).toBe(false);
      }),
      { seed: 2, numRuns: 200 },
    );
  });
});

describe('moveWord', () => {
  it('puts the word where it was dropped', () => {
    expect(moveWord(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveWord(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c']);
  });

  it('changes nothing beyond the ends', () => {
    expect(moveWord(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moveWord(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
    expect(moveWord(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });

  it('is undone by moving back', () => {
    fc.assert(
      fc.property(list, fc.nat(6), fc.nat(6), (words, from, to) => {
        fc.pre(from < words.length && to < words.length);
        expect(moveWord(moveWord(words, from, to), to, from)).toEqual(words);
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('removeWord and newSuggestions', () => {
  it('removes one place', () => {
    expect(removeWord(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });

  it('offers only what is not in the list', () => {
    expect(newSuggestions(['a', 'b', 'c'], ['b'])).toEqual(['a', 'c']);
  });
});
