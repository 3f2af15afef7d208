import type { ConflictSides } from '../../../contracts/report';
import { choicesOf } from './choices';

const BOTH: ConflictSides = { base: 'a', blog: 'b', cms: 'c', diff: '', marked: 'abc' };
const problem = (code: string) => ({
  code,
  severity: 'error' as const,
  message: { en: '', ko: '' },
});

describe('choicesOf', () => {
  it.each<[string, Partial<ConflictSides>, boolean, string[]]>([
    ['changed-on-both-sides', {}, false, ['cms', 'blog', 'merged']],
    ['moved-on-both-sides', {}, false, ['cms', 'blog', 'merged']],
    ['deleted-in-blog', { blog: null }, false, ['cms', 'blog']],
    ['changed-in-blog', { cms: null, marked: null }, false, ['cms', 'blog']],
    ['unreadable-in-blog', {}, false, ['cms', 'merged']],
    ['not-utf8', { blog: null, marked: null }, false, ['cms']],
    ['not-ours', { base: null }, true, ['blog']],
    ['not-ours', { base: null }, false, []],
    ['place-taken', { base: null }, true, []],
  ])('%s', (code, sides, unknown, expected) => {
    const kind = { sides: { ...BOTH, ...sides }, problems: [problem(code)], unknown };
    expect(choicesOf(kind)).toEqual(expected);
  });
});
