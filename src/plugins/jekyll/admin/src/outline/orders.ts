/** Items of each section, by document. */
export type Orders = readonly (readonly string[])[];

/** A place among the items of a section: that of the item which then stands behind it. */
export interface Place {
  readonly section: number;
  readonly index: number;
}

export function placeOf(orders: Orders, id: string): Place | null {
  const section = orders.findIndex((order) => order.includes(id));
  return section === -1 ? null : { section, index: orders[section]?.indexOf(id) ?? -1 };
}

export const without = (orders: Orders, id: string): string[][] =>
  orders.map((order) => order.filter((other) => other !== id));

/** Puts items at a place, wherever they stood; the place is one among the items as they stand now. */
export function put(orders: Orders, ids: readonly string[], { section, index }: Place): string[][] {
  const moved = new Set(ids);
  const before = (orders[section] ?? []).slice(0, index).filter((id) => !moved.has(id));
  return orders.map((order, at) => {
    const rest = order.filter((id) => !moved.has(id));
    return at === section ? [...before, ...ids, ...rest.slice(before.length)] : rest;
  });
}

/** One place up or down, over into the section beside; null where there is none. */
export function step(orders: Orders, id: string, by: -1 | 1): string[][] | null {
  const from = placeOf(orders, id);
  if (!from) return null;
  const { section, index } = from;
  const length = orders[section]?.length ?? 0;
  if (by === -1 && index > 0) return put(orders, [id], { section, index: index - 1 });
  if (by === 1 && index < length - 1) return put(orders, [id], { section, index: index + 2 });
  const next = orders[section + by];
  if (!next) return null;
  return put(orders, [id], { section: section + by, index: by === 1 ? 0 : next.length });
}

export const sameOrders = (one: Orders, other: Orders): boolean =>
  one.length === other.length &&
  one.every((order, at) => order.join('\n') === other[at]?.join('\n'));
