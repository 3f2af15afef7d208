import * as React from 'react';
import type { OutlineState } from './use-outline';
import { grabId } from './OutlineRow';
import { type Orders, placeOf, step } from './orders';

export type GrabEvent = 'grabbed' | 'moved' | 'dropped' | 'cancelled';

export interface Grab {
  /** The item that the arrows move; null for none. */
  readonly id: string | null;
  onKey(id: string, event: React.KeyboardEvent): void;
  /** Lets go of the item where it stands. */
  drop(): void;
  /** Puts it back; false where none was taken. */
  cancel(): boolean;
}

/**
 * Moving by keyboard: the space bar takes an item and lets it go, the arrows move it, also over into
 * the next section, and Escape puts everything back.
 *
 * @param tell says what happened to an item, for those who do not see it
 */
export function useGrab(
  { orders, arrange }: Pick<OutlineState, 'orders' | 'arrange'>,
  tell: (what: GrabEvent, id: string, orders: Orders) => void,
): Grab {
  const [grab, setGrab] = React.useState<{ id: string; before: Orders } | null>(null);
  const place = grab && placeOf(orders, grab.id);

  // In another section the handle is another element.
  React.useLayoutEffect(() => {
    if (grab) document.getElementById(grabId(grab.id))?.focus();
  }, [grab, place?.section, place?.index]);

  const drop = (): void => {
    if (!grab) return;
    tell('dropped', grab.id, orders);
    setGrab(null);
  };
  const cancel = (): boolean => {
    if (!grab) return false;
    arrange(grab.before);
    tell('cancelled', grab.id, grab.before);
    const { id } = grab;
    setGrab(null);
    setTimeout(() => document.getElementById(grabId(id))?.focus());
    return true;
  };
  const move = (by: -1 | 1): void => {
    const next = grab && step(orders, grab.id, by);
    if (!grab || !next) return;
    arrange(next);
    tell('moved', grab.id, next);
  };

  return {
    id: grab?.id ?? null,
    drop,
    cancel,
    onKey(id, event) {
      const taken = grab?.id === id;
      if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        if (taken) drop();
        else {
          setGrab({ id, before: orders });
          tell('grabbed', id, orders);
        }
      } else if (taken && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        move(event.key === 'ArrowUp' ? -1 : 1);
      } else if (taken && event.key === 'Tab') drop();
    },
  };
}
