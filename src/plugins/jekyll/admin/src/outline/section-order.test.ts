import { putSection, stepSection } from './section-order';

const order = [...'abcd'];

it.each([
  ['a', 0, 'abcd'],
  ['a', 1, 'abcd'],
  ['a', 2, 'bacd'],
  ['a', 4, 'bcda'],
  ['d', 0, 'dabc'],
  ['c', 1, 'acbd'],
])('puts %s at %d', (key, index, expected) => {
  expect(putSection(order, key, index).join('')).toBe(expected);
});

it.each([
  ['a', -1, null],
  ['a', 1, 'bacd'],
  ['c', -1, 'acbd'],
  ['d', 1, null],
  ['x', 1, null],
] as const)('steps %s by %d', (key, by, expected) => {
  expect(stepSection(order, key, by)?.join('') ?? null).toBe(expected);
});
