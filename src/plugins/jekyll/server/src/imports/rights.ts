import type { Core, UID } from '@strapi/strapi';
import { POST_UID, REFERENCE_UID, TREND_ITEM_UID } from '../content-model';
import { permissionChecker } from '../permission-checker';

/**
 * Whether an administrator may make and change whatever an import brings: posts, items and references
 * of everybody, in each of the locales. Somebody who may touch only own entries may not.
 */
export function mayImport(
  strapi: Core.Strapi,
  userAbility: unknown,
  { locales, publish }: { readonly locales: readonly string[]; readonly publish: boolean },
): boolean {
  const mayAll = (uid: UID.ContentType, publishes: boolean): boolean => {
    const { cannot } = permissionChecker(strapi, userAbility, uid);
    const asked = [cannot.create, cannot.update, ...(publishes ? [cannot.publish] : [])];
    return asked.every(
      (cannotDo) => !cannotDo() && locales.every((locale) => !cannotDo({ locale })),
    );
  };
  return (
    mayAll(POST_UID, publish) && mayAll(TREND_ITEM_UID, publish) && mayAll(REFERENCE_UID, false)
  );
}
