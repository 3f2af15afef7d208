import { wordDiff } from './word-diff';

const spelled = (before: string, after: string): string =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, added: `+[${text}]`, removed: `-[${text}]` })[kind])
    .join('');

describe('a diff of words', () => {
  it('marks the words that changed, in Korean and in English', () => {
    expect(spelled('로봇이 책을 읽는다', '로봇이 논문을 읽는다')).toBe(
      '로봇이 -[책을]+[논문을] 읽는다',
    );
    expect(spelled('A small model', 'A large model')).toBe('A -[small]+[large] model');
  });

  it('says nothing of equal texts, and all of one that came or went', () => {
    expect(spelled('같다', '같다')).toBe('같다');
    expect(spelled('', '새 글')).toBe('+[새 글]');
    expect(spelled('옛 글', '')).toBe('-[옛 글]');
  });

  it('does not keep an editor waiting for texts that share nothing', () => {
    const words = (seed: number): string =>
      Array.from({ length: 8_000 }, (_, at) => `w${(at * seed) % 7919}`).join(' ');
    const start = performance.now();
    const pieces = wordDiff(words(31), words(97));
    expect(performance.now() - start).toBeLessThan(3_000);
    const side = (kind: 'added' | 'removed'): string =>
      pieces.flatMap((piece) => (piece.kind === kind ? [] : [piece.text])).join('');
    expect(side('removed')).toBe(words(97));
    expect(side('added')).toBe(words(31));
  });
});
