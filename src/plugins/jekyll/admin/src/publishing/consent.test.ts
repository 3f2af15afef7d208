import { giveConsent, withConsent } from './consent';
import { TREND_ITEM_UID as MODEL } from './content-types';

const REQUEST = {
  url: '/unpublish',
  method: 'POST' as const,
  config: { params: { locale: 'ko' } },
};
const CONFIRMED = {
  ...REQUEST,
  config: { params: { locale: 'ko', jekyll: { confirmed: true } } },
};
const params = { locale: 'ko' };

it('goes with a request while the dialog is open, and not after', () => {
  const args = { model: MODEL, documentId: 'one', params };
  expect(withConsent(REQUEST, args)).toEqual(REQUEST);
  const close = giveConsent(MODEL, ['one']);
  expect(withConsent(REQUEST, args)).toEqual(CONFIRMED);
  close();
  expect(withConsent(REQUEST, args)).toEqual(REQUEST);
});

it('lasts until the last of two dialogs closes', () => {
  const args = { model: MODEL, documentId: 'one', params };
  const [first, second] = [giveConsent(MODEL, ['one']), giveConsent(MODEL, ['one'])];
  first();
  expect(withConsent(REQUEST, args)).toEqual(CONFIRMED);
  second();
  expect(withConsent(REQUEST, args)).toEqual(REQUEST);
});

it('counts only for all documents of a request, and only for their type', () => {
  const close = giveConsent(MODEL, ['one', 'two']);
  const both = { model: MODEL, documentIds: ['two', 'one'], params };
  expect(withConsent(REQUEST, both)).toEqual(CONFIRMED);
  expect(withConsent(REQUEST, { ...both, documentIds: ['one', 'three'] })).toEqual(REQUEST);
  expect(withConsent(REQUEST, { ...both, documentIds: [] })).toEqual(REQUEST);
  expect(withConsent(REQUEST, { ...both, model: 'api::reference.reference' })).toEqual(REQUEST);
  close();
});
