import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { POST_UID } from '../content-model';
import { CREATOR, permissionChecker } from '../permission-checker';

/** A form of a post: the version that it edits, or would make. */
interface Form {
  /** null for a post that was never saved. */
  readonly documentId: string | null;
  readonly locale: string;
}

/**
 * Whether the editor may read the version of a post that a form edits.
 *
 * @throws ForbiddenError (403), NotFoundError (404) for a document that is none
 */
export async function assertMayReadForm(
  strapi: Core.Strapi,
  userAbility: unknown,
  { documentId, locale }: Form,
): Promise<void> {
  const may = permissionChecker(strapi, userAbility, POST_UID);
  if (documentId === null) {
    if (may.cannot.read({ locale })) throw new errors.ForbiddenError();
    return;
  }
  const versions: { locale: string }[] = await strapi.db.query(POST_UID).findMany({
    where: { documentId, publishedAt: null },
    populate: CREATOR,
  });
  if (versions.length === 0) throw new errors.NotFoundError();
  const own = versions.find((version) => version.locale === locale);
  // A version that does not exist yet is begun from the ones that do.
  const asked = own ? [own] : versions.map((version) => ({ ...version, locale }));
  if (asked.every((version) => may.cannot.read(version))) throw new errors.ForbiddenError();
}
