import fc from 'fast-check';
import { type Orders, placeOf, put, sameOrders, step, without } from './orders';

const read = (...sections: string[]): string[][] => sections.map((text) => [...text]);
const print = (orders: Orders | null): string =>
  orders?.map((order) => order.join('')).join(' ') ?? '-';

it.each([
  ['abc de', 'a', 1, 'bac de'],
  ['abc de', 'c', 1, 'ab cde'],
  ['abc de', 'e', 1, '-'],
  ['abc de', 'a', -1, '-'],
  ['abc de', 'd', -1, 'abcd e'],
  ['ab  c', 'b', 1, 'a b c'],
  ['ab  c', 'c', -1, 'ab c '],
  ['ab', 'x', 1, '-'],
])('%s: %s by %d is %s', (orders, id, by, next) => {
  expect(print(step(read(...orders.split(' ')), id, by as -1 | 1))).toBe(next);
});

it.each([
  ['abc de', 'a', 0, 3, 'bca de'],
  ['abc de', 'a', 0, 1, 'abc de'],
  ['abc de', 'c', 0, 0, 'cab de'],
  ['abc de', 'b', 1, 1, 'ac dbe'],
  ['abc de', 'xy', 1, 2, 'abc dexy'],
  ['abc ', 'ac', 1, 0, 'b ac'],
])('%s: %s put at %d/%d is %s', (orders, ids, section, index, next) => {
  expect(print(put(read(...orders.split(' ')), [...ids], { section, index }))).toBe(next);
});

const outlines = fc
  .uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(
      fc.constant(ids),
      fc.array(fc.nat(2), { minLength: ids.length, maxLength: ids.length }),
    ),
  )
  .map(([ids, sections]) =>
    [0, 1, 2].map((at) => ids.filter((_, index) => sections[index] === at)),
  );

it('a step loses nothing, and the step back undoes it', () => {
  fc.assert(
    fc.property(
      outlines,
      fc.nat(),
      fc.constantFrom(-1 as const, 1 as const),
      (orders, pick, by) => {
        const all = orders.flat();
        const id = all[pick % all.length] ?? '';
        const next = step(orders, id, by);
        if (!next) return;
        expect(next.flat().sort()).toEqual([...all].sort());
        expect(sameOrders(next, orders)).toBe(false);
        expect(step(next, id, by === 1 ? -1 : 1)).toEqual(orders);
      },
    ),
  );
});

it('finds and takes out', () => {
  expect(placeOf(read('ab', 'c'), 'c')).toEqual({ section: 1, index: 0 });
  expect(placeOf(read('ab'), 'x')).toBeNull();
  expect(without(read('ab', 'c'), 'c')).toEqual(read('ab', ''));
});
