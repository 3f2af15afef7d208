import type { TrendItemRow } from './rows';
import { itemsOf } from './form-row';

const item = (documentId: string): TrendItemRow => ({
  documentId,
  title: documentId,
  body: null,
  citations: [],
});
const saved = ['a', 'b', 'c'].map(item);
const added = new Map([['n', item('n')]]);
const ids = (change: unknown) => itemsOf(saved, change, added).map(({ documentId }) => documentId);
const connect = (documentId: string, position?: object) => ({
  apiData: { documentId, ...(position ? { position } : {}) },
});

describe('itemsOf', () => {
  it.each([
    ['nothing changed', { connect: [], disconnect: [] }, ['a', 'b', 'c']],
    ['no change at all', undefined, ['a', 'b', 'c']],
    ['one added at the end', { connect: [connect('n')] }, ['a', 'b', 'c', 'n']],
    [
      'one added before another',
      { connect: [connect('n', { before: 'b' })] },
      ['a', 'n', 'b', 'c'],
    ],
    ['one added after another', { connect: [connect('n', { after: 'a' })] }, ['a', 'n', 'b', 'c']],
    ['one moved to the front', { connect: [connect('c', { start: true })] }, ['c', 'a', 'b']],
    ['one removed', { disconnect: [{ apiData: { documentId: 'b' } }] }, ['a', 'c']],
    ['one unknown', { connect: [connect('x')] }, ['a', 'b', 'c']],
    ['nonsense', { connect: [null, 1, {}], disconnect: 'x' }, ['a', 'b', 'c']],
  ])('%s', (_what, change, expected) => {
    expect(ids(change)).toEqual(expected);
  });
});
