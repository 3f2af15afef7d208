/** Where the browser keeps what was made in outlines: it outlives a reload and a closed window. */
const KEY = 'jekyll-outline-made';
/** Of one form; older ones are forgotten: they wait among the items in no post. */
const LIMIT = 200;

/** The part of the browser's storage that is used. */
export type ItemStore = Pick<Storage, 'getItem' | 'setItem'>;

type Made = Readonly<Record<string, readonly string[]>>;

function read(store: ItemStore): Made {
  try {
    const value: unknown = JSON.parse(store.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).map(([form, ids]) => [
        form,
        Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [],
      ]),
    );
  } catch {
    return {};
  }
}

function write(store: ItemStore, form: string, ids: readonly string[]): void {
  const others = Object.entries(read(store)).filter(([other]) => other !== form);
  const own = ids.length === 0 ? [] : [[form, ids.slice(-LIMIT)] as const];
  const next: Made = Object.fromEntries([...others, ...own]);
  try {
    store.setItem(KEY, JSON.stringify(next));
  } catch {
    // A full or forbidden storage: nothing is asked later, and nothing is lost.
  }
}

/** Names the form of a post in a locale. */
export const formKey = (documentId: string | null, locale: string): string =>
  `${documentId ?? 'new'} ${locale}`;

/** Items that were made in the outline of a form and that nothing is known of since. */
export const madeIn = (store: ItemStore, form: string): readonly string[] =>
  read(store)[form] ?? [];

export const rememberMade = (store: ItemStore, form: string, ids: readonly string[]): void =>
  write(store, form, [...new Set([...madeIn(store, form), ...ids])]);

export const forgetMade = (store: ItemStore, form: string, ids: readonly string[]): void =>
  write(
    store,
    form,
    madeIn(store, form).filter((id) => !ids.includes(id)),
  );
