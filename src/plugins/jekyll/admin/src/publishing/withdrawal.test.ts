import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from './content-types';
import { bulkWithdrawal, documentWithdrawal, usageUrl, type ActionTraits } from './withdrawal';

const ITEM = { model: TREND_ITEM_UID, documentIds: ['one'], locale: 'ko' };
/** The content manager's actions, and those that internationalization adds. */
const ACTIONS: Record<string, ActionTraits> = {
  publish: { type: 'publish', position: ['panel', 'preview'], dialog: { type: 'dialog' } },
  update: { type: 'update', position: ['panel'] },
  discard: { type: 'discard', variant: 'danger', position: 'panel', dialog: { type: 'dialog' } },
  unpublish: { type: 'unpublish', variant: 'danger', position: ['panel'] },
  delete: { type: 'delete', variant: 'danger', position: ['header', 'table-row'] },
  deleteLocale: {
    variant: 'danger',
    position: ['header', 'table-row'],
    dialog: { type: 'dialog' },
  },
  publishLocales: { variant: 'secondary', position: ['panel'], dialog: { type: 'modal' } },
  unpublishLocales: { variant: 'danger', position: ['panel'], dialog: { type: 'modal' } },
};

it.each([
  ['publish', null],
  ['update', null],
  ['discard', null],
  ['publishLocales', null],
  ['unpublish', { action: 'unpublish', locale: 'ko' }],
  ['unpublishLocales', { action: 'unpublish', locale: '*' }],
  ['delete', { action: 'delete', locale: '*' }],
  ['deleteLocale', { action: 'delete', locale: 'ko' }],
])('tells what %s withdraws', (name, expected) => {
  const withdrawal = documentWithdrawal(ACTIONS[name] ?? {}, ITEM);
  expect(withdrawal).toEqual(
    expected && { model: TREND_ITEM_UID, documentIds: ['one'], ...expected },
  );
});

it('knows that references can only be deleted, and that nothing hangs on a post', () => {
  const reference = { ...ITEM, model: REFERENCE_UID };
  expect(bulkWithdrawal('unpublish', reference)).toBeNull();
  expect(bulkWithdrawal('delete', reference)).toMatchObject({ action: 'delete' });
  expect(bulkWithdrawal('delete', { ...ITEM, model: POST_UID })).toBeNull();
});

it('withdraws nothing when no row is chosen, and all locales when the view names none', () => {
  expect(bulkWithdrawal('delete', { ...ITEM, documentIds: [] })).toBeNull();
  expect(bulkWithdrawal('unpublish', { ...ITEM, locale: undefined })).toMatchObject({
    locale: '*',
  });
  expect(bulkWithdrawal(undefined, ITEM)).toBeNull();
});

it('asks about each document', () => {
  const url = usageUrl({
    model: REFERENCE_UID,
    action: 'delete',
    documentIds: ['one', 'two&three'],
    locale: '*',
  });
  expect(url).toBe(
    '/jekyll/usage/references?documentId=one&documentId=two%26three&locale=*&action=delete',
  );
});
