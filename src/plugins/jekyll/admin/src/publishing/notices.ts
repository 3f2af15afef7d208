import type { NamedDocument } from '../../../contracts/publishing';

type Listener = (items: readonly NamedDocument[]) => void;
interface Notice {
  readonly items: readonly NamedDocument[];
  readonly at: number;
}

/** A notice nobody has shown after this time, in milliseconds, is of no use any more. */
const LIFETIME = 10_000;
const listeners = new Set<Listener>();
let waiting: Notice[] = [];

/**
 * Hands the items that a publication took along to the view that shows notices. Between two views
 * (a new post moves to its own address) the notice waits for the next one.
 */
export function announcePublishedAlong(items: readonly NamedDocument[]): void {
  // After the panel's own “Published document”, which would otherwise cover it.
  setTimeout(() => {
    waiting.push({ items, at: Date.now() });
    deliver();
  });
}

/** @returns Ends the subscription. */
export function onPublishedAlong(listener: Listener): () => void {
  listeners.add(listener);
  deliver();
  return () => void listeners.delete(listener);
}

function deliver(): void {
  const [listener] = listeners;
  if (!listener) return;
  const due = waiting.filter(({ at }) => Date.now() - at < LIFETIME);
  waiting = [];
  for (const { items } of due) listener(items);
}
