import { readFieldPath } from './field-path';

describe('readFieldPath', () => {
  it.each([
    ['title', { input: 'title', field: 'title', section: null, item: null }],
    ['sections.0.lead', { input: 'sections.0.lead', field: 'lead', section: 1, item: null }],
    ['sections.1.items.2', { input: 'sections.1.items', field: 'items', section: 2, item: 3 }],
    ['sections', { input: 'sections', field: 'sections', section: null, item: null }],
  ])('%s', (path, place) => {
    expect(readFieldPath(path)).toEqual(place);
  });
});
