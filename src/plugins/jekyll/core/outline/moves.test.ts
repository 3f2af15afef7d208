import fc from 'fast-check';
import { applyChanges, changesBetween, inOrder } from './moves';

const order = (text: string): string[] => [...text];

it.each([
  ['abc', 'abc', []],
  ['abc', 'bac', [{ id: 'b', position: { before: 'a' } }]],
  ['abc', 'cab', [{ id: 'c', position: { before: 'a' } }]],
  ['abc', 'bca', [{ id: 'a', position: { end: true } }]],
  [
    '',
    'ab',
    [
      { id: 'b', position: { end: true } },
      { id: 'a', position: { before: 'b' } },
    ],
  ],
  ['ab', 'axb', [{ id: 'x', position: { before: 'b' } }]],
  ['abc', 'c', []],
])('from %p to %p', (from, to, moves) => {
  expect(changesBetween(order(from), order(to)).moves).toHaveLength(moves.length);
  expect(
    applyChanges(order(from), { moves, removed: order(from).filter((id) => !to.includes(id)) }),
  ).toEqual(order(to));
});

const orders = fc.uniqueArray(fc.constantFrom(...'abcdefghij'));

it('makes any order of any other, each step beside what is there', () => {
  fc.assert(
    fc.property(orders, orders, (from, to) => {
      const changes = changesBetween(from, to);
      expect(applyChanges(from, changes)).toEqual(to);
      const there = new Set(from.filter((id) => !changes.removed.includes(id)));
      for (const { id } of changes.moves) there.delete(id);
      for (const { id, position } of changes.moves) {
        if (position.before !== undefined) expect(there).toContain(position.before);
        there.add(id);
      }
    }),
  );
});

it('moves no more than it has to', () => {
  fc.assert(
    fc.property(orders, fc.nat(9), fc.nat(9), (from, taken, put) => {
      const to = [...from];
      to.splice(put, 0, ...to.splice(taken, 1));
      expect(changesBetween(from, to).moves.length).toBeLessThanOrEqual(1);
    }),
  );
});

it('finds a run that both orders have', () => {
  expect([...inOrder(order('abcde'), order('xbdea'))].sort()).toEqual(['b', 'd', 'e']);
  expect([...inOrder([], order('ab'))]).toEqual([]);
});

it('puts at the end what is put beside nothing, and takes a start', () => {
  const moves = [
    { id: 'x', position: { after: 'none' } },
    { id: 'y', position: { start: true } },
    { id: 'z', position: { after: 'a' } },
  ];
  expect(applyChanges(order('ab'), { moves, removed: [] })).toEqual(order('yazbx'));
});
