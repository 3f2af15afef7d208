import * as React from 'react';

export type GrabEvent = 'grabbed' | 'moved' | 'dropped' | 'cancelled';

/** Things in an order, of which one at a time is moved. */
export interface Movable<Order> {
  readonly order: Order;
  arrange(order: Order): void;
  /** One place up or down; null where there is none. */
  step(order: Order, id: string, by: -1 | 1): Order | null;
  /** Names the place at which something stands: in another its handle has to be found again. */
  placeOf(order: Order, id: string): string;
  /** Id of the element by which it is taken. */
  handleId(id: string): string;
  /** Says what happened, for those who do not see it. */
  tell(what: GrabEvent, id: string, order: Order): void;
}

export interface Grab {
  /** What the arrows move; null for nothing. */
  readonly id: string | null;
  onKey(id: string, event: React.KeyboardEvent): void;
  /** Lets go of it where it stands. */
  drop(): void;
  /** Puts it back; false where nothing was taken. */
  cancel(): boolean;
}

/**
 * Moving by keyboard: the space bar takes something and lets it go, the arrows move it, and Escape
 * puts everything back.
 */
export function useGrab<Order>(movable: Movable<Order>): Grab {
  const { order, arrange, step, tell, handleId } = movable;
  const [grab, setGrab] = React.useState<{ id: string; before: Order } | null>(null);
  const place = grab && movable.placeOf(order, grab.id);
  const handle = grab && handleId(grab.id);

  // In another place the handle is another element, or lost the focus on its way.
  React.useLayoutEffect(() => {
    if (handle !== null) document.getElementById(handle)?.focus();
  }, [handle, place]);

  const drop = (): void => {
    if (!grab) return;
    tell('dropped', grab.id, order);
    setGrab(null);
  };
  const cancel = (): boolean => {
    if (!grab) return false;
    const { id, before } = grab;
    arrange(before);
    tell('cancelled', id, before);
    setGrab(null);
    setTimeout(() => document.getElementById(handleId(id))?.focus());
    return true;
  };
  const move = (by: -1 | 1): void => {
    const next = grab && step(order, grab.id, by);
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
          setGrab({ id, before: order });
          tell('grabbed', id, order);
        }
      } else if (taken && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        event.preventDefault();
        move(event.key === 'ArrowUp' ? -1 : 1);
      } else if (taken && event.key === 'Tab') drop();
    },
  };
}
