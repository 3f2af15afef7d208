import type { Core } from '@strapi/strapi';
import type { Choice } from '../../../contracts/conflicts';
import type { PostVersion } from '../../../contracts/service';
import { EMPTY_FIELDS } from '../../../entries/form-row';
import { loadVersion } from '../../../entries/rows';
import { createReader } from '../../../preview/access/rights';
import { POST_UID } from '../content-model';
import { CREATOR, permissionChecker } from '../permission-checker';

/** What an administrator may do about the conflict of one post. */
export interface ConflictRights {
  /** To know that there is one. */
  readonly see: boolean;
  /** To see the texts: a file shows all that its post says. */
  readonly read: boolean;
  readonly may: (choice: Choice) => boolean;
}

/**
 * Asks the content type's own permissions, with their conditions, locales and fields. An entry that
 * is gone is anybody's who may read and publish posts in its locale.
 */
export async function conflictRights(
  strapi: Core.Strapi,
  userAbility: unknown,
  { documentId, locale }: PostVersion,
): Promise<ConflictRights> {
  const checker = permissionChecker(strapi, userAbility, POST_UID);
  const reader = createReader(strapi, userAbility);
  const versions: { publishedAt: string | null }[] = await strapi.db
    .query(POST_UID)
    .findMany({ where: { documentId, locale }, populate: CREATOR });
  const version = versions.find(({ publishedAt }) => publishedAt === null) ?? versions[0];
  const entity: object = version ?? { locale };
  const see = reader.mayReadPost(entity);
  const row =
    (await loadVersion(strapi, documentId, locale, 'published')) ??
    (await loadVersion(strapi, documentId, locale, 'draft'));
  const read = see && !(row && (await reader.readable(row, entity)).leftOut);
  const publishes = !checker.cannot.publish() && !checker.cannot.publish(entity);
  const updates =
    !checker.cannot.update() &&
    !checker.cannot.update(entity) &&
    [...Object.keys(EMPTY_FIELDS), 'sections'].every((field) =>
      field === 'sections'
        ? !checker.cannot.update(entity, 'sections') ||
          !checker.cannot.update(entity, 'sections.items')
        : !checker.cannot.update(entity, field),
    );
  return {
    see,
    read,
    // The text of the CMS changes no entry; every other one becomes the entry's text.
    may: (choice) => read && publishes && (choice === 'cms' || updates),
  };
}
