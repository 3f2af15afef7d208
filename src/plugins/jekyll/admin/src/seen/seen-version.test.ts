import { POST_UID } from '../publishing/content-types';
import { rememberSaved, seenVersion, withoutLostComponents } from './seen-version';

const opened = (updatedAt: string, more: object = {}) => ({
  endpointName: 'getDocument',
  originalArgs: { model: POST_UID, documentId: 'a', params: { locale: 'ko' }, ...more },
  data: { data: { documentId: 'a', locale: 'ko', updatedAt } },
});
const save = { model: POST_UID, documentId: 'a', params: { locale: 'ko' }, data: { title: 'x' } };
const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-01-01T00:00:01.000Z';

describe('seenVersion', () => {
  it('is what the form was loaded with, of several the oldest', () => {
    const cache = { one: opened(LATE), two: opened(EARLY), other: { endpointName: 'getList' } };
    expect(seenVersion(save, cache)).toEqual({ documentId: 'a', locale: 'ko', updatedAt: EARLY });
  });

  it('leaves published versions, other entries and other locales aside', () => {
    const cache = {
      one: opened(EARLY, { params: { locale: 'ko', status: 'published' } }),
      two: opened(EARLY, { documentId: 'b' }),
    };
    expect(seenVersion(save, cache)).toBeNull();
    expect(seenVersion({ ...save, params: { locale: 'en' } }, { one: opened(EARLY) })).toBeNull();
  });

  it('is none for a request without a form, and for other types', () => {
    const cache = { one: opened(EARLY) };
    expect(seenVersion({ ...save, data: {} }, cache)).toBeNull();
    expect(seenVersion({ ...save, model: 'api::page.page' }, cache)).toBeNull();
    expect(seenVersion({ ...save, documentId: undefined }, cache)).toBeNull();
  });

  it('is what this panel saved, until the cache has that too', () => {
    const args = { ...save, documentId: 'c' };
    const cache = (updatedAt: string) => ({ one: opened(updatedAt, { documentId: 'c' }) });
    rememberSaved({ documentId: 'c', locale: 'ko', updatedAt: LATE });
    expect(seenVersion(args, cache(EARLY))?.updatedAt).toBe(LATE);
    expect(seenVersion(args, cache('2026-01-01T00:00:02.000Z'))?.updatedAt).toBe(
      '2026-01-01T00:00:02.000Z',
    );
  });
});

it('makes components anew that are gone', () => {
  const data = { title: 'x', sections: [{ id: 1, heading: 'a' }, { id: 2 }, { heading: 'new' }] };
  expect(withoutLostComponents(data, { sections: [2] })).toEqual({
    title: 'x',
    sections: [{ heading: 'a' }, { id: 2 }, { heading: 'new' }],
  });
});
