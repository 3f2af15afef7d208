import { movesIn, orderIn } from './relation-value';

const saved = [
  { documentId: 'a', id: 1 },
  { documentId: 'b', id: 2 },
  { documentId: 'c', id: 3 },
];

it.each([
  ['nothing', undefined, 'abc'],
  ['an untouched relation', { connect: [], disconnect: [] }, 'abc'],
  ['a removed row', { disconnect: [{ id: 2 }] }, 'ac'],
  ['a removed document', { disconnect: [{ apiData: { documentId: 'b' } }] }, 'ac'],
  ['one added as Strapi adds it', { connect: [{ id: 9, apiData: { documentId: 'x' } }] }, 'abcx'],
  [
    'one moved as Strapi moves it',
    { connect: [{ documentId: 'c', apiData: { documentId: 'c', position: { start: true } } }] },
    'cab',
  ],
  [
    'several, each beside one before it',
    {
      connect: [
        { apiData: { documentId: 'x', position: { before: 'b' } } },
        { apiData: { documentId: 'y', position: { before: 'x' } } },
        { documentId: 'z', position: { after: 'c' } },
      ],
    },
    'ayxbcz',
  ],
])('%s', (_what, value, order) => {
  expect(orderIn(saved, value).join('')).toBe(order);
});

it.each([null, 'x', 7, [], { connect: 'x' }, { connect: [null, 3, {}, { documentId: 5 }] }])(
  'makes nothing of %p',
  (value) => {
    expect(movesIn(value)).toEqual([]);
    expect(orderIn(saved, value)).toEqual(['a', 'b', 'c']);
  },
);
