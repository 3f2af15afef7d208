/** Where something is put. */
export interface Position {
  readonly before?: string;
  readonly after?: string;
  readonly start?: boolean;
  readonly end?: boolean;
}

/** Something that is put in, or taken from its place and put elsewhere. */
export interface Move {
  readonly id: string;
  readonly position: Position;
}

/** How an order comes about from another. */
export interface Changes {
  /** In the order in which they are carried out. */
  readonly moves: readonly Move[];
  readonly removed: readonly string[];
}

/**
 * Carries out changes one after the other, as Strapi does when it saves a relation. What is put
 * beside something that is not there goes to the end.
 */
export function applyChanges(order: readonly string[], { moves, removed }: Changes): string[] {
  const away = new Set([...removed, ...moves.map(({ id }) => id)]);
  const next = order.filter((id) => !away.has(id));
  for (const { id, position } of moves) {
    const at = next.indexOf(position.before ?? position.after ?? '');
    if (position.start) next.unshift(id);
    else if (at === -1) next.push(id);
    else next.splice(position.before === undefined ? at + 1 : at, 0, id);
  }
  return next;
}

/**
 * The fewest changes that make one order of another: what stays in its order stays put. Each is
 * carried out after the one that it is put beside, so that none is put beside what is not there yet.
 */
export function changesBetween(order: readonly string[], wanted: readonly string[]): Changes {
  const kept = inOrder(order, wanted);
  const moves: Move[] = [];
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    const id = wanted[at] ?? '';
    if (kept.has(id)) continue;
    const next = wanted[at + 1];
    moves.push({ id, position: next === undefined ? { end: true } : { before: next } });
  }
  const stays = new Set(wanted);
  return { moves, removed: order.filter((id) => !stays.has(id)) };
}

/** The longest run of `wanted` that `order` has in the same order. */
export function inOrder(order: readonly string[], wanted: readonly string[]): Set<string> {
  const places = new Map(order.map((id, place) => [id, place]));
  const known = wanted.filter((id) => places.has(id));
  const place = (index: number): number => places.get(known[index] ?? '') ?? -1;
  /** For each length the index at which the run that ends lowest ends. */
  const ends: number[] = [];
  const before: number[] = [];
  known.forEach((_, index) => {
    const at = ends.findIndex((end) => place(end) >= place(index));
    const length = at === -1 ? ends.length : at;
    before[index] = ends[length - 1] ?? -1;
    ends[length] = index;
  });
  const run = new Set<string>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    run.add(known[index] ?? '');
  }
  return run;
}
