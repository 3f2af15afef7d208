import { placesAmong } from './places-among';

describe('places among rows that were counted anew', () => {
  test.each([
    ['between the same two', [1, 3, 4], [1, 2, 3], [2], [1.5]],
    ['before all', [2, 3], [1, 2], [1], [0.5]],
    ['behind all', [1, 2], [1, 2], [3], [2.5]],
    ['several in one gap, in their order', [1, 5], [1, 2], [4, 2, 3], [1.75, 1.25, 1.5]],
    ['several in several gaps', [2, 4], [1, 2], [1, 3, 5], [0.5, 1.5, 2.5]],
    ['among none', [], [], [2], [0.5]],
    ['behind what is left where rows went', [1, 2, 3], [1], [4], [1.5]],
  ])('%s', (_, before, after, taken, expected) => {
    expect(placesAmong(before, after, taken)).toEqual(expected);
  });
});
