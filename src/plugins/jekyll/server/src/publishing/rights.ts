import type { Core } from '@strapi/strapi';
import { TREND_ITEM_UID } from '../content-model';
import { CREATOR, permissionChecker } from '../permission-checker';
import type { NamedDocument } from '../../../contracts/publishing';

/** What Strapi's authentication leaves on a request. */
interface AuthState {
  readonly userAbility?: unknown;
  readonly auth?: { readonly strategy?: { readonly name?: string } };
}

/**
 * Those of the items that whoever acts may not publish.
 *
 * - An administrator (or an admin token) needs the content manager's publish permission for each.
 * - A user of the REST API needs the permission to update trend items: updating publishes there.
 * - API tokens, the command line and cron are not asked.
 */
export async function notPermitted(
  strapi: Core.Strapi,
  items: readonly NamedDocument[],
  locale: string,
): Promise<NamedDocument[]> {
  const state = strapi.requestContext.get()?.state as AuthState | undefined;
  if (!state || items.length === 0) return [];
  if (state.userAbility) return forbiddenToAdmin(strapi, state.userAbility, items, locale);
  if (state.auth?.strategy?.name !== 'users-permissions') return [];
  try {
    await strapi.get('auth').verify(state.auth, { scope: [`${TREND_ITEM_UID}.update`] });
    return [];
  } catch {
    return [...items];
  }
}

async function forbiddenToAdmin(
  strapi: Core.Strapi,
  userAbility: unknown,
  items: readonly NamedDocument[],
  locale: string,
): Promise<NamedDocument[]> {
  const checker = permissionChecker(strapi, userAbility, TREND_ITEM_UID);
  if (checker.cannot.publish()) return [...items];
  // Conditions such as "is creator" look at the whole entry.
  const drafts: { documentId: string }[] = await strapi.db.query(TREND_ITEM_UID).findMany({
    where: { documentId: { $in: items.map((item) => item.documentId) }, locale, publishedAt: null },
    populate: CREATOR,
  });
  const forbidden = new Set(
    drafts.filter((draft) => checker.cannot.publish(draft)).map((draft) => draft.documentId),
  );
  return items.filter((item) => forbidden.has(item.documentId));
}
