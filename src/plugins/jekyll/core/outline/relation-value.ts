import { applyChanges, type Move, type Position } from './moves';

/** A related entry as the order of a relation needs it. */
export interface Related {
  readonly documentId: string;
  readonly id?: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];
const apiData = (relation: Readonly<Record<string, unknown>>) =>
  isRecord(relation['apiData']) ? relation['apiData'] : relation;

/** What a form adds to a relation or moves in it, in its order. Nothing of the value is trusted. */
export function movesIn(value: unknown): Move[] {
  if (!isRecord(value)) return [];
  return records(value['connect']).flatMap((relation) => {
    const data = apiData(relation);
    const { documentId } = { ...relation, ...data } as { documentId?: unknown };
    return typeof documentId === 'string'
      ? [{ id: documentId, position: positionOf(data['position']) }]
      : [];
  });
}

function positionOf(value: unknown): Position {
  const { before, after, start } = isRecord(value) ? value : {};
  if (start === true) return { start: true };
  if (typeof before === 'string') return { before };
  return typeof after === 'string' ? { after } : { end: true };
}

/**
 * Documents of a relation in the order in which saving a form would leave them.
 *
 * @param value what the form holds: `connect` and `disconnect` upon what is saved
 */
export function orderIn(saved: readonly Related[], value: unknown): string[] {
  const gone = new Set(
    isRecord(value)
      ? records(value['disconnect']).flatMap((one) =>
          [one['documentId'], apiData(one)['documentId'], one['id']].filter(Boolean),
        )
      : [],
  );
  const removed = saved.filter(
    ({ documentId, id }) => gone.has(documentId) || (id !== undefined && gone.has(id)),
  );
  return applyChanges(
    saved.map(({ documentId }) => documentId),
    { moves: movesIn(value), removed: removed.map(({ documentId }) => documentId) },
  );
}
