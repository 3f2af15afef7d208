import type { Core } from '@strapi/strapi';
import { recordKey } from '../blog/record';
import { translationsOfPosts } from '../server/src/translations/counts';

/** The versions with a text whose original was changed since it was last touched, by `recordKey`. */
export async function readBehind(
  strapi: Core.Strapi,
  documentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const versions = await translationsOfPosts(strapi, documentIds);
  return new Set(
    versions.flatMap(({ documentId, locale, behind }) =>
      behind > 0 ? [recordKey(documentId, locale)] : [],
    ),
  );
}
