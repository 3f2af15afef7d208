import type { Core } from '@strapi/strapi';
import type { Problem } from '../core/problem';
import { WAIVER_UID } from '../server/src/plugin-id';

interface Version {
  readonly documentId: string;
  readonly locale: string;
}

/** Errors with which somebody who may has published a version: its export does not stop at them. */
export async function waivedErrors(
  strapi: Core.Strapi,
  { documentId, locale }: Version,
): Promise<readonly Problem[]> {
  const row: { problems: Problem[] } | null = await strapi.db
    .query(WAIVER_UID)
    .findOne({ where: { post: documentId, entryLocale: locale } });
  return row?.problems ?? [];
}

/** Notes the errors of the version that is published now; none of an earlier one count any more. */
export async function setWaived(
  strapi: Core.Strapi,
  { documentId, locale }: Version,
  problems: readonly Problem[],
): Promise<void> {
  const query = strapi.db.query(WAIVER_UID);
  await query.deleteMany({ where: { post: documentId, entryLocale: locale } });
  if (problems.length === 0) return;
  await query.create({ data: { post: documentId, entryLocale: locale, problems } });
}
