import type { Core, Modules, UID } from '@strapi/strapi';
import { z } from 'zod';
import { recordKey } from '../../blog/record';
import type { PostVersion } from '../../contracts/service';
import { readLocales } from '../../entries/locales';
import { POST_UID } from './content-model';
import { type EntryAction, permissionChecker } from './permission-checker';

/** Versions of posts: all there are and were, or those of a list. */
export type Versions = 'all' | ReadonlySet<string>;

export const holds = (versions: Versions, { documentId, locale }: PostVersion): boolean =>
  versions === 'all' || versions.has(recordKey(documentId, locale));

/** What an administrator may see and export, by the content type's own permissions. */
export interface PostAccess {
  /** Those that one may read: with conditions such as “is creator”, and in the locales of the role. */
  visible(): Promise<Versions>;
  /**
   * Those that one may export: read, and edit or publish. Posts whose entry is gone are nobody's own:
   * only who may touch all posts may have their files removed.
   */
  touchable(): Promise<Versions>;
}

export function postAccess(strapi: Core.Strapi, userAbility: unknown): PostAccess {
  const checker = permissionChecker(strapi, userAbility, POST_UID);

  async function permitted(action: EntryAction): Promise<Versions> {
    if (checker.cannot[action]()) return new Set();
    if (await reachesAll(strapi, userAbility, action)) return 'all';
    const { filters } = await checker.sanitizedQuery[action]({});
    // Every version has a draft, and its creator and locale are the version's.
    const drafts = await strapi.documents(POST_UID as UID.ContentType).findMany({
      filters: (filters ?? {}) as Modules.Documents.Params.Filters.Any<UID.ContentType>,
      fields: ['documentId', 'locale'] as never,
      locale: '*',
      status: 'draft',
    });
    return new Set(drafts.map(({ documentId, locale }) => recordKey(documentId, locale ?? '')));
  }

  return {
    visible: () => permitted('read'),
    async touchable() {
      const mayEdit = either(await permitted('update'), await permitted('publish'));
      return both(await permitted('read'), mayEdit);
    },
  };
}

interface Ability {
  rulesFor?(
    action: string,
    subject: string,
  ): readonly { readonly inverted?: boolean; readonly conditions?: unknown }[];
}

/**
 * Whether a right holds for whatever post there is, in every locale. Strapi turns the locales of a role
 * into a condition, `{ $and: [{ locale: { $in } }] }`, also where they are all.
 */
async function reachesAll(
  strapi: Core.Strapi,
  userAbility: unknown,
  action: EntryAction,
): Promise<boolean> {
  const name = `plugin::content-manager.explorer.${action}`;
  const rules = (userAbility as Ability | undefined)?.rulesFor?.(name, POST_UID) ?? [];
  if (rules.some(({ inverted }) => inverted)) return false;
  const reached = rules.map(({ conditions }) => localesOf(conditions));
  if (reached.includes('all')) return true;
  const locales = new Set(reached.flatMap((some) => (some === 'all' ? [] : some)));
  return (await readLocales(strapi)).all.every((locale) => locales.has(locale));
}

/** The locales in which a rule holds for every post: none where it asks for anything else. */
function localesOf(conditions: unknown): 'all' | readonly string[] {
  const result = conditionsSchema.safeParse(conditions ?? {});
  if (!result.success) return [];
  const { $and: parts = [] } = result.data;
  const [first, ...more] = parts.map(({ locale }) => locale.$in);
  return first ? first.filter((one) => more.every((other) => other.includes(one))) : 'all';
}

const conditionsSchema = z.strictObject({
  $and: z
    .array(z.strictObject({ locale: z.strictObject({ $in: z.array(z.string()) }) }))
    .optional(),
});

const both = (a: Versions, b: Versions): Versions => {
  if (a === 'all') return b;
  return b === 'all' ? a : new Set([...a].filter((key) => b.has(key)));
};
const either = (a: Versions, b: Versions): Versions =>
  a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]);
