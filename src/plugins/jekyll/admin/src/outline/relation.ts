import { generateNKeysBetween } from 'fractional-indexing';
import { changesBetween, inOrder } from '../../../core/outline/moves';
import type { OutlineItem } from '../../../contracts/outline';
import { TREND_ITEM_UID } from '../publishing/content-types';

/** What the content manager's form keeps of a related entry that is added or moved. */
interface Connected {
  readonly id: number;
  readonly documentId: string;
  readonly title: string;
  readonly label: string;
  readonly status: string;
  readonly href: string;
  /** By which the field of the form sorts its list. */
  readonly __temp_key__: string;
  /** What is sent. */
  readonly apiData: {
    readonly id: number;
    readonly documentId: string;
    readonly locale: string;
    readonly isTemporary: true;
    readonly position: object;
  };
}

/** The value of a relation in the content manager's form: changes upon what is saved. */
export interface RelationValue {
  readonly connect: readonly Connected[];
  readonly disconnect: readonly object[];
}

/** Related entries that the content manager loads at once: of the last ones first. */
const PAGE = 5;

/**
 * The value with which the form saves an order of items. An order that is saved already is no
 * change.
 *
 * @param itemOf what is known of each item that is named
 */
export function relationTo(
  saved: readonly string[],
  wanted: readonly string[],
  itemOf: (documentId: string) => OutlineItem,
  locale: string,
): RelationValue {
  const { moves, removed } = changesBetween(saved, wanted);
  const keys = sortKeys(saved, wanted);
  return {
    connect: moves.map(({ id: documentId, position }): Connected => {
      const { id, title, status } = itemOf(documentId);
      const beside = position.before === undefined ? {} : { locale, status: 'draft' };
      return {
        id,
        documentId,
        title: title ?? '',
        label: title ?? documentId,
        status,
        href: `../collection-types/${TREND_ITEM_UID}/${documentId}?plugins[i18n][locale]=${locale}`,
        __temp_key__: keys.get(documentId) ?? '',
        apiData: {
          id,
          documentId,
          locale,
          isTemporary: true,
          position: { ...position, ...beside },
        },
      };
    }),
    disconnect: removed.map((documentId) => {
      const { id, status } = itemOf(documentId);
      return { id, status, apiData: { id, documentId, locale } };
    }),
  };
}

/**
 * Keys that sort the items as wanted: those that stay have the keys that the content manager gives
 * them, page by page, and the others get keys between.
 */
export function sortKeys(saved: readonly string[], wanted: readonly string[]): Map<string, string> {
  const own = savedKeys(saved);
  const kept = inOrder(saved, wanted);
  const keys = new Map<string, string>();
  let waiting: string[] = [];
  let last: string | null = null;
  const fill = (next: string | null): void => {
    const between = generateNKeysBetween(last, next, waiting.length);
    waiting.forEach((id, index) => keys.set(id, between[index] ?? ''));
    waiting = [];
  };
  for (const id of wanted) {
    const key = kept.has(id) ? own.get(id) : undefined;
    if (key === undefined) {
      waiting.push(id);
      continue;
    }
    fill(key);
    keys.set(id, key);
    last = key;
  }
  fill(null);
  return keys;
}

function savedKeys(saved: readonly string[]): Map<string, string> {
  const keys = new Map<string, string>();
  let first: string | null = null;
  for (let end = saved.length; end > 0; end -= PAGE) {
    const page = saved.slice(Math.max(0, end - PAGE), end);
    const made: string[] = generateNKeysBetween(null, first, page.length);
    page.forEach((id, index) => keys.set(id, made[index] ?? ''));
    first = made[0] ?? first;
  }
  return keys;
}
