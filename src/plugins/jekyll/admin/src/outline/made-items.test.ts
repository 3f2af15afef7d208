import { forgetMade, formKey, type ItemStore, madeIn, rememberMade } from './made-items';

function openStore(text: string | null = null): ItemStore {
  let kept = text;
  return { getItem: () => kept, setItem: (_key, value) => void (kept = value) };
}
const form = formKey('post', 'ko');

it('remembers by form, each once, and forgets', () => {
  const store = openStore();
  rememberMade(store, form, ['a', 'b']);
  rememberMade(store, form, ['b', 'c']);
  rememberMade(store, formKey(null, 'ko'), ['d']);
  forgetMade(store, form, ['b']);
  expect(madeIn(store, form)).toEqual(['a', 'c']);
  expect(madeIn(store, formKey('post', 'en'))).toEqual([]);
  expect(madeIn(store, formKey(null, 'ko'))).toEqual(['d']);
});

it.each(['x', 'null', '[]', '{"post ko": 3}', '{"post ko": [1, null]}'])(
  'makes nothing of a storage that says %s',
  (text) => {
    const store = openStore(text);
    expect(madeIn(store, form)).toEqual([]);
    rememberMade(store, form, ['a']);
    expect(madeIn(store, form)).toEqual(['a']);
  },
);

it('goes on where the storage is full', () => {
  const store: ItemStore = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => rememberMade(store, form, ['a'])).not.toThrow();
});
