import { AsyncLocalStorage } from 'node:async_hooks';

const last = new WeakMap<object, Promise<unknown>>();
const current = new AsyncLocalStorage<object>();

/**
 * Runs works of one transaction one after the other. The content manager's bulk actions start all
 * their documents at once within one transaction; two posts that show the same unpublished item
 * would both find it unpublished. Work started within a work of the same transaction runs at once.
 */
export function inTurn<T>(transaction: object, work: () => Promise<T>): Promise<T> {
  if (current.getStore() === transaction) return work();
  const before = last.get(transaction) ?? Promise.resolve();
  const mine = before.then(() => current.run(transaction, work));
  // A failed work does not hold up the next one: that fails by itself once the transaction is gone.
  last.set(
    transaction,
    mine.catch(() => undefined),
  );
  return mine;
}
