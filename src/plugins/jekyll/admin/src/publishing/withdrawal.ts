import { REFERENCE_UID, TREND_ITEM_UID } from './content-types';

/** What an action of the content manager takes away: documents in one locale, or in all (`*`). */
export interface Withdrawal {
  readonly model: typeof TREND_ITEM_UID | typeof REFERENCE_UID;
  readonly action: 'unpublish' | 'delete';
  readonly documentIds: readonly string[];
  readonly locale: string;
}

/** What tells one of the content manager's actions from another. */
export interface ActionTraits {
  /** Strapi's own actions have a type; those that internationalization adds have none. */
  readonly type?: string;
  readonly variant?: string;
  readonly position?: string | readonly string[];
  readonly dialog?: { readonly type: string };
}

/** The documents that an action works on. */
export interface ActionTarget {
  readonly model: string;
  readonly documentIds: readonly string[];
  /** Locale that the view shows; undefined where the address names none. */
  readonly locale: string | undefined;
}

/**
 * What an action on one document withdraws; null for every other action.
 *
 * `delete` deletes the document in all locales. The two actions of internationalization are known
 * by their shape: “Delete entry (Korean)” is a dangerous entry of the header's and the row's menu,
 * “Unpublish multiple locales” a dangerous one that opens a window.
 */
export function documentWithdrawal(traits: ActionTraits, target: ActionTarget): Withdrawal | null {
  const places = [traits.position ?? []].flat();
  const untyped = traits.type === undefined && traits.variant === 'danger';
  if (traits.type === 'unpublish') return withdrawal('unpublish', target);
  if (traits.type === 'delete') return withdrawal('delete', { ...target, locale: undefined });
  if (untyped && traits.dialog?.type === 'modal') {
    return withdrawal('unpublish', { ...target, locale: undefined });
  }
  if (untyped && traits.dialog?.type === 'dialog' && places.includes('table-row')) {
    return withdrawal('delete', target);
  }
  return null;
}

/** What an action on the chosen rows of a list withdraws; null for every other action. */
export function bulkWithdrawal(type: string | undefined, target: ActionTarget): Withdrawal | null {
  return type === 'unpublish' || type === 'delete' ? withdrawal(type, target) : null;
}

function withdrawal(action: Withdrawal['action'], target: ActionTarget): Withdrawal | null {
  const { model, documentIds, locale = '*' } = target;
  if (documentIds.length === 0) return null;
  if (model === TREND_ITEM_UID) return { model, action, documentIds, locale };
  // References have no drafts: they cannot be withdrawn, only deleted.
  if (model === REFERENCE_UID && action === 'delete') return { model, action, documentIds, locale };
  return null;
}

/** Address that tells who uses what is to be withdrawn. */
export function usageUrl({ model, action, documentIds, locale }: Withdrawal): string {
  const params = new URLSearchParams(documentIds.map((id) => ['documentId', id]));
  params.set('locale', locale);
  params.set('action', action);
  return `/jekyll/usage/${model === TREND_ITEM_UID ? 'items' : 'references'}?${params.toString()}`;
}
