import fc from 'fast-check';
import { orderIn } from '../../../core/outline/relation-value';
import type { OutlineItem } from '../../../contracts/outline';
import { relationTo, sortKeys } from './relation';

const itemOf = (documentId: string): OutlineItem => ({
  id: documentId.charCodeAt(0),
  documentId,
  title: documentId.toUpperCase(),
  status: 'draft',
  citations: [],
});
const orders = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnop'));

it('is no change where the order is saved already', () => {
  expect(relationTo(['a', 'b'], ['a', 'b'], itemOf, 'ko')).toEqual({ connect: [], disconnect: [] });
});

it('names what is put beside what, as Strapi wants it', () => {
  expect(relationTo(['a', 'b'], ['x', 'b'], itemOf, 'ko')).toMatchObject({
    connect: [
      {
        id: 120,
        label: 'X',
        apiData: {
          documentId: 'x',
          locale: 'ko',
          position: { before: 'b', locale: 'ko', status: 'draft' },
        },
      },
    ],
    disconnect: [{ id: 97, apiData: { id: 97, documentId: 'a', locale: 'ko' } }],
  });
});

it('is read as the order that was wanted', () => {
  fc.assert(
    fc.property(orders, orders, (saved, wanted) => {
      const value = relationTo(saved, wanted, itemOf, 'ko');
      const rows = saved.map((documentId) => ({ documentId }));
      expect(orderIn(rows, value)).toEqual(wanted);
    }),
  );
});

it('sorts the list of the form as wanted', () => {
  fc.assert(
    fc.property(orders, orders, (saved, wanted) => {
      const keys = sortKeys(saved, wanted);
      const sorted = [...keys].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
      expect(sorted).toEqual(wanted);
    }),
  );
});

it('leaves the keys of the last five as the content manager gives them', () => {
  const saved = [...'abcdefg'];
  expect([...sortKeys(saved, saved)].slice(2)).toEqual([
    ['c', 'a0'],
    ['d', 'a1'],
    ['e', 'a2'],
    ['f', 'a3'],
    ['g', 'a4'],
  ]);
});
