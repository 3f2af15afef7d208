import type { Core } from '@strapi/strapi';
import { setCreatorFields } from '@strapi/utils';
import { type PermissionChecker, permissionChecker } from '../permission-checker';
import type { TranslatedUid } from './versions';

/** Whoever asks for a translation, or saves one, with the rights of the content manager. */
export interface Editor {
  may(uid: TranslatedUid): PermissionChecker;
  /** Data with its author, as the content manager stores it. */
  signed(
    data: Record<string, unknown>,
    options: { readonly isNew: boolean },
  ): Record<string, unknown>;
}

/** What Strapi's authentication leaves on a request of the panel. */
export interface EditorState {
  readonly userAbility?: unknown;
  readonly user?: { readonly id: number };
}

export function createEditor(strapi: Core.Strapi, { userAbility, user }: EditorState): Editor {
  return {
    may: (uid) => permissionChecker(strapi, userAbility, uid),
    signed: (data, { isNew }) =>
      user
        ? (setCreatorFields({ user, isEdition: !isNew })(data) as Record<string, unknown>)
        : data,
  };
}
